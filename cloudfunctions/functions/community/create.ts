import { COMMUNITIES_OWNED_MAX, type PresetKey } from '../../../types/community'
import { defaultPassMark, QUESTIONS_MAX } from '../../../types/training'
import { store } from '../../db/store'
import { findable } from '../../domain/member'
import { PRESETS_BY_KEY } from '../../domain/presets'
import { COMMON_QUIZ } from '../../domain/presets/quiz'
import { quizId } from '../../domain/training'
import { write } from '../../runtime/action'
import { claim } from '../../runtime/claim'
import { refuse } from '../../runtime/errors'
import { anybody } from './policy'

/** Where the product is used; days and times of every community are shown in it. */
const TIME_ZONE = 'Asia/Shanghai'

/**
 * Makes a community from a preset, with the caller as its owner, and binds the proven group.
 * Refuses `too_many_communities` and `group_taken`; two founders of one group at once make one
 * community. `busy` when the same owner creates two at once: sent again, it takes the next place.
 */
export const create = write('community.create', {
  fetch: async ({ store, userId, group }) => {
    const [owned, bound] = await Promise.all([
      store.find('communities', { where: { ownerUserId: userId }, limit: COMMUNITIES_OWNED_MAX }),
      group === null ? null : store.get('groups', group),
    ])
    // Refused here already, so that nothing is written ahead for a community that will not be.
    const taken = new Set(owned.map(({ ownerSlot }) => ownerSlot))
    const ownerSlot = Array.from({ length: COMMUNITIES_OWNED_MAX }, (_, i) => i).find(
      (slot) => !taken.has(slot),
    )
    if (ownerSlot === undefined) refuse('too_many_communities', { max: COMMUNITIES_OWNED_MAX })
    if (bound) refuse('group_taken')
    return { ownerSlot }
  },
  screen: ({ input }) => ({
    kind: 'community',
    texts: [
      { field: 'name', text: input.name },
      { field: 'purpose', text: input.purpose },
      { field: 'nickname', text: input.nickname },
    ],
  }),
  prepare: async ({ input, actor, now, newId }) => {
    const communityId = newId('community')
    const quiz = store.createOnce('quizzes', {
      _id: quizId(communityId, 1),
      v: 1,
      createdAt: now,
      communityId,
      publishedBy: actor.userId,
      ...quizOf(input.preset),
    })
    await Promise.all([
      quiz,
      ...PRESETS_BY_KEY[input.preset].templates.map((definition) =>
        store.createOnce('templates', {
          _id: `${communityId}:${definition.key}:${definition.version}`,
          v: 1,
          createdAt: now,
          communityId,
          definition,
        }),
      ),
    ])
  },
  allow: anybody,
  act: async ({ tx, input, actor, now, group, newId }, { ownerSlot }) => {
    const { userId, openid } = actor
    const { rules, questions, templates, welcome, levels, points } = PRESETS_BY_KEY[input.preset]
    const communityId = newId('community')
    const rulesVersion = 1
    const base = { v: 1, createdAt: now } as const
    const community = tx.create('communities', {
      ...base,
      _id: communityId,
      name: input.name,
      purpose: input.purpose,
      preset: input.preset,
      timeZone: TIME_ZONE,
      ownerUserId: userId,
      ownerSlot,
      rules: { version: rulesVersion, items: [...rules], publishedAt: now },
      questions: [...questions],
      questionsVersion: 1,
      welcome,
      levels: [...levels],
      points,
      quizVersion: 1,
      quizNeeded: true,
      forms: {
        version: 1,
        items: templates.map(({ key, version }) => ({ key, version, enabled: true })),
      },
    })
    await claim(community, 'busy')
    const founder = findable({
      ...base,
      _id: `${communityId}:${userId}`,
      communityId,
      userId,
      openid,
      role: 'owner',
      nickname: input.nickname,
      avatar: input.avatar,
      skills: [],
      rulesVersion,
    })
    await tx.create('members', founder)
    if (group !== null) {
      const binding = tx.create('groups', { ...base, _id: group, communityId, boundBy: userId })
      await claim(binding, 'group_taken')
    }
    return { communityId, groupBound: group !== null }
  },
})

/** The preset's own questions before what is asked everywhere. */
function quizOf(preset: PresetKey) {
  const questions = [...(PRESETS_BY_KEY[preset].quiz ?? []), ...COMMON_QUIZ].slice(0, QUESTIONS_MAX)
  return { questions, passMark: defaultPassMark(questions.length) }
}
