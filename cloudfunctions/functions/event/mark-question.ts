import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { loadEvent } from './load'
import { mayManage } from './policy'

/** Ticks off a question at the round table, or takes the tick back. */
export const markQuestion = write('event.markQuestion', {
  load: loadEvent,
  allow: mayManage,
  act: async ({ tx, input }, { event }) => {
    const question = await tx.get('eventQuestions', input.questionId)
    if (question?.eventId !== event._id) return refuse('not_found')
    await tx.put('eventQuestions', { ...question, isAnswered: input.isAnswered })
    return {}
  },
})
