import { checkQuestions, wordsOfFields } from '../../../types/definition'
import { write } from '../../runtime/action'
import { refuse, refuseFields } from '../../runtime/errors'
import { mayEditCommunity } from './policy'

/**
 * Publishes the door's questions anew; applications that wait keep those they answered. Refuses
 * `questions_outdated` when they changed since they were read, `invalid_fields` and
 * `content_refused` place by place.
 */
export const publishQuestions = write('community.publishQuestions', {
  screen: ({ input: { questions } }) => ({ kind: 'notice', texts: wordsOfFields(questions) }),
  load: async ({ tx, actor }) => ({
    community: (await tx.get('communities', actor.community._id)) ?? refuse('not_found'),
  }),
  allow: mayEditCommunity,
  act: async ({ tx, input, audit, review }, { community }) => {
    const current = community.questionsVersion
    if (input.basedOn !== current) refuse('questions_outdated', { version: current })
    const { fields, issues } = checkQuestions(input.questions)
    refuseFields(issues)
    const version = current + 1
    await tx.put('communities', { ...community, questions: fields, questionsVersion: version })
    audit({ action: 'questions_published', subject: community._id, params: { version } })
    await review(`${community._id}:questions`)
    return { version }
  },
})
