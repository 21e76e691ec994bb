import { takesFeedback } from '../../domain/events/event'
import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { loadEvent } from './load'
import { anyMember } from './policy'
import { screenWords } from './words'

/** What somebody who was there thought of it, once. Refuses `feedback_closed`. */
export const giveFeedback = write('event.giveFeedback', {
  load: loadEvent,
  screen: screenWords,
  allow: anyMember,
  act: async ({ tx, input, actor, now, newId }, { event }) => {
    const part = await tx.get('registrations', `${event._id}:${actor.userId}`)
    const isHeard = part?.state === 'attended' && !part.gaveFeedback
    if (!isHeard || !takesFeedback(event, now)) return refuse('feedback_closed')
    await tx.put('registrations', { ...part, gaveFeedback: true })
    await tx.create('eventFeedback', {
      _id: part._id,
      v: 1,
      createdAt: now,
      communityId: input.communityId,
      eventId: event._id,
      userId: actor.userId,
      rating: input.rating,
      words: input.words,
      order: input.words === '' ? '' : newId('feedback'),
    })
    return {}
  },
})
