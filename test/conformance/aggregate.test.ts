import { type CloudProcess, codeOf, newCollection, startCloudProcess } from './cloud'

let cloud: CloudProcess
let one: string
beforeAll(async () => {
  cloud = await startCloudProcess()
  one = await newCollection(cloud, [
    {
      _id: 'x',
      n: 7,
      half: 2.5,
      minus: -7,
      text: '互助 Help',
      list: [3, 1, 2, 1],
      objects: [{ a: 1 }, { a: 2, b: 3 }, 5],
      deep: { a: { b: 1 } },
      nothing: null,
      yes: true,
      // A Sunday in UTC, already Monday in Shanghai.
      at: new Date('2026-03-01T20:30:15.123Z'),
      newYear: new Date('2027-01-01T00:00:00Z'),
    },
  ])
})
afterAll(() => cloud.close())

/** What an expression is, computed from the document above; `undefined` when it is missing. */
async function computed(expression: unknown): Promise<unknown> {
  const run = cloud.db.collection(one).aggregate().project({ _id: 0, value: expression }).end()
  const { data } = (await run) as unknown as { data: { value: unknown }[] }
  return data[0]?.value
}

/** Objects with a `then` cannot be written down: linters take them for promises. */
const named = (entries: [string, unknown][]) => Object.fromEntries(entries)
const branch = (test: unknown, value: unknown) =>
  named([
    ['case', test],
    ['then', value],
  ])
const choice = (test: unknown, yes: unknown, no: unknown) =>
  named([
    ['if', test],
    ['then', yes],
    ['else', no],
  ])

const shanghai = 'Asia/Shanghai'

/** Expressions by their operator and what MongoDB answers, worked out from its manual. */
const cases: [expression: unknown, expected: unknown][] = [
  [{ $abs: '$minus' }, 7],
  [{ $add: ['$n', 1, '$half'] }, 10.5],
  [{ $add: ['$at', 1000] }, new Date('2026-03-01T20:30:16.123Z')],
  [{ $add: ['$n', '$missing'] }, null],
  [{ $ceil: '$half' }, 3],
  [{ $divide: ['$n', 2] }, 3.5],
  [{ $exp: 0 }, 1],
  [{ $floor: { $multiply: ['$half', -1] } }, -3],
  [{ $ln: 1 }, 0],
  [{ $log: [8, 2] }, 3],
  [{ $log10: 1000 }, 3],
  [{ $mod: ['$minus', 4] }, -3],
  [{ $multiply: ['$n', 2] }, 14],
  [{ $pow: [2, 10] }, 1024],
  [{ $round: ['$half', 0] }, 2],
  [{ $round: [1.005, 2] }, 1],
  [{ $sqrt: 16 }, 4],
  [
    { $subtract: ['$newYear', '$at'] },
    Date.UTC(2027, 0, 1) - Date.UTC(2026, 2, 1, 20, 30, 15, 123),
  ],
  [{ $trunc: [-1234.56, -2] }, -1200],

  [{ $arrayElemAt: ['$list', -1] }, 1],
  [{ $arrayElemAt: ['$list', 9] }, undefined],
  [{ $arrayToObject: { $literal: [['a', 1]] } }, { a: 1 }],
  [
    {
      $arrayToObject: [
        [
          { k: 'a', v: 1 },
          { k: 'b', v: 2 },
        ],
      ],
    },
    { a: 1, b: 2 },
  ],
  [{ $concatArrays: ['$list', [9]] }, [3, 1, 2, 1, 9]],
  [{ $filter: { input: '$list', as: 'i', cond: { $gt: ['$$i', 1] } } }, [3, 2]],
  [{ $in: [2, '$list'] }, true],
  [{ $indexOfArray: ['$list', 1, 2] }, 3],
  [{ $isArray: '$list' }, true],
  [{ $map: { input: '$list', in: { $add: ['$$this', '$n'] } } }, [10, 8, 9, 8]],
  [{ $objectToArray: '$deep' }, [{ k: 'a', v: { b: 1 } }]],
  [{ $range: [5, 0, -2] }, [5, 3, 1]],
  [{ $reduce: { input: '$list', initialValue: 0, in: { $add: ['$$value', '$$this'] } } }, 7],
  [{ $reverseArray: '$list' }, [1, 2, 1, 3]],
  [{ $size: '$list' }, 4],
  [{ $slice: ['$list', 1, 2] }, [1, 2]],
  [{ $slice: ['$list', -3, 2] }, [1, 2]],
  [
    { $zip: { inputs: ['$list', ['a']], useLongestLength: true } },
    [
      [3, 'a'],
      [1, null],
      [2, null],
      [1, null],
    ],
  ],
  ['$objects.a', [1, 2]],
  [
    ['$missing', '$n'],
    [null, 7],
  ],

  [{ $and: ['$yes', '$n'] }, true],
  [{ $or: ['$nothing', 0] }, false],
  [{ $not: ['$nothing'] }, true],
  [{ $cmp: ['$n', 9] }, -1],
  [{ $eq: ['$missing', null] }, false],
  [{ $lt: ['$missing', null] }, true],
  [{ $gt: ['a', 5] }, true],
  [
    {
      $ne: [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
    },
    true,
  ],
  [{ $cond: [{ $gte: ['$n', 7] }, 'big', 'small'] }, 'big'],
  [{ $ifNull: ['$missing', 'none'] }, 'none'],
  [{ $cond: choice({ $lte: ['$n', 1] }, 'a', 'b') }, 'b'],
  [{ $switch: { branches: [branch({ $lte: ['$n', 1] }, 'a')], default: 'b' } }, 'b'],
  [{ $let: { vars: { x: '$n' }, in: { $multiply: ['$$x', '$$x'] } } }, 49],
  [{ $literal: '$n' }, '$n'],
  [{ $mergeObjects: ['$deep', { c: 1 }, '$nothing'] }, { a: { b: 1 }, c: 1 }],

  [{ $allElementsTrue: ['$list'] }, true],
  [{ $anyElementTrue: [[0, '$nothing']] }, false],
  [{ $setDifference: ['$list', [1]] }, [3, 2]],
  [{ $setEquals: ['$list', [1, 2, 3]] }, true],
  [{ $setIntersection: ['$list', [1, 3, 5]] }, [1, 3]],
  [{ $setIsSubset: [[1, 3], '$list'] }, true],
  [{ $setUnion: ['$list', [4]] }, [1, 2, 3, 4]],

  [{ $concat: ['$text', '!'] }, '互助 Help!'],
  [{ $concat: ['$text', '$missing'] }, null],
  [{ $indexOfBytes: ['$text', 'H'] }, 7],
  [{ $indexOfCP: ['$text', 'H'] }, 3],
  [{ $split: ['$text', ' '] }, ['互助', 'Help']],
  [{ $strLenBytes: '$text' }, 11],
  [{ $strLenCP: '$text' }, 7],
  [{ $strcasecmp: ['abc', 'ABD'] }, -1],
  [{ $substr: ['$text', 7, -1] }, 'Help'],
  [{ $substrBytes: ['$text', 0, 3] }, '互'],
  [{ $substrCP: ['$text', 1, 3] }, '助 H'],
  [{ $toLower: '$text' }, '互助 help'],
  [{ $toUpper: 'é a' }, 'é A'],
  [{ $trim: { input: ' a ' } }, 'a'],
  [{ $regexMatch: { input: '$text', regex: 'help', options: 'i' } }, true],

  [{ $year: '$at' }, 2026],
  [{ $month: '$at' }, 3],
  [{ $dayOfMonth: { date: '$at', timezone: shanghai } }, 2],
  [{ $dayOfWeek: '$at' }, 1],
  [{ $dayOfWeek: { date: '$at', timezone: shanghai } }, 2],
  [{ $dayOfYear: '$at' }, 60],
  [{ $hour: { date: '$at', timezone: shanghai } }, 4],
  [{ $hour: { date: '$at', timezone: '-03:30' } }, 17],
  [{ $minute: '$at' }, 30],
  [{ $second: '$at' }, 15],
  [{ $millisecond: '$at' }, 123],
  [{ $week: '$at' }, 9],
  [{ $week: '$newYear' }, 0],
  // A year that begins on a Monday, and one that begins on a Sunday.
  [{ $week: new Date('2024-01-01') }, 0],
  [{ $week: new Date('2024-01-07') }, 1],
  [{ $week: new Date('2023-01-01') }, 1],
  [{ $isoWeek: '$newYear' }, 53],
  [{ $isoWeekYear: '$newYear' }, 2026],
  [{ $isoDayOfWeek: '$at' }, 7],
  [{ $dateToString: { date: '$at' } }, '2026-03-01T20:30:15.123Z'],
  [
    { $dateToString: { date: '$at', format: '%Y-%m-%d %H:%M %z %j %U %V %u', timezone: shanghai } },
    '2026-03-02 04:30 +0800 061 09 10 1',
  ],
  [{ $dateToString: { date: '$missing', onNull: 'never' } }, 'never'],
  [
    { $dateFromString: { dateString: '2026-03-01T08:00:00', timezone: shanghai } },
    new Date('2026-03-01T00:00:00Z'),
  ],
  [
    { $dateFromString: { dateString: '01/03/2026', format: '%d/%m/%Y' } },
    new Date('2026-03-01T00:00:00Z'),
  ],
  [{ $dateFromString: { dateString: 'soon', onError: 'unclear' } }, 'unclear'],
  [{ $dateFromParts: { year: 2026, month: 14, day: 1 } }, new Date('2027-02-01T00:00:00Z')],
  [
    { $dateFromParts: { year: 2026, month: 3, day: 1, hour: 8, timezone: shanghai } },
    new Date('2026-03-01T00:00:00Z'),
  ],
  [
    { $dateFromParts: { isoWeekYear: 2026, isoWeek: 53, isoDayOfWeek: 5 } },
    new Date('2027-01-01T00:00:00Z'),
  ],
  // Clocks in New York go from 2 to 3 that night.
  [{ $hour: { date: new Date('2026-03-08T07:00:00Z'), timezone: 'America/New_York' } }, 3],

  [{ $sum: '$list' }, 7],
  [{ $avg: ['$n', '$text', 3] }, 5],
  [{ $max: '$list' }, 3],
  [{ $min: ['$nothing', 4] }, 4],
  [{ $stdDevPop: [1, 3] }, 1],
  [{ $stdDevSamp: [1] }, null],
  [{ $type: '$half' }, 'double'],
  [{ $toString: '$n' }, '7'],
  [{ $convert: { input: 'x', to: 'int', onError: -1 } }, -1],
]

for (const [expression, expected] of cases) {
  test(`expression: ${JSON.stringify(expression)}`, async () => {
    expect(await computed(expression)).toEqual(expected)
  })
}

const refused: unknown[] = [
  { $bogus: 1 },
  { $add: ['a', 1] },
  { $divide: [1, 0] },
  { $mod: [1, 0] },
  { $size: '$n' },
  { $concat: ['a', 1] },
  { $substrBytes: ['$text', 1, 1] },
  { $arrayElemAt: ['$n', 0] },
  { $switch: { branches: [branch(false, 1)] } },
  { $hour: '$text' },
  { $hour: { date: '$at', timezone: 'Nowhere/Here' } },
  { $dateFromString: { dateString: 'soon' } },
  { $cond: [1, 2] },
  '$$unknown',
  { $eq: [1, 1], $ne: [1, 1] },
  { $meta: 'textScore' },
]

for (const expression of refused) {
  test(`expression refused: ${JSON.stringify(expression)}`, async () => {
    expect(await codeOf(computed(expression))).toBe('DATABASE_REQUEST_FAILED')
  })
}

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
