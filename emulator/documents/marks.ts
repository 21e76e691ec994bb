import { CloudError } from '../codes'
import { marksMax } from '../limits'
import type { Change } from './batch'
import type { Collection } from './catalog'
import { allRows } from './rows'
import type { Store } from './store'
import { decodeDocument, toReadable } from './values'

/** The documents of each collection, by `_id`, as stored. */
type Kept = Map<string, Map<string, Buffer>>

interface Difference {
  collection: Collection
  id: string
  before: Buffer | undefined
  after: Buffer | undefined
}

/**
 * States of the documents that are kept in memory under a name: what has changed since, and the way
 * back. For tests, which begin many times from the same place. Not the files, nor the clock.
 */
export class Marks {
  readonly #store: Store
  readonly #marks = new Map<string, Kept>()

  constructor(store: Store) {
    this.#store = store
  }

  /** Keeps what is stored now; a mark of the same name is replaced. */
  set(name: unknown): void {
    if (typeof name !== 'string' || !/^[\w-]{1,60}$/.test(name)) {
      throw new CloudError('INVALID_PARAM', 'a mark needs a name of letters, digits, _ and -')
    }
    if (!this.#marks.has(name) && this.#marks.size >= marksMax) {
      throw new CloudError('INVALID_PARAM', `there are ${marksMax} marks already: remove one`)
    }
    const collections = this.#store.catalog.all()
    const kept: Kept = new Map(
      collections.map((collection) => [collection.name, this.#documents(collection)]),
    )
    this.#marks.set(name, kept)
  }

  /** Documents that have come, changed (both states) or gone since, as a person reads them. */
  changes(name: string) {
    return this.#differences(name).map(({ collection, before, after }) => ({
      collection: collection.name,
      before: before === undefined ? null : toReadable(decodeDocument(before)),
      after: after === undefined ? null : toReadable(decodeDocument(after)),
    }))
  }

  /** Puts back what was stored then, in one commit; answers how many documents that concerned. */
  async restore(name: string): Promise<number> {
    return this.#store.write((batch) => {
      const changes = this.#differences(name).map(
        ({ collection, id, before }): Change => ({
          collection,
          id: Buffer.from(id, 'latin1'),
          document: before === undefined ? null : decodeDocument(before),
        }),
      )
      batch.apply(changes)
      return changes.length
    })
  }

  remove(name: string): boolean {
    return this.#marks.delete(name)
  }

  #differences(name: string): Difference[] {
    const kept = this.#marks.get(name)
    if (kept === undefined) throw new CloudError('INVALID_PARAM', `there is no mark ${name}`)
    return this.#store.catalog.all().flatMap((collection) => {
      const before = kept.get(collection.name) ?? new Map<string, Buffer>()
      const after = this.#documents(collection)
      const ids = new Set([...before.keys(), ...after.keys()])
      return [...ids]
        .map((id) => ({ collection, id, before: before.get(id), after: after.get(id) }))
        .filter((one) => !isSame(one.before, one.after))
    })
  }

  #documents(collection: Collection): Map<string, Buffer> {
    const documents = new Map<string, Buffer>()
    for (const row of allRows(this.#store.latest.connection, collection, 1000)) {
      documents.set(row.id.toString('latin1'), row.bytes)
    }
    return documents
  }
}

function isSame(a: Buffer | undefined, b: Buffer | undefined): boolean {
  return a === undefined || b === undefined ? a === b : a.equals(b)
}
