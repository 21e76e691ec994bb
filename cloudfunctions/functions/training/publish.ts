import { quizId } from '../../domain/training'
import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { mayEditTraining } from './policy'

/**
 * Publishes the next version of the quiz; earlier ones stay. Refuses `quiz_outdated` when another
 * version was published since the edited one was read.
 */
export const publish = write('training.publish', {
  screen: ({ input: { questions } }) => ({
    kind: 'notice',
    texts: questions.flatMap(({ text, choices, why }, n) => [
      { field: `questions.${n}`, text },
      { field: `questions.${n}`, text: why },
      ...choices.map(({ label }) => ({ field: `questions.${n}`, text: label })),
    ]),
  }),
  load: async ({ tx, actor }) => ({
    community: (await tx.get('communities', actor.community._id)) ?? refuse('not_found'),
  }),
  allow: mayEditTraining,
  act: async ({ tx, input, actor, now, audit }, { community }) => {
    const current = community.quizVersion ?? 0
    if (input.basedOn !== current) refuse('quiz_outdated', { version: current })
    const version = current + 1
    const { passMark, questions } = input
    await tx.put('communities', {
      ...community,
      quizVersion: version,
      quizNeeded: questions.length > 0 && passMark > 0,
    })
    await tx.create('quizzes', {
      _id: quizId(community._id, version),
      v: 1,
      createdAt: now,
      communityId: community._id,
      publishedBy: actor.userId,
      passMark,
      questions,
    })
    audit({
      action: 'quiz_published',
      subject: community._id,
      params: { version, count: questions.length },
    })
    return { version }
  },
})
