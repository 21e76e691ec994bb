import type { MessageKind } from '../../../types/inbox'
import type { Broadcast, EventDoc } from '../../db/documents'

type EventMessage = Extract<MessageKind, `event_${string}`>

/** News of an event; its sentence needs the title, a tap leads to it. Sent within a minute. */
export const newsOf = (
  event: Pick<EventDoc, '_id' | 'communityId' | 'form'>,
  communityName: string,
  kind: EventMessage,
  params: Record<string, string | number> = {},
): Omit<Broadcast, 'to' | 'except'> => ({
  communityId: event.communityId,
  communityName,
  kind,
  params: { title: event.form.title, ...params },
  target: { page: 'event', eventId: event._id },
  later: true,
})

/** That it was called off, to whoever had a part in it then: by the call or, who came too late for it, by the timer. */
export const calledOff = (
  event: Pick<EventDoc, '_id' | 'communityId' | 'form'>,
  communityName: string,
  reason: string,
): Omit<Broadcast, 'to' | 'except'> => ({
  ...newsOf(event, communityName, 'event_cancelled', { reason }),
  mark: `called off ${event._id}`,
})
