import { useEffect, useRef } from 'react'
import type { Message } from '../../../../types/inbox'
import { reminderTarget } from '../../../../types/reminder'
import { useEnterCommunity } from '../../../hooks/use-entrance'
import { useSession } from '../../../hooks/use-session'
import { navigate, useParams } from '../../../services/navigate'

/** Leads from a message to what it tells of. */
export function useOpenTarget(): (
  message: Pick<Message, 'target' | 'communityId'>,
) => Promise<void> {
  const enter = useEnterCommunity()
  const { openCommunity } = useSession()
  return async ({ target, communityId }) => {
    switch (target.page) {
      case 'request':
        return navigate('help.request', { communityId, requestId: target.requestId })
      case 'thread':
        return navigate('help.thread', { communityId, requestId: target.requestId })
      case 'event':
        return navigate('event.detail', { communityId, eventId: target.eventId })
      case 'events':
        return enter(communityId, 'event')
      case 'applications':
        return navigate('entry.applications', { communityId })
      case 'door':
        return navigate('entry.door', { communityId })
      case 'rules':
        return navigate('community.rules', { communityId })
      case 'audit':
        return navigate('community.audit', { communityId })
      case 'case':
        return navigate('moderation.case', { communityId, caseId: target.caseId })
      case 'points':
        openCommunity(communityId)
        return navigate('points')
      case 'pointsRules':
        return navigate('points.rules', { communityId })
      case 'pointsBooks':
        return navigate('points.books', { communityId })
      case 'challenge':
        return navigate('recognition.challenge', { communityId, challengeId: target.challengeId })
      case 'recognition':
        return navigate('recognition.levels', { communityId })
      case 'order':
        return navigate('store.order', { communityId, orderId: target.orderId })
      case 'home':
        return enter(communityId)
    }
  }
}

/** Opened from WeChat's reminder: leads on to what it is about, once; back leads here. */
export function useReminded(open: ReturnType<typeof useOpenTarget>): void {
  const params = useParams('member.inbox')
  const isDone = useRef(false)
  useEffect(() => {
    const target = reminderTarget(params)
    if (isDone.current || !target || !params.communityId) return
    isDone.current = true
    void open({ target, communityId: params.communityId })
  })
}
