import type { CollectionName, Documents } from '../../cloudfunctions/db/documents'
import { DuplicateKey } from '../../cloudfunctions/db/failure'
import type { Tx } from '../../cloudfunctions/db/transact'

export type Memory = ReturnType<typeof openMemory>

/** Documents in memory with transactions one after another: what throws or answers no leaves nothing. */
export function openMemory() {
  let kept = new Map<string, unknown>()
  let steps = 0

  /** Runs `work`; what it wrote stays when it resolves to something `ok`, else nothing does. */
  async function transact<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const draft = new Map(kept)
    const at = (name: CollectionName, id: string) => `${name}/${id}`
    const tx: Tx = {
      async get<C extends CollectionName>(name: C, id: string) {
        steps += 1
        return structuredClone(draft.get(at(name, id)) ?? null) as Documents[C] | null
      },
      async create(name, document) {
        steps += 1
        const key = at(name, document._id)
        if (draft.has(key)) throw new DuplicateKey('DATABASE_DUPLICATE_WRITE', key)
        draft.set(key, structuredClone(document))
      },
      async remove(name, id) {
        steps += 1
        draft.delete(at(name, id))
      },
      async put(name, document) {
        steps += 1
        draft.set(at(name, document._id), structuredClone(document))
      },
    }
    const result = await work(tx)
    if ((result as { ok?: boolean } | undefined)?.ok !== false) kept = draft
    return result
  }

  const all = <C extends CollectionName>(name: C): Documents[C][] =>
    [...kept]
      .filter(([key]) => key.startsWith(`${name}/`))
      .map(([, document]) => structuredClone(document) as Documents[C])

  return {
    transact,
    all,
    /** Overwrites a document as no code of ours does: for tests that must notice it. */
    tamper: <C extends CollectionName>(name: C, document: Documents[C]) =>
      void kept.set(`${name}/${document._id}`, document),
    remove: (name: CollectionName, id: string) => void kept.delete(`${name}/${id}`),
    stepsTaken: () => steps,
  }
}
