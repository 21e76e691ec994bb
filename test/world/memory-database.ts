import { AsyncLocalStorage } from 'node:async_hooks'
import { DuplicateKey } from '../../cloudfunctions/db/failure'

type Document = Record<string, unknown> & { _id: string }
type Condition = { is: (value: unknown) => boolean }
type Query = {
  where: Record<string, unknown>
  orderBy?: readonly [string, 'asc' | 'desc']
  limit: number
}
type Amendment = {
  when?: Record<string, unknown>
  add?: Record<string, number>
  set?: Record<string, unknown>
  remove?: readonly string[]
}

/** The function died in the middle of a call; the phone hears nothing. */
export class Killed extends Error {}

/** One call: how many database operations it lives for, and whether the last of them is still done. */
export type Life = { operations: number; isLastDone: boolean }

const condition = (is: Condition['is']): Condition => ({ is })
const comparable = (value: unknown) =>
  (value instanceof Date ? value.getTime() : value) as number | string
const compared = (test: (a: number | string, b: number | string) => boolean) => (bound: unknown) =>
  condition(
    (value) => value !== undefined && value !== null && test(comparable(value), comparable(bound)),
  )

const at = (document: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], document)

function put(document: Document, path: string, change: (value: unknown) => unknown): void {
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  let part: Record<string, unknown> = document
  for (const key of keys) {
    part[key] ??= {}
    part = part[key] as Record<string, unknown>
  }
  const value = change(part[last])
  if (value === undefined) delete part[last]
  else part[last] = value
}

const matches = (document: Document, where: Record<string, unknown>): boolean =>
  Object.entries(where).every(([path, wanted]) => {
    const value = at(document, path)
    const { is } = (wanted ?? {}) as Partial<Condition>
    return is ? is(value) : comparable(value) === comparable(wanted)
  })

export type MemoryDatabase = ReturnType<typeof openMemoryDatabase>

/**
 * A database in memory behind the interfaces of `db/store` and `db/transact`: single updates are
 * atomic, transactions see a snapshot and meet in conflicts, and every operation waits for its turn,
 * which the test gives. So whatever calls do at once can be played in any order, again and again.
 */
export function openMemoryDatabase(nowMs: () => number) {
  let stored = new Map<string, Document>()
  let turns: (() => void)[] = []
  let isPlayed = false
  let ticks = 0
  const lives = new AsyncLocalStorage<Life>()
  const keyOf = (name: string, id: string) => `${name}/${id}`

  /** One operation of one call: its turn, its effect, and perhaps the end of the call. */
  async function operation<T>(effect: () => T): Promise<T> {
    if (isPlayed) await new Promise<void>((resolve) => turns.push(resolve))
    const life = lives.getStore()
    if (!life) return effect()
    life.operations -= 1
    if (life.operations > 0) return effect()
    if (life.operations === 0 && life.isLastDone) effect()
    throw new Killed('the function died')
  }

  const all = (name: string): Document[] =>
    [...stored].flatMap(([key, document]) => (key.startsWith(`${name}/`) ? [document] : []))
  const write = (name: string, document: Document) =>
    stored.set(keyOf(name, document._id), structuredClone(document))

  function select(name: string, { where, orderBy, limit }: Query): Document[] {
    const found = all(name).filter((document) => matches(document, where))
    if (orderBy) {
      const [path, direction] = orderBy
      const sign = direction === 'asc' ? 1 : -1
      found.sort((a, b) => (comparable(at(a, path)) < comparable(at(b, path)) ? -sign : sign))
    }
    return structuredClone(found.slice(0, limit))
  }

  function amend(name: string, id: string, change: Amendment): Document | null {
    const before = stored.get(keyOf(name, id))
    if (!before || !matches(before, change.when ?? {})) return null
    const after = structuredClone(before)
    for (const [path, by] of Object.entries(change.add ?? {})) {
      put(after, path, (value) => Number(value ?? 0) + by)
    }
    const instant = new Date(nowMs() + ticks++)
    for (const [path, value] of Object.entries(change.set ?? {})) {
      put(after, path, () => (value === SERVER_DATE ? instant : value))
    }
    for (const path of change.remove ?? []) put(after, path, () => undefined)
    write(name, after)
    return structuredClone(after)
  }

  const store = {
    get: (name: string, id: string) =>
      operation(() => structuredClone(stored.get(keyOf(name, id)) ?? null)),
    getMany: (name: string, ids: readonly string[]) =>
      operation(() =>
        structuredClone([...new Set(ids)].flatMap((id) => stored.get(keyOf(name, id)) ?? [])),
      ),
    find: (name: string, query: Query) => operation(() => select(name, query)),
    countUpTo: (name: string, where: Record<string, unknown>, max: number) =>
      operation(() => select(name, { where, limit: max }).length),
    instants: (name: string, where: Record<string, unknown>, limit: number) =>
      operation(() => select(name, { where, limit }).map(({ createdAt }) => createdAt as Date)),
    createOnce: (name: string, document: Document) =>
      operation(() => {
        if (stored.has(keyOf(name, document._id))) return false
        write(name, document)
        return true
      }),
    updateWhere: (name: string, where: Record<string, unknown>, set: Record<string, unknown>) =>
      operation(() => {
        const found = select(name, { where, limit: Number.MAX_SAFE_INTEGER })
        for (const document of found) write(name, { ...document, ...set })
        return found.length
      }),
    amend: (name: string, id: string, change: Amendment) =>
      operation(() => amend(name, id, change)),
  }

  /** Snapshot isolation: who commits second of two that wrote the same document begins anew. */
  async function transact<T>(work: (tx: unknown) => Promise<T>): Promise<T> {
    for (;;) {
      const snapshot = await operation(() => new Map(stored))
      const draft = new Map<string, Document>()
      const seen = (key: string) => draft.get(key) ?? snapshot.get(key)
      const tx = {
        get: (name: string, id: string) =>
          operation(() => structuredClone(seen(keyOf(name, id)) ?? null)),
        create: (name: string, document: Document) =>
          operation(() => {
            const key = keyOf(name, document._id)
            if (seen(key)) throw new DuplicateKey('DATABASE_DUPLICATE_WRITE', key)
            draft.set(key, structuredClone(document))
          }),
        put: (name: string, document: Document) =>
          operation(() => {
            draft.set(keyOf(name, document._id), structuredClone(document))
          }),
      }
      const result = await work(tx)
      const isCommitted = await operation(() => {
        if ([...draft.keys()].some((key) => stored.get(key) !== snapshot.get(key))) return false
        for (const [key, document] of draft) stored.set(key, document)
        return true
      })
      if (isCommitted) return result
    }
  }

  /**
   * Plays calls side by side: at each moment `choose` says which of those that wait goes on. Answers
   * what became of each; `onStep` sees the database after every operation.
   */
  async function play<T>(
    calls: readonly { life?: Life; work: () => Promise<T> }[],
    choose: (count: number) => number,
    onStep: () => void = () => undefined,
  ): Promise<PromiseSettledResult<T>[]> {
    isPlayed = true
    let open = calls.length
    const outcomes = Promise.allSettled(
      calls.map(({ life, work }) =>
        (life ? lives.run({ ...life }, work) : work()).finally(() => {
          open -= 1
        }),
      ),
    )
    while (open > 0) {
      await new Promise((resolve) => setImmediate(resolve))
      turns.splice(choose(turns.length), 1)[0]?.()
      if (turns.length === 0) await new Promise((resolve) => setImmediate(resolve))
      onStep()
    }
    isPlayed = false
    turns = []
    return outcomes
  }

  return {
    store,
    transact,
    play,
    all: <D>(name: string) => all(name) as unknown as D[],
    put: (name: string, document: object) => void write(name, document as Document),
    clear: () => {
      stored = new Map()
    },
  }
}

const SERVER_DATE = Symbol('the instant of the write')

/** What `db/store` exports beside the store itself. */
export const operators = {
  lt: compared((a, b) => a < b),
  lte: compared((a, b) => a <= b),
  gt: compared((a, b) => a > b),
  gte: compared((a, b) => a >= b),
  neq: (bound: unknown) => condition((value) => value !== bound),
  exists: (isThere: boolean) => condition((value) => (value !== undefined) === isThere),
  oneOf: (values: readonly unknown[]) => condition((value) => values.includes(value)),
  allOf: (values: readonly unknown[]) =>
    condition((value) => Array.isArray(value) && values.every((one) => value.includes(one))),
  serverDate: () => SERVER_DATE,
}
