import useSWR from 'swr'
import type { CallOutput } from '../../types/contract'
import { readGroupEntry } from '../platform/group-entry'
import type { TabName } from '../routes'
import { CallError, read } from '../services/call'
import { navigate } from '../services/navigate'
import { cacheOptions, type ReadState, useLive } from './use-read'
import { useSession } from './use-session'

const NAME = 'community.enter'

export interface Entrance extends Omit<CallOutput<typeof NAME>, 'group'> {
  /** `refused`: opened from a group, but the platform's proof of it did not hold. */
  group: CallOutput<typeof NAME>['group'] | 'refused'
}
export type Membership = Entrance['communities'][number]

/**
 * Where the person belongs and which community the group's card names. A proof that no longer holds
 * (an old card, a group that was left) must not keep a member out: it is asked again without.
 */
async function enter(): Promise<Entrance> {
  const group = await readGroupEntry().catch(() => null)
  try {
    return await read(NAME, {}, { group })
  } catch (error) {
    const isProofRefused = error instanceof CallError && error.code === 'group_not_proven'
    if (!group || !isProofRefused) throw error
    return { ...(await read(NAME, {})), group: 'refused' }
  }
}

/** The first question of the app, shared by all pages that ask it. */
export function useEntrance(): ReadState<Entrance> {
  const { data, error, isLoading, isValidating, mutate } = useSWR<Entrance, CallError>(
    NAME,
    enter,
    cacheOptions,
  )
  const ask = async () => {
    await mutate()
  }
  useLive(NAME, undefined, ask)
  return { data, error, isLoading, isRefreshing: isValidating, refresh: ask }
}

/** The membership that is open: the one chosen on this phone while it lasts, else the first. */
export function useOpenMembership(entrance: Entrance | undefined): Membership | null {
  const { communityId } = useSession()
  const mine = entrance?.communities ?? []
  return mine.find(({ id }) => id === communityId) ?? mine[0] ?? null
}

/**
 * Opens a community that this person has just come to belong to and shows it. What is known of their
 * memberships is asked anew before: a list from before would not hold it yet.
 */
export function useEnterCommunity(): (communityId: string, tab?: TabName) => Promise<void> {
  const { openCommunity } = useSession()
  const { refresh } = useEntrance()
  return async (communityId, tab = 'home') => {
    await refresh()
    openCommunity(communityId)
    await navigate(tab)
  }
}
