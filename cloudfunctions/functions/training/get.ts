import { hasTrained, quizId } from '../../domain/training'
import { read } from '../../runtime/action'
import { anyMember, mayEditTraining } from './policy'

/** The quiz as it stands, its answers only for those who may edit it. */
export const get = read('training.get', {
  allow: anyMember,
  reply: async ({ store, actor }) => {
    const { community, member } = actor
    const version = community.quizVersion ?? 0
    const quiz = version > 0 ? await store.get('quizzes', quizId(community._id, version)) : null
    const questions = quiz?.questions ?? []
    return {
      version,
      passMark: quiz?.passMark ?? 0,
      questions: questions.map(({ key, text, choices }) => ({ key, text, choices })),
      passed: hasTrained(community, member),
      editable: mayEditTraining(actor) ? questions : null,
    }
  },
})
