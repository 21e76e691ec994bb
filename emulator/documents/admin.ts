import { CloudError } from '../codes'
import type { Index } from './catalog'
import { isPlainObject } from './key'
import type { Store } from './store'

type IndexSpec = Omit<Index, 'id' | 'multikey' | 'since'>

/**
 * Collections and indexes in the shape of the cloud's management interface. May be sent again: what
 * exists stays, what is missing is made, indexes that are no longer named are dropped.
 */
export async function applyCollections(store: Store, body: unknown): Promise<void> {
  const wanted = readCollections(body)
  await store.write((batch) => {
    for (const { name, indexes } of wanted) {
      const collection = batch.catalog.find(name) ?? batch.createCollection(name)
      for (const index of collection.indexes) {
        const isWanted = indexes.some((spec) => isSame(spec, index))
        if (index.id !== 0 && !isWanted) batch.catalog.dropIndex(collection, index)
      }
      for (const spec of indexes) {
        const exists = collection.indexes.some((index) => isSame(spec, index))
        if (!exists) batch.createIndex(collection, spec)
      }
    }
  })
}

/** Names, counts and indexes of all collections. */
export function describeCollections(store: Store) {
  return store.catalog.all().map((collection) => ({
    name: collection.name,
    count: Number(store.latest.connection.first(`SELECT count(*) FROM d${collection.id}`)?.[0]),
    indexes: collection.indexes.map((index) => ({
      name: index.name,
      keys: index.keys,
      isUnique: index.isUnique,
    })),
  }))
}

/**
 * What is stored for each collection: documents and their bytes, and of each index how many entries
 * it has and how large they are. Counted, not remembered: for looking, not for every second.
 */
export function describeIndexes(store: Store) {
  const { connection } = store.latest
  const measure = (table: string, column: string) => {
    const sql = `SELECT count(*), coalesce(sum(length(${column})), 0) FROM ${table}`
    const [entries, bytes] = connection.first(sql) ?? []
    return { entries: Number(entries), bytes: Number(bytes) }
  }
  return store.catalog.all().map(({ id, name, indexes }) => {
    const { entries: count, bytes } = measure(`d${id}`, 'doc')
    return {
      name,
      count,
      bytes,
      indexes: indexes.map((index) => ({
        name: index.name,
        keys: index.keys,
        isUnique: index.isUnique,
        isMultikey: index.multikey.length > 0,
        ...(index.id === 0 ? measure(`d${id}`, 'id') : measure(`x${index.id}`, 'key')),
      })),
    }
  })
}

function isSame(spec: IndexSpec, index: Index): boolean {
  return (
    spec.name === index.name &&
    spec.isUnique === index.isUnique &&
    JSON.stringify(spec.keys) === JSON.stringify(index.keys)
  )
}

function readCollections(body: unknown): { name: string; indexes: IndexSpec[] }[] {
  const collections = isPlainObject(body) ? body.collections : undefined
  if (!Array.isArray(collections)) throw invalid('collections must be a list')
  return collections.map((collection) => {
    if (!isPlainObject(collection) || typeof collection.name !== 'string') {
      throw invalid('a collection needs a name')
    }
    const indexes = collection.indexes ?? []
    if (!Array.isArray(indexes)) throw invalid('indexes must be a list')
    return { name: collection.name, indexes: indexes.map(readIndex) }
  })
}

function readIndex(index: unknown): IndexSpec {
  const schema = isPlainObject(index) ? index.MgoKeySchema : undefined
  const keys = isPlainObject(schema) ? schema.MgoIndexKeys : undefined
  if (!isPlainObject(index) || typeof index.IndexName !== 'string' || !Array.isArray(keys)) {
    throw invalid('an index needs IndexName and MgoKeySchema.MgoIndexKeys')
  }
  if (keys.length === 0) throw invalid(`the index ${index.IndexName} has no keys`)
  return {
    name: index.IndexName,
    isUnique: isPlainObject(schema) && schema.MgoIsUnique === true,
    keys: keys.map((key) => {
      const direction = isPlainObject(key) ? String(key.Direction) : ''
      const path = isPlainObject(key) ? key.Name : undefined
      if (typeof path !== 'string' || !['1', '-1', '2dsphere'].includes(direction)) {
        throw invalid(
          `a key of ${index.IndexName} needs a Name and the Direction 1, -1 or 2dsphere`,
        )
      }
      return { path, direction: direction === '2dsphere' ? direction : direction === '1' ? 1 : -1 }
    }),
  }
}

function invalid(message: string): CloudError {
  return new CloudError('INVALID_PARAM', message)
}
