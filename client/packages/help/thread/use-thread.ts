import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { scrollTo } from '../../../components/FormRenderer/scroll'
import { usePages } from '../../../hooks/use-pages'
import { useRead } from '../../../hooks/use-read'
import { useWrite } from '../../../hooks/use-write'

/** Where the newest message ends. */
export const THREAD_END = 'thread-end'

/** How often an open thread looks for new words. */
const LOOK_MS = 8_000

type Ids = { communityId: string; requestId: string }

/**
 * The messages of a match, the oldest of those fetched first. Looks for new ones while the page is
 * shown, and says that they were seen.
 */
export function useThread(ids: Ids | null) {
  const pages = usePages('help.listThread', ids)
  // The first page of the same list, which also tells of the people and whether one may write.
  const { data: about, error, refresh } = useRead('help.listThread', ids)
  const { run: markSeen } = useWrite('help.markThreadSeen', ['help.getRequest'])
  const [isShown, setShown] = useState(true)
  useDidShow(() => setShown(true))
  useDidHide(() => setShown(false))

  const latest = useRef({ look: refresh, see: () => {} })
  useEffect(() => {
    if (!isShown) return
    const timer = setInterval(() => void latest.current.look(), LOOK_MS)
    return () => clearInterval(timer)
  }, [isShown])

  const messages = merged(about?.items ?? [], pages.items ?? [])
  const newest = messages.at(-1)
  latest.current = {
    look: refresh,
    see: () => {
      if (ids && newest?.own === false) void markSeen(ids)
    },
  }
  const newestId = newest?.messageId
  useEffect(() => {
    if (newestId === undefined) return
    scrollTo(THREAD_END)
    latest.current.see()
  }, [newestId])

  return {
    about,
    messages,
    error,
    refresh,
    hasMore: pages.hasMore,
    isLoadingMore: pages.isLoadingMore,
    loadMore: pages.loadMore,
    sent: () => void refresh(),
  }
}

/** Both lists begin at the newest; what was said since stands in the fresher of the two alone. */
function merged<T extends { messageId: string }>(fresh: readonly T[], paged: readonly T[]): T[] {
  const byId = new Map([...paged, ...fresh].map((message) => [message.messageId, message]))
  return [...byId.values()].sort((a, b) => (a.messageId < b.messageId ? -1 : 1))
}
