import { checkAnswers } from '../../../types/template'
import { oneOf } from '../../db/store'
import { rolesWith } from '../../domain/duties'
import { textsOf } from '../../domain/moderation/form-texts'
import { profileTexts } from '../../domain/moderation/subjects'
import { write } from '../../runtime/action'
import { refuse, refuseFields } from '../../runtime/errors'
import { mayApply } from './policy'

/** Reviewers told of one application. */
const REVIEWERS_MAX = 100

/**
 * Submits an application, corrects it while it waits, or tries again after a refusal: one document a
 * person and community, whose revision grows each time. Refuses `already_member`, `rules_outdated`,
 * and `invalid_fields` by the community's questions.
 */
export const apply = write('entry.apply', {
  fetch: async ({ store, input: { communityId }, userId }) => {
    const [community, member, reviewers] = await Promise.all([
      store.get('communities', communityId),
      store.get('members', `${communityId}:${userId}`),
      store.find('members', {
        where: { communityId, role: oneOf(rolesWith('reviewEntry')) },
        limit: REVIEWERS_MAX,
      }),
    ])
    return { community: community ?? refuse('not_found'), member, reviewers }
  },
  screen: ({ input }, { community }) => ({
    kind: 'application',
    texts: [...profileTexts(input), ...textsOf(community.questions, input.answers)],
  }),
  load: async ({ tx, input: { communityId }, actor }) => ({
    application: await tx.get('applications', `${communityId}:${actor.userId}`),
  }),
  allow: (_applicant, loaded) => mayApply(loaded),
  act: async (
    { tx, input, actor, now, newId, broadcast },
    { community, reviewers, application },
  ) => {
    const { communityId, nickname, avatar, skills, interests } = input
    const { version } = community.rules
    if (input.rulesVersion !== version) refuse('rules_outdated', { version })
    const { questions } = community
    const { values, issues } = checkAnswers(questions, input.answers, now)
    refuseFields(issues)

    const isCorrection = application?.state === 'pending'
    const revision = (application?.revision ?? 0) + 1
    await tx.put('applications', {
      _id: `${communityId}:${actor.userId}`,
      v: 1,
      createdAt: application?.createdAt ?? now,
      communityId,
      userId: actor.userId,
      openid: actor.openid,
      state: 'pending',
      revision,
      nickname,
      avatar,
      skills,
      interests,
      answers: values,
      questions,
      rulesVersion: version,
      submittedAt: now,
      order: isCorrection ? application.order : newId('pending'),
      reason: application?.reason ?? null,
      decidedBy: null,
      decidedAt: null,
      history: application?.history ?? [],
      ...(application?.leaving ? { leaving: true } : {}),
      ...(application?.recognition ? { recognition: application.recognition } : {}),
    })
    // Who corrects what waits anyway calls nobody a second time.
    if (!isCorrection) {
      broadcast({
        to: reviewers.map(({ userId }) => userId),
        except: actor.userId,
        communityId,
        communityName: community.name,
        kind: 'application_received',
        params: { name: nickname },
        target: { page: 'applications' },
      })
    }
    return { revision }
  },
})
