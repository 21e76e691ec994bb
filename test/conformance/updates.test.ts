import { type CloudProcess, codeOf, newCollection, startCloudProcess, testLocal } from './cloud'

let cloud: CloudProcess
beforeAll(async () => {
  cloud = await startCloudProcess()
})
afterAll(() => cloud.close())

/** Applies a raw update to one document and answers what became of it. */
async function updated(before: Record<string, unknown>, update: object): Promise<unknown> {
  const name = await newCollection(cloud, [{ _id: 'a', ...before }])
  const collection = cloud.db.collection(name)
  const code = await codeOf(collection.options({ raw: true }).where({ _id: 'a' }).update(update))
  const [document] = (await collection.doc('a').get()).data
  if (code !== undefined) {
    expect(document).toEqual({ _id: 'a', ...before })
    return code
  }
  const { _id, ...after } = document as Record<string, unknown>
  return after
}

const changes: [what: string, before: Record<string, unknown>, update: object, after: unknown][] = [
  ['set a new path', {}, { $set: { 'a.b': 1 } }, { a: { b: 1 } }],
  ['set replaces an object', { a: { b: 1, c: 2 } }, { $set: { a: { c: 3 } } }, { a: { c: 3 } }],
  ['set in a list by position', { a: [1, 2] }, { $set: { 'a.1': 5 } }, { a: [1, 5] }],
  ['set past the end of a list', { a: [1] }, { $set: { 'a.2': 5 } }, { a: [1, null, 5] }],
  ['unset', { a: { b: 1, c: 2 }, d: 1 }, { $unset: { 'a.b': '', d: '' } }, { a: { c: 2 } }],
  ['inc', { a: 1 }, { $inc: { a: 2, b: -1 } }, { a: 3, b: -1 }],
  ['mul', { a: 3 }, { $mul: { a: 2, b: 5 } }, { a: 6, b: 0 }],
  ['min and max', { a: 3, b: 3 }, { $min: { a: 1 }, $max: { b: 5 } }, { a: 1, b: 5 }],
  ['push', { a: [1] }, { $push: { a: 2, b: 'x' } }, { a: [1, 2], b: ['x'] }],
  [
    'push many in front',
    { a: [3] },
    { $push: { a: { $each: [1, 2], $position: 0 } } },
    { a: [1, 2, 3] },
  ],
  [
    'push and keep the last',
    { a: [1, 2] },
    { $push: { a: { $each: [3], $slice: -2 } } },
    { a: [2, 3] },
  ],
  ['add to a set', { a: [1] }, { $addToSet: { a: { $each: [1, 2] } } }, { a: [1, 2] }],
  ['pull', { a: [1, 5, 9] }, { $pull: { a: { $gt: 4 } } }, { a: [1] }],
  ['pull all', { a: [1, 5, 5] }, { $pullAll: { a: [5] } }, { a: [1] }],
  ['pop', { a: [1, 2, 3] }, { $pop: { a: 1 } }, { a: [1, 2] }],
  ['shift', { a: [1, 2, 3] }, { $pop: { a: -1 } }, { a: [2, 3] }],
  ['rename', { a: 1 }, { $rename: { a: 'b' } }, { b: 1 }],
  ['rename into an object', { a: 1, c: {} }, { $rename: { a: 'c.d' } }, { c: { d: 1 } }],
  ['rename of nothing', { a: 1 }, { $rename: { x: 'a' } }, { a: 1 }],
  ['set of the same id', { a: 1 }, { $set: { _id: 'a', a: 2 } }, { a: 2 }],
  [
    'set an object with its names in another order',
    { a: { x: 1, y: 2 } },
    { $set: { a: { y: 2, x: 1 } } },
    { a: { y: 2, x: 1 } },
  ],
  ['unset in a list leaves null', { a: [1, 2] }, { $unset: { 'a.0': '' } }, { a: [null, 2] }],
  ['min across types: a text is less than a list', { a: [] }, { $min: { a: 'x' } }, { a: 'x' }],
  ['max across types', { a: 5 }, { $max: { a: 'x', b: 1 } }, { a: 'x', b: 1 }],
  ['bit', { a: 13 }, { $bit: { a: { and: 10 }, b: { or: 5 } } }, { a: 8, b: 5 }],
  ['bit xor of negative numbers', { a: -1 }, { $bit: { a: { xor: 5 } } }, { a: -6 }],
  [
    'push, sort by two fields, keep the first three',
    {
      a: [
        { x: 2, y: 1 },
        { x: 1, y: 1 },
      ],
    },
    {
      $push: {
        a: {
          $each: [
            { x: 1, y: 5 },
            { x: 2, y: 9 },
          ],
          $sort: { x: 1, y: -1 },
          $slice: 3,
        },
      },
    },
    {
      a: [
        { x: 1, y: 5 },
        { x: 1, y: 1 },
        { x: 2, y: 9 },
      ],
    },
  ],
  [
    'push and sort by a path',
    { a: [{ d: { n: 2 } }] },
    { $push: { a: { $each: [{ d: { n: 1 } }], $sort: { 'd.n': 1 } } } },
    { a: [{ d: { n: 1 } }, { d: { n: 2 } }] },
  ],
  [
    'push and sort values of several types',
    { a: ['b', 3] },
    { $push: { a: { $each: [null, 'a'], $sort: 1 } } },
    { a: [null, 3, 'a', 'b'] },
  ],
  [
    'push counted from the end',
    { a: [1, 2, 3] },
    { $push: { a: { $each: [9], $position: -1 } } },
    { a: [1, 2, 9, 3] },
  ],
  ['push a list as one element', { a: [1] }, { $push: { a: [2, 3] } }, { a: [1, [2, 3]] }],
  [
    'add to a set minds the order of names',
    { a: [{ x: 1, y: 2 }] },
    { $addToSet: { a: { y: 2, x: 1 } } },
    {
      a: [
        { x: 1, y: 2 },
        { y: 2, x: 1 },
      ],
    },
  ],
  [
    'pull objects by a query',
    { a: [{ n: 1, m: 1 }, { n: 5 }, 5] },
    { $pull: { a: { n: { $lt: 3 } } } },
    { a: [{ n: 5 }, 5] },
  ],
  ['pull from nothing', { b: 1 }, { $pull: { a: 1 } }, { b: 1 }],
  [
    'every element',
    { a: [{ n: 1 }, { n: 2 }] },
    { $inc: { 'a.$[].n': 1 } },
    { a: [{ n: 2 }, { n: 3 }] },
  ],
]

for (const [what, before, update, after] of changes) {
  test(`update: ${what}`, async () => {
    expect(await updated(before, update)).toEqual(after)
  })
}

test('the current date is the time of the cloud', async () => {
  const after = (await updated(
    { a: 1 },
    { $currentDate: { at: true, also: { $type: 'date' } } },
  )) as {
    at: Date
    also: Date
  }
  expect(Math.abs(after.at.getTime() - Date.now())).toBeLessThan(5000)
  expect(after.also).toEqual(after.at)
})

const refusals: [what: string, before: Record<string, unknown>, update: object][] = [
  ['inc of a text', { a: '1' }, { $inc: { a: 1 } }],
  ['inc of null', { a: null }, { $inc: { a: 1 } }],
  ['inc by a text', { a: 1 }, { $inc: { a: '1' } }],
  ['push to a number', { a: 1 }, { $push: { a: 1 } }],
  ['add to a set that is a text', { a: 'x' }, { $addToSet: { a: 1 } }],
  ['set through a number', { a: 1 }, { $set: { 'a.b': 1 } }],
  ['set through null', { a: null }, { $set: { 'a.b': 1 } }],
  ['set a name in a list', { a: [1] }, { $set: { 'a.b': 1 } }],
  ['change of the id', { a: 1 }, { $set: { _id: 'b' } }],
  ['a field and what is inside it', { a: {} }, { $set: { a: {} }, $inc: { 'a.b': 1 } }],
  ['a dollar name in a value', {}, { $set: { a: { $b: 1 } } }],
  ['bit of a fraction', { a: 1.5 }, { $bit: { a: { and: 1 } } }],
  ['an unknown bit operation', { a: 1 }, { $bit: { a: { not: 1 } } }],
  ['pop by two', { a: [1] }, { $pop: { a: 2 } }],
  ['pop of a text', { a: 'x' }, { $pop: { a: 1 } }],
  ['pull from a text', { a: 'x' }, { $pull: { a: 1 } }],
  ['push with an unknown clause', { a: [] }, { $push: { a: { $each: [1], $first: 1 } } }],
  ['push with a sort of two', { a: [] }, { $push: { a: { $each: [1], $sort: 2 } } }],
  ['push of each that is no list', { a: [] }, { $push: { a: { $each: 1 } } }],
  ['rename in a list', { a: [{ b: 1 }] }, { $rename: { 'a.0.b': 'c' } }],
  ['rename to itself', { a: 1 }, { $rename: { a: 'a' } }],
  ['a position that no query found', { a: [1] }, { $set: { 'a.$': 2 } }],
  ['every element of no list', { a: 1 }, { $inc: { 'a.$[]': 1 } }],
  ['a filter that nobody gave', { a: [1] }, { $set: { 'a.$[x]': 1 } }],
  ['an empty name', { a: 1 }, { $set: { 'a..b': 1 } }],
  ['a path too deep', {}, { $set: { [Array(120).fill('a').join('.')]: 1 } }],
  ['a current date of another type', {}, { $currentDate: { a: 'date' } }],
  ['an unknown operator', {}, { $double: { a: 1 } }],
  ['a mixture of operators and fields', {}, { $set: { a: 1 }, b: 1 }],
]

for (const [what, before, update] of refusals) {
  test(`refused and nothing written: ${what}`, async () => {
    expect(await updated(before, update)).toBe('DATABASE_REQUEST_FAILED')
  })
}

test('the positional $ names the element that the query found', async () => {
  const name = await newCollection(cloud, [
    {
      _id: 'a',
      list: [
        { k: 1, n: 0 },
        { k: 2, n: 0 },
      ],
    },
  ])
  const raw = cloud.db.collection(name).options({ raw: true })
  await raw.where({ 'list.k': 2 }).update({ $set: { 'list.$.n': 5 } })
  const { data } = await cloud.db.collection(name).get()
  expect(data).toEqual([
    {
      _id: 'a',
      list: [
        { k: 1, n: 0 },
        { k: 2, n: 5 },
      ],
    },
  ])
})

testLocal(
  'an update that finds nothing may make the document, from its query and its fields',
  async () => {
    const name = await newCollection(cloud)
    // The SDK has no call for it; others who speak its protocol do.
    const upsert = async () =>
      (
        await cloud.post('/admin?env=local-env', {
          action: 'database.modifyDocument',
          collectionName: name,
          queryType: 'WHERE',
          query: '{"_id":"a","kind":{"$eq":"tool"},"n":{"$gt":{"$numberInt":"5"}}}',
          data: '{"$inc":{"n":{"$numberInt":"9"}},"$setOnInsert":{"made":true}}',
          ...{ multi: false, merge: true, upsert: true },
        })
      ).body as { data: unknown }
    expect((await upsert()).data).toEqual({ updated: 0, upsert_id: 'a' })
    const made = { _id: 'a', kind: 'tool', n: 9, made: true }
    expect((await cloud.db.collection(name).get()).data).toEqual([made])
    await cloud.db.collection(name).doc('a').update({ made: false })
    expect((await upsert()).data).toEqual({ updated: 1, upsert_id: null })
    expect((await cloud.db.collection(name).get()).data).toEqual([{ ...made, n: 18, made: false }])
  },
)

test('the update commands of the SDK', async () => {
  const _ = cloud.db.command
  const name = await newCollection(cloud, [
    { _id: 'a', n: 1, gone: 1, list: [1, 2, 3, 2], deep: { x: 1, y: 2 }, low: 5 },
  ])
  const document = cloud.db.collection(name).doc('a')
  await document.update({
    n: _.inc(2),
    gone: _.remove(),
    list: _.pull(2),
    deep: { x: 9 },
    low: _.min(3),
    when: new Date(0),
  })
  await document.update({ list: _.push([7, 8]) })
  await document.update({ list: _.unshift([0]) })
  await document.update({ list: _.pop(), set: _.addToSet('one') })
  expect((await document.get()).data[0]).toEqual({
    _id: 'a',
    n: 3,
    list: [0, 1, 3, 7],
    deep: { x: 9, y: 2 },
    low: 3,
    when: new Date(0),
    set: ['one'],
  })
  await document.update({ deep: _.set({ z: 1 }) })
  expect((await document.get()).data[0]).toMatchObject({ deep: { z: 1 } })
})

test('an update by a query on several documents takes all of them or stops at the refused one', async () => {
  const name = await newCollection(cloud, [
    { _id: 'a', n: 1 },
    { _id: 'b', n: 'text' },
    { _id: 'c', n: 1 },
  ])
  const collection = cloud.db.collection(name)
  const work = collection.where({}).update({ n: cloud.db.command.inc(1) })
  expect(await codeOf(work)).toBe('DATABASE_REQUEST_FAILED')
  expect((await collection.get()).data.map((document) => document.n)).toEqual([2, 'text', 1])
})

test('projections: slices, the element that fits, the element found', async () => {
  const list = [
    { k: 1, n: 1 },
    { k: 2, n: 2 },
    { k: 2, n: 3 },
  ]
  const name = await newCollection(cloud, [{ _id: 'a', list, other: 1 }])
  const collection = cloud.db.collection(name).where({ 'list.k': 2 })
  const projected = async (fields: object) => (await collection.field(fields as never).get()).data
  expect(await projected({ list: { $slice: -1 } })).toEqual([
    { _id: 'a', list: [list[2]], other: 1 },
  ])
  expect(await projected({ list: { $slice: [1, 1] } })).toEqual([
    { _id: 'a', list: [list[1]], other: 1 },
  ])
  expect(await projected({ list: { $elemMatch: { n: 3 } } })).toEqual([
    { _id: 'a', list: [list[2]] },
  ])
  expect(await projected({ 'list.$': 1 })).toEqual([{ _id: 'a', list: [list[1]] }])
  expect(await projected({ 'list.n': 1, _id: 0 })).toEqual([
    { list: [{ n: 1 }, { n: 2 }, { n: 3 }] },
  ])
  expect(await codeOf(projected({ list: 1, other: 0 }))).toBe('DATABASE_REQUEST_FAILED')
})
