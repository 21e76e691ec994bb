/**
 * The queries that pages show right now. A write names the calls whose answers it changes
 * (`['help.', 'member.getHome']`); what is shown of them is asked anew, the rest when it is next opened.
 */
interface LiveQuery {
  name: string
  communityId: string | undefined
  refresh: () => void
}

const queries = new Set<LiveQuery>()

export function register(query: LiveQuery): () => void {
  queries.add(query)
  return () => queries.delete(query)
}

/** `communityId` undefined refreshes the same calls of every community. */
export function refresh(prefixes: readonly string[], communityId?: string): void {
  for (const query of queries) {
    const isMeant = prefixes.some((prefix) => query.name.startsWith(prefix))
    const isHere = !communityId || !query.communityId || query.communityId === communityId
    if (isMeant && isHere) query.refresh()
  }
}

/** The community an input speaks of; visitor calls have none. */
export function communityOf(input: unknown): string | undefined {
  if (typeof input !== 'object' || input === null || !('communityId' in input)) return undefined
  return typeof input.communityId === 'string' ? input.communityId : undefined
}
