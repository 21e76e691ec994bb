import { isRight, quizId } from '../../domain/training'
import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { anyMember } from './policy'

/**
 * Marks the answers and explains every question. Enough right ones open writing to the member; as
 * often as they like. Refuses `quiz_outdated` when it was published anew since it was opened.
 */
export const submit = write('training.submit', {
  fetch: async ({ store, input: { communityId, version } }) => ({
    quiz: await store.get('quizzes', quizId(communityId, version)),
  }),
  load: async ({ tx, actor }) => ({
    member: (await tx.get('members', actor.member._id)) ?? refuse('not_member'),
  }),
  allow: anyMember,
  act: async ({ tx, input, actor }, { quiz, member }) => {
    const version = actor.community.quizVersion ?? 0
    if (!quiz || input.version !== version) return refuse('quiz_outdated', { version })
    const results = quiz.questions.map((question) => ({
      key: question.key,
      right: isRight(question, input.answers),
      answer: question.answer,
      why: question.why,
    }))
    const right = results.filter((result) => result.right).length
    const passed = right >= quiz.passMark
    if (passed) await tx.put('members', { ...member, trainedVersion: version })
    return { passed, right, passMark: quiz.passMark, results }
  },
})
