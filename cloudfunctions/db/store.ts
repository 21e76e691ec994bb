import { command, database } from './cloud'
import type { CollectionName, Documents } from './documents'
import { DuplicateKey, settled } from './failure'

/** Comparisons a query may use beside equality. */
export const { lt, lte, gt, gte, neq, exists, in: oneOf, all: allOf, elemMatch: anyItem } = command

/** An array that holds nothing. */
export const empty = () => command.size(0)
type Comparison = ReturnType<typeof command.lt> | ReturnType<typeof command.and>

/** From one value to another, both included. */
export const between = (from: string, to: string): Comparison =>
  command.gte(from).and(command.lte(to))

type Where<D> = {
  [K in keyof D]?: D[K] | Comparison | (D[K] extends (infer E)[] ? E : never)
} & { [part: `${string}.${string}`]: Comparison }
type Query<D> = {
  where: Where<D>
  orderBy?: readonly [keyof D & string, 'asc' | 'desc']
  /** Required: no query is unbounded. At most 1000, the cloud's own limit. */
  limit: number
}

/** Reads outside a transaction. Each is one round trip; independent ones may run side by side. */
export const store = {
  async get<C extends CollectionName>(name: C, id: string): Promise<Documents[C] | null> {
    const { data } = await settled(database.collection(name).doc(id).get())
    return (data as Documents[C][])[0] ?? null
  },

  /** The documents of these keys, in no promised order; absent ones are left out. */
  async getMany<C extends CollectionName>(
    name: C,
    ids: readonly string[],
  ): Promise<Documents[C][]> {
    const wanted = [...new Set(ids)]
    if (wanted.length === 0) return []
    if (wanted.length > 1000) throw new Error(`getMany of ${wanted.length} documents`)
    const query = database
      .collection(name)
      .where({ _id: command.in(wanted) })
      .limit(wanted.length)
    return (await settled(query.get())).data as Documents[C][]
  },

  async find<C extends CollectionName>(
    name: C,
    query: Query<Documents[C]>,
  ): Promise<Documents[C][]> {
    let found = database.collection(name).where(query.where).limit(query.limit)
    if (query.orderBy) found = found.orderBy(...query.orderBy)
    return (await settled(found.get())).data as Documents[C][]
  },

  /** Some fields of what is found: for many keys of documents that are larger than what is asked. */
  async findParts<C extends CollectionName, K extends keyof Documents[C] & string>(
    name: C,
    query: Query<Documents[C]>,
    fields: readonly K[],
  ): Promise<Pick<Documents[C], K>[]> {
    const wanted = Object.fromEntries(fields.map((field) => [field, true]))
    let found = database.collection(name).where(query.where).field(wanted).limit(query.limit)
    if (query.orderBy) found = found.orderBy(...query.orderBy)
    return (await settled(found.get())).data as Pick<Documents[C], K>[]
  },

  async count<C extends CollectionName>(name: C, where: Where<Documents[C]>): Promise<number> {
    return (await settled(database.collection(name).where(where).count())).total ?? 0
  },

  /** How many match, counted no further than `max`; only keys travel. For what waits: 99 and 990 say the same. */
  async countUpTo<C extends CollectionName>(
    name: C,
    where: Where<Documents[C]>,
    max: number,
  ): Promise<number> {
    const keys = database.collection(name).where(where).field({ _id: true }).limit(max)
    return (await settled(keys.get())).data.length
  },

  /** When the matching documents came to be, the latest first; only the instants travel. */
  async instants<C extends CollectionName>(
    name: C,
    where: Where<Documents[C]>,
    limit: number,
  ): Promise<Date[]> {
    const found = database
      .collection(name)
      .where(where)
      .orderBy('createdAt', 'desc')
      .limit(limit)
      .field({ createdAt: true })
    const { data } = await settled(found.get())
    return (data as { createdAt: Date }[]).map(({ createdAt }) => createdAt)
  },

  /** Creates a document unless its key is taken; says whether it did. For work that may be repeated. */
  async createOnce<C extends CollectionName>(name: C, document: Documents[C]): Promise<boolean> {
    try {
      await settled(database.collection(name).add(document))
      return true
    } catch (error) {
      if (error instanceof DuplicateKey) return false
      throw error
    }
  },

  /** One conditional update over a query: sets plain values in every document that matches. */
  async updateWhere<C extends CollectionName>(
    name: C,
    where: Where<Documents[C]>,
    set: { [K in keyof Documents[C]]?: Extract<Documents[C][K], string | number | boolean> },
  ): Promise<number> {
    const result = await settled(database.collection(name).where(where).update(set))
    return result.updated ?? 0
  },

  /**
   * One conditional update of one document, found by its key and what must hold: adds to numbers,
   * sets and removes parts by path (`serverDate()` only as a value of its own). Atomic, and no transaction: who comes at the same moment waits
   * instead of meeting a conflict. Answers the document afterwards; null when nothing matched.
   */
  async amend<C extends CollectionName>(
    name: C,
    id: string,
    change: {
      when?: Record<string, unknown>
      add?: Record<string, number>
      set?: Record<string, unknown>
      remove?: readonly string[]
    },
  ): Promise<Documents[C] | null> {
    const { when = {}, add = {}, set = {}, remove = [] } = change
    const parts = [
      ...Object.entries(add).map(([path, by]) => [path, command.inc(by)]),
      ...Object.entries(set).map(([path, value]) => [path, asWhole(value)]),
      ...remove.map((path) => [path, command.remove()]),
    ]
    const found = database.collection(name).where({ ...when, _id: id })
    const { doc } = (await settled(found.updateAndReturn(Object.fromEntries(parts)))) as {
      doc?: Documents[C] | null
    }
    return doc ?? null
  },

  async removeWhere<C extends CollectionName>(
    name: C,
    where: Where<Documents[C]>,
  ): Promise<number> {
    const result = await settled(database.collection(name).where(where).remove())
    return Number(result.deleted ?? 0)
  },
}
export type Store = typeof store

/** An object is set as it is; the SDK would spread it over paths. Nothing in it is interpreted. */
const asWhole = (value: unknown) =>
  value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype
    ? command.set(value)
    : value

/** The instant of the write, by the database's own clock. */
export const serverDate = () => database.serverDate()
