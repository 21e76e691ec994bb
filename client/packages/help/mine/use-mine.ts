import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { usePages } from '../../../hooks/use-pages'
import { useRead } from '../../../hooks/use-read'
import { DEFAULT_TIME_ZONE } from '../../../hooks/use-time-zone'
import { groupByState, mergeNewest } from './group'

export type Mine = ReturnType<typeof useMine>

/** Everything of mine on one community's board, from the two lists and from what waits for me. */
export function useMine(communityId: string | null) {
  const input = communityId ? { communityId } : null
  const home = useRead('member.getHome', input)
  const asked = usePages('help.listRequests', input && { ...input, view: 'mine' })
  const helping = usePages('help.listRequests', input && { ...input, view: 'helping' })
  const lists = [asked, helping]

  const refreshAll = () => Promise.all([home, ...lists].map((part) => part.refresh()))
  const loadMore = () => {
    for (const list of lists) list.loadMore()
  }
  useReachBottom(loadMore)
  usePullDownRefresh(() => void refreshAll().finally(() => Taro.stopPullDownRefresh()))

  const waiting = home.data?.waitingForMe ?? []
  const cards = mergeNewest(lists.map(({ items = [], hasMore }) => ({ items, hasMore })))
  const isThere = Boolean(home.data && asked.items && helping.items)
  return {
    waiting,
    ...groupByState(cards, new Set(waiting.map(({ requestId }) => requestId))),
    timeZone: home.data?.community.timeZone ?? DEFAULT_TIME_ZONE,
    error: home.error ?? asked.error ?? helping.error,
    isThere,
    isEmpty: isThere && waiting.length === 0 && cards.length === 0,
    hasMore: lists.some((list) => list.hasMore),
    isLoadingMore: lists.some((list) => list.isLoadingMore),
    isLong: cards.length > 8,
    loadMore,
    refresh: () => void refreshAll(),
  }
}
