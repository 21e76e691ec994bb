import fc from 'fast-check'
import { Query } from 'mingo'
import { update as mingoUpdate } from 'mingo/updater'
import sift from 'sift'
import { type CloudProcess, codeOf, describeLocal, newCollection, startCloudProcess } from './cloud'

/**
 * Two matchers written by others, mingo and sift, answer the same random queries. Neither is
 * MongoDB, and each is wrong in places of its own; but they were written apart, so where both say
 * the same, the cloud has to say it too. What both are known to have wrong is left out below, with
 * the reason. mingo alone is asked about updates.
 */

type Plain = Record<string, unknown>

const seed = 20260301
const scalar = fc.oneof(
  fc.integer({ min: 0, max: 4 }),
  fc.constantFrom<unknown>('a', 'b', null, true, 1.5),
)
const flat = fc.record({ x: scalar, y: scalar }, { requiredKeys: [], noNullPrototype: true })
const value = fc.oneof(
  scalar,
  fc.array(scalar, { maxLength: 3 }),
  flat,
  fc.array(flat, { maxLength: 2 }),
)
const document = fc.record({ a: value, b: value }, { requiredKeys: [], noNullPrototype: true })
const path = fc.constantFrom('a', 'b', 'a.x', 'b.y', 'a.0', 'b.1')

const comparison = fc
  .tuple(fc.constantFrom('$eq', '$ne', '$gt', '$gte', '$lt', '$lte'), scalar)
  .map(([operator, operand]): Plain => ({ [operator]: operand }))
const condition: fc.Arbitrary<Plain> = fc.oneof(
  comparison,
  fc
    .tuple(fc.constantFrom('$in', '$nin', '$all'), fc.array(scalar, { minLength: 1, maxLength: 3 }))
    .map(([operator, operand]) => ({ [operator]: operand })),
  fc.boolean().map(($exists) => ({ $exists })),
  fc.nat(3).map(($size) => ({ $size })),
  fc.constantFrom('string', 'bool', 'array', 'null').map(($type) => ({ $type })),
  fc.constantFrom('a', '^b').map(($regex) => ({ $regex })),
  comparison.map(($not) => ({ $not })),
  comparison.map(($elemMatch) => ({ $elemMatch })),
  fc.tuple(fc.constantFrom('x', 'y'), scalar).map(([k, v]) => ({ $elemMatch: { [k]: v } })),
)

/**
 * Left out: null at a position of a list (both call a position past the end null; MongoDB enters
 * the list's objects too), and null inside `$elemMatch` (both take null for an object).
 */
const isFair = (at: string, asked: Plain) =>
  !JSON.stringify(asked).includes('null') || (!/\d/.test(at) && !('$elemMatch' in asked))
const field = fc
  .tuple(path, condition)
  .filter(([at, asked]) => isFair(at, asked))
  .map(([at, asked]): Plain => ({ [at]: asked }))
const query = fc.oneof(
  { weight: 3, arbitrary: field },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.constantFrom('$and', '$or', '$nor'),
        fc.array(field, { minLength: 1, maxLength: 2 }),
      )
      .map(([operator, parts]): Plain => ({ [operator]: parts })),
  },
)

const logic: Record<string, (parts: boolean[]) => boolean> = {
  $and: (parts) => parts.every(Boolean),
  $or: (parts) => parts.some(Boolean),
  $nor: (parts) => !parts.some(Boolean),
}

/** What both say of each single condition, put together; undefined when they differ on one. */
function asBoth(where: Plain): (one: Plain) => boolean | undefined {
  const [[name, operand] = ['', undefined]] = Object.entries(where)
  const combine = logic[name]
  if (combine !== undefined) {
    const parts = (operand as Plain[]).map(asBoth)
    return (one) => {
      const answers = parts.map((part) => part(one))
      return answers.includes(undefined) ? undefined : combine(answers as boolean[])
    }
  }
  const [byMingo, bySift] = [new Query(where as never), sift(where as never)]
  return (one) => {
    const answer = byMingo.test(one as never)
    return answer === bySift(one) ? answer : undefined
  }
}

const small = fc.integer({ min: 0, max: 3 })
const change = fc.oneof(
  fc.tuple(fc.constant('$set'), scalar),
  fc.tuple(fc.constantFrom('$inc', '$mul'), small),
  // Between numbers only: mingo has another order of types.
  fc.tuple(fc.constantFrom('$min', '$max'), small),
  fc.tuple(fc.constantFrom('$push', '$addToSet', '$pull'), small),
  fc.tuple(fc.constant('$pullAll'), fc.array(small, { maxLength: 2 })),
  fc.tuple(fc.constant('$pop'), fc.constantFrom(1, -1)),
  fc.tuple(fc.constant('$unset'), fc.constant('')),
)

describeLocal('other implementations', () => {
  let cloud: CloudProcess
  beforeAll(async () => {
    cloud = await startCloudProcess()
  })
  afterAll(() => cloud.close())

  test('where two other matchers agree on a query, so does the cloud', async () => {
    const documents = fc
      .sample(document, { numRuns: 80, seed })
      .map((fields, i): Plain => ({ _id: `d${String(i).padStart(2, '0')}`, ...fields }))
    const name = await newCollection(cloud, documents)
    const raw = cloud.db.collection(name).options({ raw: true })
    let [asked, agreed] = [0, 0]
    for (const where of fc.sample(query, { numRuns: 400, seed })) {
      const { data } = await raw.where(where).get()
      const found = new Set(data.map((one) => one._id))
      const expectedOf = asBoth(where)
      for (const one of documents) {
        asked++
        const expected = expectedOf(one)
        if (expected === undefined) continue
        agreed++
        expect([where, one, found.has(one._id as string)]).toEqual([where, one, expected])
      }
    }
    expect(agreed / asked).toBeGreaterThan(0.9)
  })

  test('an update that the cloud accepts does what another implementation does', async () => {
    const name = await newCollection(cloud)
    const collection = cloud.db.collection(name)
    const target = fc.constantFrom('a', 'b', 'a.x', 'b.y', 'c')
    let accepted = 0
    for (const [fields, at, [operator, operand]] of fc.sample(fc.tuple(document, target, change), {
      numRuns: 500,
      seed,
    })) {
      const before: Plain = { ...fields }
      await collection.doc('one').set(before as never)
      const update = { [operator]: { [at]: operand } }
      const refused = await codeOf(
        collection.options({ raw: true }).where({ _id: 'one' }).update(update),
      )
      const { _id, ...after } = (await collection.doc('one').get()).data[0] as Plain
      const expected = structuredClone(fields) as Plain
      const [root, leaf] = at.split('.') as [string, string?]
      const held = leaf === undefined ? before[root] : (before[root] as Plain | undefined)?.[leaf]
      const isOrder = operator === '$min' || operator === '$max'
      if (isOrder && held !== undefined && typeof held !== 'number') continue
      if (refused === undefined) {
        accepted++
        mingoUpdate(expected, update as never)
      }
      expect([fields, update, after]).toEqual([fields, update, expected])
    }
    expect(accepted).toBeGreaterThan(200)
  })
})
