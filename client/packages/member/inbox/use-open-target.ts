import type { Message } from '../../../../types/inbox'
import { useEnterCommunity } from '../../../hooks/use-entrance'
import { navigate } from '../../../services/navigate'

/** Leads from a message to what it tells of. */
export function useOpenTarget(): (message: Message) => Promise<void> {
  const enter = useEnterCommunity()
  return async ({ target, communityId }) => {
    switch (target.page) {
      case 'request':
      case 'thread':
        return navigate('help.request', { communityId, requestId: target.requestId })
      case 'applications':
        return navigate('entry.applications', { communityId })
      case 'door':
        return navigate('entry.door', { communityId })
      case 'rules':
        return navigate('community.rules', { communityId })
      case 'audit':
        return navigate('community.audit', { communityId })
      case 'case':
      case 'home':
        return enter(communityId)
    }
  }
}
