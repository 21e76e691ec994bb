import type { Cause } from '../../types/points'
import { navigate } from './navigate'

/**
 * Opens what points were moved for. Undefined where there is nothing more to read than the line
 * itself says: an adjustment's reason, the month of an expiry.
 */
export function causeLink(communityId: string, { kind, id }: Cause): (() => void) | undefined {
  switch (kind) {
    case 'request':
      return () => void navigate('help.request', { communityId, requestId: id })
    case 'challenge':
      return () => void navigate('recognition.challenge', { communityId, challengeId: id })
    case 'event':
      return () => void navigate('event.detail', { communityId, eventId: id })
    case 'order':
      return () => void navigate('store.order', { communityId, orderId: id })
    case 'checkIn':
      return () => void navigate('checkin.calendar', { communityId })
    case 'quiz':
      return () => void navigate('entry.training', { communityId })
    default:
      return undefined
  }
}
