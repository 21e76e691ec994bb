import { stepsFor } from '../../domain/events/next-steps'
import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { fetchEvent } from './load'
import { anyMember, manages, ours } from './policy'

/** Sends in a question for the round table, before it is over. Refuses `not_registered`, `event_closed`. */
export const askQuestion = write('event.askQuestion', {
  fetch: fetchEvent,
  screen: ({ input: { words } }) => ({
    kind: 'eventQuestion',
    texts: [{ field: 'words', text: words, min: 2, max: 200 }],
  }),
  allow: anyMember,
  act: async (context, { event: found, mine }) => {
    const { tx, input, actor, now, newId, screened, review } = context
    const event = ours(found, actor)
    const viewer = { manages: manages(actor, event), decides: false }
    if (!stepsFor(event, mine, viewer, now).includes('askQuestion')) {
      return event.state === 'published' && event.form.collectsQuestions && now < event.endsAt
        ? refuse('not_registered')
        : refuse('event_closed', { state: event.state })
    }
    const questionId = newId('question')
    await tx.create('eventQuestions', {
      _id: questionId,
      v: 1,
      createdAt: now,
      communityId: input.communityId,
      eventId: event._id,
      userId: actor.userId,
      words: input.words,
      isAnswered: false,
      visibility: screened.visibility,
    })
    await review(questionId)
    return { questionId }
  },
})
