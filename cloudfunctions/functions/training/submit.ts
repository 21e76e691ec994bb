import { rulesOf } from '../../domain/ledger/rules'
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
  act: async ({ tx, input, actor, earn }, { quiz, member }) => {
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
    if (passed) {
      await tx.put('members', { ...member, trainedVersion: version })
      // One cause for all versions: it is rewarded once a member, where the community wants it.
      if (rulesOf(actor.community).awards.quiz_passed.amount > 0) {
        const cause = { kind: 'quiz' as const, id: 'passed' }
        earn({ rule: 'quiz_passed', userIds: [actor.userId], cause })
      }
    }
    return { passed, right, passMark: quiz.passMark, results }
  },
})
