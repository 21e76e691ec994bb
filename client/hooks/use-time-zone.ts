import useSWR from 'swr'
import type { CallOutput } from '../../types/contract'
import { type CallError, read } from '../services/call'
import { cacheOptions } from './use-read'

const NAME = 'member.getHome'
/** Until the community's is known: where our members live. */
export const DEFAULT_TIME_ZONE = 'Asia/Shanghai'

/**
 * The clock by which a community tells its times. Shares the home page's answer and asks once when
 * nobody has: a community does not move.
 */
export function useTimeZone(communityId: string | null): string {
  const { data } = useSWR<CallOutput<typeof NAME>, CallError>(
    communityId === null ? null : [NAME, { communityId }],
    () => read(NAME, { communityId: communityId as string }),
    { ...cacheOptions, revalidateIfStale: false },
  )
  return data?.community.timeZone ?? DEFAULT_TIME_ZONE
}
