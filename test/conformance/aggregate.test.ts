import { type CloudProcess, codeOf, newCollection, startCloudProcess } from './cloud'

let cloud: CloudProcess
beforeAll(async () => {
  cloud = await startCloudProcess()
})
afterAll(() => cloud.close())

const pipeline = async (documents: Record<string, unknown>[], ...stages: object[]) => {
  const raw = cloud.db.collection(await newCollection(cloud, documents)).options({ raw: true })
  return (await raw.aggregate(stages as never).end()).data
}

const people = [
  { _id: 1, team: 'a', age: 20, tags: ['x', 'y'] },
  { _id: 2, team: 'b', age: 30, tags: [] },
  { _id: 3, team: 'a', age: 40 },
  { _id: 4, team: null, age: 40, tags: 'x' },
]

test('match, sort, skip, limit and count', async () => {
  const found = await pipeline(
    people,
    { $match: { age: { $gt: 20 } } },
    { $sort: { age: -1, _id: -1 } },
    { $skip: 1 },
    { $limit: 1 },
  )
  expect(found).toEqual([people[2]])
  expect(await pipeline(people, { $match: { age: 40 } }, { $count: 'n' })).toEqual([{ n: 2 }])
  expect(await pipeline(people, { $match: { age: 1 } }, { $count: 'n' })).toEqual([])
})

test('project takes in, leaves out and computes; addFields adds', async () => {
  const document = { _id: 1, a: { b: 1, c: 2 }, list: [{ x: 1, y: 2 }, 5, [{ x: 3 }]] }
  expect(
    await pipeline([document], {
      $project: { 'a.b': 1, 'list.x': 1, sum: { $add: ['$a.b', '$a.c'] } },
    }),
  ).toEqual([{ _id: 1, a: { b: 1 }, list: [{ x: 1 }, [{ x: 3 }]], sum: 3 }])
  expect(await pipeline([document], { $project: { _id: 0, a: { c: 0 }, 'list.x': 0 } })).toEqual([
    { a: { b: 1 }, list: [{ y: 2 }, 5, [{}]] },
  ])
  expect(
    await pipeline(
      [document],
      { $project: { list: 0 } },
      { $addFields: { 'a.d': 9, 'e.f': '$a.b', gone: '$$REMOVE' } },
    ),
  ).toEqual([{ _id: 1, a: { b: 1, c: 2, d: 9 }, e: { f: 1 } }])
})

test('group by a value, by an object, or all, with every accumulator', async () => {
  const sorted = await pipeline(
    people,
    { $group: { _id: '$team', n: { $sum: 1 }, ages: { $push: '$age' } } },
    { $sort: { _id: 1 } },
  )
  expect(sorted).toEqual([
    { _id: null, n: 1, ages: [40] },
    { _id: 'a', n: 2, ages: [20, 40] },
    { _id: 'b', n: 1, ages: [30] },
  ])
  const all = await pipeline(
    people,
    { $sort: { _id: 1 } },
    {
      $group: {
        _id: null,
        avg: { $avg: '$age' },
        first: { $first: '$tags' },
        last: { $last: '$missing' },
        max: { $max: '$team' },
        min: { $min: '$age' },
        set: { $addToSet: '$age' },
        pop: { $stdDevPop: '$age' },
        merged: { $mergeObjects: { team: '$team' } },
      },
    },
  )
  expect(all).toEqual([
    {
      _id: null,
      avg: 32.5,
      first: ['x', 'y'],
      last: null,
      max: 'b',
      min: 20,
      set: [20, 30, 40],
      pop: Math.sqrt(68.75),
      merged: { team: null },
    },
  ])
  const byObject = await pipeline(
    people,
    { $group: { _id: { t: '$team', old: { $gte: ['$age', 40] } } } },
    { $count: 'groups' },
  )
  expect(byObject).toEqual([{ groups: 4 }])
})

test('buckets by boundaries, even buckets, and the most frequent', async () => {
  const bucket = {
    groupBy: '$age',
    boundaries: [0, 30, 40],
    default: 'old',
    output: { ids: { $push: '$_id' } },
  }
  expect(await pipeline(people, { $bucket: bucket })).toEqual([
    { _id: 0, ids: [1] },
    { _id: 30, ids: [2] },
    { _id: 'old', ids: [3, 4] },
  ])
  expect(await pipeline(people, { $bucketAuto: { groupBy: '$age', buckets: 2 } })).toEqual([
    { _id: { min: 20, max: 40 }, count: 2 },
    { _id: { min: 40, max: 40 }, count: 2 },
  ])
  const numbers = [1, 12, 13, 80, 90, 95].map((n) => ({ n }))
  expect(
    await pipeline(numbers, { $bucketAuto: { groupBy: '$n', buckets: 2, granularity: 'R5' } }),
  ).toEqual([
    { _id: { min: 0.63, max: 16 }, count: 3 },
    { _id: { min: 16, max: 100 }, count: 3 },
  ])
  expect(await pipeline(people, { $sortByCount: '$age' }, { $limit: 1 })).toEqual([
    { _id: 40, count: 2 },
  ])
})

test.each([
  ['R10', [1.6, 3.15, 8]],
  ['R20', [1.8, 2.8, 7.1]],
  ['R40', [1.9, 2.8, 7.1]],
  ['R80', [1.95, 2.72, 7.1]],
  ['1-2-5', [1, 5, 10]],
  ['E6', [1.5, 3.3, 10]],
  ['E12', [1.8, 3.3, 8.2]],
  ['E24', [1.8, 3, 7.5]],
  ['E48', [1.96, 2.74, 7.15]],
  ['E96', [1.96, 2.74, 7.15]],
  ['E192', [1.98, 2.71, 7.06]],
  ['POWERSOF2', [1, 4, 8]],
])('buckets end at the preferred numbers of %s', async (granularity, edges) => {
  const numbers = [2, 2.7, 2.7, 7].map((n) => ({ n }))
  const found = (await pipeline(numbers, {
    $bucketAuto: { groupBy: '$n', buckets: 2, granularity },
  })) as { _id: { min: number; max: number } }[]
  expect([found[0]?._id.min, ...found.map(({ _id }) => _id.max)]).toEqual(edges)
})

test('unwind keeps what it is told to keep', async () => {
  const rows = await pipeline(
    people,
    { $sort: { _id: 1 } },
    { $unwind: '$tags' },
    { $project: { tags: 1 } },
  )
  expect(rows).toEqual([
    { _id: 1, tags: 'x' },
    { _id: 1, tags: 'y' },
    { _id: 4, tags: 'x' },
  ])
  const options = { path: '$tags', includeArrayIndex: 'at', preserveNullAndEmptyArrays: true }
  const kept = await pipeline(
    people,
    { $sort: { _id: 1 } },
    { $unwind: options },
    { $project: { tags: 1, at: 1 } },
  )
  expect(kept).toEqual([
    { _id: 1, tags: 'x', at: 0 },
    { _id: 1, tags: 'y', at: 1 },
    { _id: 2, at: null },
    { _id: 3, at: null },
    { _id: 4, tags: 'x', at: null },
  ])
})

test('lookup by field: lists, null and missing; by pipeline with variables', async () => {
  const _ = cloud.db.command
  const $ = _.aggregate
  const other = await newCollection(cloud, [
    { _id: 'p', of: 'x', n: 1 },
    { _id: 'q', of: ['y', 'z'], n: 2 },
    { _id: 'r', of: null, n: 3 },
    { _id: 's', n: 4 },
  ])
  const name = await newCollection(cloud, people)
  const byField = await cloud.db
    .collection(name)
    .aggregate()
    .sort({ _id: 1 })
    .lookup({ from: other, localField: 'tags', foreignField: 'of', as: 'found' })
    .project({ found: '$found._id' })
    .end()
  expect(byField.data).toEqual([
    { _id: 1, found: ['p', 'q'] },
    { _id: 2, found: [] },
    { _id: 3, found: ['r', 's'] },
    { _id: 4, found: ['p'] },
  ])
  const inner = $.pipeline()
    .match(_.expr($.lt([$.multiply(['$n', 10]), '$$age'])))
    .project({ _id: 1 })
    .sort({ _id: -1 })
    .done()
  const byPipeline = await cloud.db
    .collection(name)
    .aggregate()
    .match({ _id: 2 })
    .lookup({ from: other, let: { age: '$age' }, pipeline: inner, as: 'found' })
    .project({ found: 1 })
    .end()
  expect(byPipeline.data).toEqual([{ _id: 2, found: [{ _id: 'q' }, { _id: 'p' }] }])
})

test('the newer names of stages do what the older ones do', async () => {
  const document = { _id: 1, in: { a: 1 }, list: [{ x: 1, y: 2 }] }
  expect(await pipeline([document], { $set: { 'in.b': 2 } })).toEqual([
    { ...document, in: { a: 1, b: 2 } },
  ])
  expect(await pipeline([document], { $unset: ['in', 'list.x'] })).toEqual([
    { _id: 1, list: [{ y: 2 }] },
  ])
  expect(await pipeline([document], { $unset: 'in' })).toEqual([{ _id: 1, list: document.list }])
  expect(await pipeline([document], { $replaceWith: '$in' })).toEqual([{ a: 1 }])
})

test('replaceRoot, sample, facet', async () => {
  expect(
    await pipeline([{ _id: 1, in: { a: 1 } }], {
      $replaceRoot: { newRoot: { $mergeObjects: ['$in', { b: 2 }] } },
    }),
  ).toEqual([{ a: 1, b: 2 }])
  const sampled = (await pipeline(people, { $sample: { size: 3 } })) as { _id: number }[]
  expect(new Set(sampled.map((document) => document._id)).size).toBe(3)
  expect(
    await pipeline(people, {
      $facet: {
        n: [{ $count: 'n' }],
        old: [{ $match: { age: 40 } }, { $project: { _id: 1 } }, { $sort: { _id: 1 } }],
      },
    }),
  ).toEqual([{ n: [{ n: 4 }], old: [{ _id: 3 }, { _id: 4 }] }])
})

const refusedStages: object[] = [
  { $bogus: {} },
  { $out: 'other' },
  { $match: 5 },
  { $match: { v: { $bogus: 1 } } },
  { $limit: 0 },
  { $skip: -1 },
  { $sort: { a: 2 } },
  { $sort: {} },
  { $project: {} },
  { $project: { a: 1, b: 0 } },
  { $project: { a: 1, 'a.b': 1 } },
  { $group: { n: { $sum: 1 } } },
  { $group: { _id: null, n: 5 } },
  { $group: { _id: null, n: { $median: 1 } } },
  { $bucket: { groupBy: '$age', boundaries: [0, 30] } },
  { $bucket: { groupBy: '$age', boundaries: [30, 0], default: 'x' } },
  { $unwind: 'tags' },
  { $count: '$n' },
  { $replaceRoot: { newRoot: '$age' } },
  { $lookup: { from: 'x' } },
  { $match: { at: { $nearSphere: { $geometry: { type: 'Point', coordinates: [0, 0] } } } } },
]

for (const stage of refusedStages) {
  test(`stage refused: ${JSON.stringify(stage)}`, async () => {
    expect(await codeOf(pipeline(people, stage))).toBe('DATABASE_REQUEST_FAILED')
  })
}
