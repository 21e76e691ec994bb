import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { findDocuments } from './reading'
import { Store } from './store'
import type { Document } from './values'

/** Few values, so that queries and documents meet often. */
const scalar = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 4 }) },
  { weight: 1, arbitrary: fc.constantFrom('a', 'b', null, true, new Date(1)) },
)
const field = fc.oneof(
  { weight: 2, arbitrary: scalar },
  { weight: 2, arbitrary: fc.array(scalar, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.record({ y: scalar }) },
  { weight: 1, arbitrary: fc.array(fc.record({ y: scalar }), { maxLength: 2 }) },
)
const document = fc.record({ a: scalar, b: field, c: scalar }, { requiredKeys: ['c'] })

const compared = fc
  .tuple(fc.constantFrom('$eq', '$gt', '$gte', '$lt', '$lte', '$ne'), scalar)
  .map(([operator, operand]) => ({ [operator]: operand }))
const condition = fc.oneof(
  scalar,
  fc.array(scalar, { maxLength: 2 }),
  fc.record({ y: scalar }),
  compared.map(($elemMatch) => ({ $elemMatch })),
  compared.map(($not) => ({ $not })),
  fc.boolean().map(($exists) => ({ $exists })),
  fc.array(scalar, { minLength: 1, maxLength: 2 }).map(($all) => ({ $all })),
  compared.map(($elemMatch) => ({ $all: [{ $elemMatch }] })),
  fc.array(scalar, { maxLength: 3 }).map((values) => ({ $in: values })),
  fc.tuple(fc.constantFrom('$gt', '$gte', '$lt', '$lte'), scalar).map(([op, v]) => ({ [op]: v })),
  fc.tuple(scalar, scalar).map(([low, high]) => ({ $gte: low, $lt: high })),
)
const fields = fc.dictionary(fc.constantFrom('a', 'b', 'b.y', 'c'), condition, { maxKeys: 3 })
const query = fc.oneof(
  fields,
  fc.array(fields, { minLength: 1, maxLength: 2 }).map((branches) => ({ $or: branches })),
  fc.tuple(fields, fields).map((parts) => ({ $and: parts })),
)
const direction = fc.constantFrom<1 | -1>(1, -1)
/** Ends with the id, so that only one order is right. */
const sort = fc
  .tuple(
    fc.array(fc.tuple(fc.constantFrom('a', 'b', 'b.y', 'c'), direction), { maxLength: 2 }),
    direction,
  )
  .map(([by, last]) => [...by, ['_id', last] as [string, 1 | -1]])
const keys = fc
  .tuple(
    fc.uniqueArray(fc.record({ path: fc.constantFrom('a', 'b', 'b.y', 'c'), direction }), {
      minLength: 1,
      maxLength: 2,
      selector: (key) => key.path.charAt(0),
    }),
    fc.array(fc.record({ path: fc.constant('_id'), direction }), { maxLength: 1 }),
  )
  .map(([first, last]) => [...first, ...last])

test('an index changes how much is looked at, never what is found', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'cloud-reading-'))
  const store = new Store(folder)
  let n = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(document, { minLength: 1, maxLength: 20 }),
      fc.array(keys, { minLength: 1, maxLength: 3 }),
      fc.array(fc.tuple(query, sort), { minLength: 1, maxLength: 12 }),
      async (documents, indexes, searches) => {
        const name = `c${++n}`
        await store.write((batch) => {
          const plain = batch.createCollection(`${name}plain`)
          const indexed = batch.createCollection(name)
          for (const [i, index] of indexes.entries()) {
            batch.createIndex(indexed, { name: `i${i}`, keys: index, isUnique: false })
          }
          for (const [i, data] of documents.entries()) {
            batch.insert(plain, { _id: i, ...data })
            batch.insert(indexed, { _id: i, ...data })
          }
        })
        for (const [where, by] of searches) {
          const find = (collection: string) =>
            findDocuments(store.latest, store.catalog.get(collection), {
              query: where as Document,
              sort: by,
              limit: 10,
            }).found.map((found) => found.document._id)
          expect(find(name)).toEqual(find(`${name}plain`))
        }
      },
    ),
    { numRuns: 120 },
  )
  store.close()
  rmSync(folder, { recursive: true })
})
