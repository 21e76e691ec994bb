import { useCommunityId } from '../../../hooks/use-community-id'
import type { RouteName } from '../../../routes'
import { useParams } from '../../../services/navigate'

export interface EventIds {
  communityId: string
  eventId: string
}

type EventRoute = Extract<RouteName, `event.${string}`>

/** Which event a page speaks of; null when its address was cut. */
export function useEventIds(
  name: Exclude<EventRoute, 'event.rules' | 'event.figures'>,
): EventIds | null {
  const communityId = useCommunityId()
  const { eventId } = useParams(name)
  return communityId && eventId ? { communityId, eventId } : null
}

/** What a step on an event changes elsewhere: the lists, this page, the home page. */
export const CHANGED_BY_EVENTS = ['event.', 'member.getHome'] as const
