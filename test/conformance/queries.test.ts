import { type CloudProcess, codeOf, newCollection, startCloudProcess, testLocal } from './cloud'

let cloud: CloudProcess
let name: string

const when = new Date('2026-01-01T00:00:00Z')
const documents = [
  { _id: 'num5', v: 5 },
  { _id: 'num10', v: 10 },
  { _id: 'text', v: 'ten' },
  { _id: 'null', v: null },
  { _id: 'missing' },
  { _id: 'list', v: [1, 10, 'ten'] },
  { _id: 'empty', v: [] },
  { _id: 'object', v: { a: 1, b: 2 } },
  { _id: 'swapped', v: { b: 2, a: 1 } },
  {
    _id: 'objects',
    v: [
      { a: 1, b: 5 },
      { a: 3, b: 1 },
    ],
  },
  { _id: 'date', v: when },
  { _id: 'true', v: true },
  { _id: 'nested', v: [[1, 2], 3] },
]

beforeAll(async () => {
  cloud = await startCloudProcess()
  name = await newCollection(cloud, documents)
})
afterAll(() => cloud.close())

/** Raw MongoDB queries and what MongoDB answers, worked out from its manual. */
const cases: [what: string, query: object, expected: string[]][] = [
  ['equality reaches elements of a list', { v: 10 }, ['num10', 'list']],
  ['null is also what is missing', { v: null }, ['null', 'missing']],
  [
    'not equal is all the rest',
    { v: { $ne: null } },
    [
      'num5',
      'num10',
      'text',
      'list',
      'empty',
      'object',
      'swapped',
      'objects',
      'date',
      'true',
      'nested',
    ],
  ],
  ['greater than stays within numbers', { v: { $gt: 4 } }, ['num5', 'num10', 'list']],
  ['less than stays within texts', { v: { $lt: 'tf' } }, ['text', 'list']],
  ['dates are compared with dates', { v: { $gte: when } }, ['date']],
  ['two bounds may be met by two elements', { v: { $gt: 1, $lt: 5 } }, ['list', 'nested']],
  ['elemMatch wants one element for both', { v: { $elemMatch: { $gt: 1, $lt: 5 } } }, ['nested']],
  ['elemMatch on objects', { v: { $elemMatch: { a: 3, b: 1 } } }, ['objects']],
  [
    'elemMatch on objects leaves scalars alone, and takes an inner list for an object',
    { v: { $elemMatch: { a: { $exists: false } } } },
    ['nested'],
  ],
  ['a path enters lists of objects', { 'v.a': 3 }, ['objects']],
  ['a path and a position', { 'v.0.a': 1 }, ['objects']],
  ['conditions on two paths may meet in two elements', { 'v.a': 1, 'v.b': 1 }, ['objects']],
  ['objects are equal in the same order of keys only', { v: { a: 1, b: 2 } }, ['object']],
  ['a whole list is compared in order', { v: [1, 10, 'ten'] }, ['list']],
  ['a list inside a list', { v: [1, 2] }, ['nested']],
  ['in with null', { v: { $in: [5, null] } }, ['num5', 'null', 'missing']],
  [
    'nin',
    { v: { $nin: [5, null, 10, 'ten', true] } },
    ['empty', 'object', 'swapped', 'objects', 'date', 'nested'],
  ],
  ['all on a list and on a scalar', { v: { $all: [10] } }, ['num10', 'list']],
  ['size', { v: { $size: 2 } }, ['objects', 'nested']],
  ['exists', { v: { $exists: false } }, ['missing']],
  ['type array and type number', { v: { $type: 'array' } }, ['list', 'empty', 'objects', 'nested']],
  ['type of elements', { v: { $type: 'bool' } }, ['true']],
  ['mod', { v: { $mod: [5, 0] } }, ['num5', 'num10', 'list']],
  ['regular expression on elements', { v: /^te/ }, ['text', 'list']],
  [
    'not',
    { v: { $not: { $gt: 4 } } },
    ['text', 'null', 'missing', 'empty', 'object', 'swapped', 'objects', 'date', 'true', 'nested'],
  ],
  ['or', { $or: [{ v: 5 }, { _id: 'text' }] }, ['num5', 'text']],
  ['and', { $and: [{ v: { $gt: 4 } }, { v: { $lt: 6 } }] }, ['num5', 'list']],
  ['nor', { $nor: [{ v: { $exists: true } }] }, ['missing']],
  ['elemMatch on lists in lists', { v: { $elemMatch: { $elemMatch: { $lt: 2 } } } }, ['nested']],
  [
    'all with two elemMatch',
    { v: { $all: [{ $elemMatch: { a: 1 } }, { $elemMatch: { b: 1 } }] } },
    ['objects'],
  ],
  ['all of nothing', { v: { $all: [] } }, []],
  ['at least null', { v: { $gte: null } }, ['null', 'missing']],
  ['a regular expression with options', { v: { $regex: '^TE', $options: 'i' } }, ['text', 'list']],
  ['a regular expression with its options inside', { v: { $regex: '(?i)^TE' } }, ['text', 'list']],
  ['type by number, several types', { v: { $type: [8, 'date'] } }, ['date', 'true']],
  ['bits', { v: { $bitsAllSet: [0, 2] } }, ['num5']],
  ['mod takes the whole part', { v: { $mod: [4, 1] } }, ['num5', 'list']],
  [
    'jsonSchema',
    {
      $jsonSchema: { required: ['v'], properties: { v: { bsonType: 'object', required: ['a'] } } },
    },
    ['object', 'swapped'],
  ],
  ['expr', { $expr: { $eq: ['$_id', 'text'] } }, ['text']],
]

for (const [what, query, expected] of cases) {
  test(`query: ${what}`, async () => {
    const raw = cloud.db.collection(name).options({ raw: true })
    const { data } = await raw.where(encodeExpressions(query)).get()
    expect(data.map((document) => document._id).sort()).toEqual([...expected].sort())
  })
}

testLocal('an index gives the same answers as no index', async () => {
  const indexed = await newCollection(cloud, documents)
  for (const direction of ['1', '-1']) {
    const keys = [{ Name: 'v', Direction: direction }]
    const indexes = [{ IndexName: `v${direction}`, MgoKeySchema: { MgoIndexKeys: keys } }]
    await cloud.post('/_control/collections', { collections: [{ name: indexed, indexes }] })
    for (const [what, query, expected] of cases) {
      const raw = cloud.db.collection(indexed).options({ raw: true })
      const { data } = await raw.where(encodeExpressions(query)).get()
      expect([what, direction, data.map((d) => d._id).sort()]).toEqual([
        what,
        direction,
        [...expected].sort(),
      ])
    }
  }
})

/** What the SDK writes for a regular expression; raw queries are sent as they are. */
function encodeExpressions(value: object): object {
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      if (item instanceof RegExp) {
        return [key, { $regularExpression: { pattern: item.source, options: item.flags } }]
      }
      return [key, item]
    }),
  )
}

test('the commands of the SDK reach the same operators', async () => {
  const _ = cloud.db.command
  const found = async (query: object) =>
    (await cloud.db.collection(name).where(query).get()).data.map((d) => d._id).sort()
  expect(await found({ v: _.gt(4).and(_.lt(6)) })).toEqual(['list', 'num5'])
  expect(await found({ v: _.or(_.eq(5), _.eq('ten')) })).toEqual(['list', 'num5', 'text'])
  expect(await found(_.or([{ v: 5 }, { v: true }]))).toEqual(['num5', 'true'])
  expect(await found({ v: { a: 1 } })).toEqual(['object', 'objects', 'swapped'])
  expect(await found({ v: /^TE/i })).toEqual(['list', 'text'])
  expect(await found({ v: cloud.db.RegExp({ regexp: '^te', options: 'i' }) })).toEqual([
    'list',
    'text',
  ])
  expect(await found({ v: _.in([5, 10]) })).toEqual(['list', 'num10', 'num5'])
  expect(await found({ v: _.exists(false) })).toEqual(['missing'])
})

test('values sort in the order of their types', async () => {
  const { data } = await cloud.db.collection(name).orderBy('v', 'asc').orderBy('_id', 'asc').get()
  // A list sorts by its smallest element; an empty list is less than anything.
  expect(data.map((document) => document._id)).toEqual([
    'empty',
    'missing',
    'null',
    'list',
    'nested',
    'num5',
    'num10',
    'text',
    'object',
    'objects',
    'swapped',
    'true',
    'date',
  ])
})

test('malformed queries are refused', async () => {
  const raw = cloud.db.collection(name).options({ raw: true })
  for (const query of [
    { v: { $bogus: 1 } },
    { $bogus: [] },
    { v: { $in: 5 } },
    { v: { $size: -1 } },
    { v: { $gt: 1, plain: 2 } },
    { v: { $nearSphere: {} } },
    { v: { $type: 'number8' } },
    { v: { $mod: [0, 1] } },
    { v: { $not: 5 } },
    { v: { $regex: '(' } },
    { v: { $elemMatch: 5 } },
    { v: { $all: [{ $elemMatch: { a: 1 } }, 5] } },
    { v: { $all: [5, { $elemMatch: { a: 1 } }] } },
    { v: { $all: [{ $gt: 5 }] } },
    { $or: [] },
    { $where: 'true' },
    { $text: { $search: 'x' } },
    { $expr: { $bogus: 1 } },
    { $jsonSchema: { bogus: 1 } },
  ]) {
    expect([query, await codeOf(raw.where(query).get())]).toEqual([
      query,
      'DATABASE_REQUEST_FAILED',
    ])
  }
})
