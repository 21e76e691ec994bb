import { Outdated } from '../db/transact'

/** How often what was fetched may turn out to be out of date before the call is answered `busy`. */
const FETCHES_MAX = 12
const PAUSE_MS_MAX = 60

/** Acts on what was fetched; where the transaction finds that it no longer holds, fetches anew. */
export async function upToDate<F, R>(
  fetched: F,
  { fetch, act }: { fetch: () => Promise<F>; act: (fetched: F) => Promise<R> },
): Promise<R> {
  let current = fetched
  for (let attempt = 1; ; attempt++) {
    try {
      return await act(current)
    } catch (error) {
      if (!(error instanceof Outdated) || attempt === FETCHES_MAX) throw error
      await new Promise((resolve) => setTimeout(resolve, Math.random() * PAUSE_MS_MAX))
      current = await fetch()
    }
  }
}
