import type { Database } from '@cloudbase/node-sdk/types/db'
import { database } from './cloud'
import type { CollectionName, Documents } from './documents'
import { DatabaseFailure, DuplicateKey, settled } from './failure'

/**
 * What may be done inside a transaction: single documents by key, one after another. The SDK would
 * run a query, a count or an update by condition silently outside of it; here they cannot be written.
 */
export type Tx = {
  get<C extends CollectionName>(name: C, id: string): Promise<Documents[C] | null>
  /** Refuses with DuplicateKey when the key is taken. */
  create<C extends CollectionName>(name: C, document: Documents[C]): Promise<void>
  /** Takes a document away; one that is not there stays away. */
  remove<C extends CollectionName>(name: C, id: string): Promise<void>
  /** Writes the whole document, new or not. */
  put<C extends CollectionName>(name: C, document: Documents[C]): Promise<void>
}

/** Attempts before a contended document is reported as busy. */
export const ATTEMPTS_MAX = 10
/** First pause between attempts; doubles up to PAUSE_MS_MAX, each with full jitter. */
const PAUSE_MS = 8
const PAUSE_MS_MAX = 400

/** The database stayed contended or unreachable through every attempt. */
export class Busy extends Error {}

/**
 * What was read before the transaction no longer holds: another took the key that was free. An action
 * fetches anew and tries again; `busy` when that does not end.
 */
export class Outdated extends Busy {}

/** For writes under a key that was free when it was looked for: Outdated when it is no longer. */
export async function whileFree<T>(writing: Promise<T>): Promise<T> {
  try {
    return await writing
  } catch (error) {
    if (error instanceof DuplicateKey) throw new Outdated('a key was taken', { cause: error })
    throw error
  }
}

/**
 * Runs `work` in a transaction and commits. `work` is run again after a conflict or a passing
 * failure, so it does nothing but read and write through `tx`. A lost answer to the commit is also
 * tried again: `work` must create a document whose key is the same each time (the receipt), so that
 * a second run of what was committed ends in DuplicateKey.
 */
export async function transact<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  let last: unknown
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
    if (attempt > 0) await pause(attempt)
    try {
      return await once(work)
    } catch (error) {
      if (!isPassing(error)) throw error
      last = error
    }
  }
  throw new Busy('transaction kept failing', { cause: last })
}

async function once<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  const transaction: Database.Transaction = await settled(database.startTransaction())
  try {
    const result = await work(inside(transaction))
    await settled(transaction.commit())
    return result
  } catch (error) {
    // The server aborts by itself after a conflict; a second abort then fails, and that is fine.
    if (!isConflict(error)) await settled(transaction.rollback(null)).catch(() => undefined)
    throw error
  }
}

function inside(transaction: Database.Transaction): Tx {
  const at = (name: CollectionName, id: string) => transaction.collection(name).doc(id)
  return {
    async get<C extends CollectionName>(name: C, id: string) {
      const { data } = await settled(at(name, id).get())
      return (data ?? null) as unknown as Documents[C] | null
    },
    async create(name, document) {
      await settled(transaction.collection(name).add(document))
    },
    async remove(name, id) {
      await settled(at(name, id).delete())
    },
    async put(name, { _id, ...content }) {
      await settled(at(name, _id).set(content))
    },
  }
}

const isConflict = (error: unknown) =>
  error instanceof DatabaseFailure && error.code === 'DATABASE_TRANSACTION_CONFLICT'

/** What trying again cannot mend. Any other code may pass: the cloud's list of codes is not closed. */
const LASTING = new Set([
  'DATABASE_COLLECTION_NOT_EXIST',
  'DATABASE_PERMISSION_DENIED',
  'INVALID_PARAM',
  'EXCEED_MAX_PAYLOAD_SIZE',
])

/** Whether the same work may succeed when tried again. */
export const isPassing = (error: unknown) =>
  error instanceof DatabaseFailure && !(error instanceof DuplicateKey) && !LASTING.has(error.code)

const pause = (attempt: number) =>
  new Promise<void>((resolve) =>
    setTimeout(resolve, Math.random() * Math.min(PAUSE_MS_MAX, PAUSE_MS * 2 ** attempt)),
  )
