import { hasStarted } from '../../domain/events/event'
import { newsOf } from '../../domain/events/message'
import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { loadEvent } from './load'
import { mayDecide } from './policy'
import { screenReason } from './words'

/** Publishes a pending event, or refuses it with a reason; its organiser is told. Refuses `event_started`. */
export const decide = write('event.decide', {
  load: loadEvent,
  screen: screenReason,
  allow: mayDecide,
  act: async ({ tx, input, actor, now, tell, audit }, { event }) => {
    if (event.state !== 'pending') return refuse('event_closed', { state: event.state })
    const isPublished = input.verdict === 'publish'
    if (isPublished && hasStarted(event, now)) return refuse('event_started')
    const reason = isPublished ? null : (input.reason ?? null)
    const kind = isPublished ? 'event_published' : 'event_refused'
    const news = newsOf(event, actor.community.name, kind, reason === null ? {} : { reason })
    const { communityId, communityName, params, target } = news
    const isOwn = event.userId === actor.userId
    const message = {
      userId: event.userId,
      communityId,
      communityName,
      kind,
      params,
      target,
    } as const
    await tx.put('events', {
      ...event,
      state: isPublished ? 'published' : 'refused',
      reason,
      // Whoever was signing up while a decision was taken back is let go with a refusal.
      ...(isPublished ? { releasing: false } : { releasing: true, calledOffAt: now }),
      decision: {
        by: actor.userId,
        at: now,
        revision: event.revision,
        reason: event.reason,
        messageId: isOwn ? null : await tell(message),
      },
    })
    audit({
      action: isPublished ? 'event_published' : 'event_refused',
      subject: event._id,
      params: { title: event.form.title, reason: reason ?? '' },
    })
    return {}
  },
})
