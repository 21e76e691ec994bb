import { PARTICIPANTS_MAX } from '../../../types/challenge'
import { gt, lt } from '../../db/store'
import { aboveScore, placesOf } from '../../domain/challenge/places'
import { personOf } from '../../domain/person'
import { read } from '../../runtime/action'
import { PAGE_LIMIT, pageOf } from '../../runtime/page'
import { anyMember, ours } from './policy'

/**
 * Who has written on most days; equal days, equal place. Who wishes to stand in no ranking is seen by
 * themselves alone, and counts for the places of the others.
 */
export const listRanking = read('challenge.listRanking', {
  fetch: async ({ store, input: { challengeId, cursor } }) => {
    const [challenge, found] = await Promise.all([
      store.get('challenges', challengeId),
      store.find('challengeParts', {
        where: { challengeId, score: cursor ? gt('').and(lt(cursor)) : gt('') },
        orderBy: ['score', 'desc'],
        limit: PAGE_LIMIT,
      }),
    ])
    return { challenge, found }
  },
  allow: anyMember,
  reply: async ({ store, input: { challengeId }, actor }, { challenge, found }) => {
    ours(challenge, actor)
    const { communityId } = actor.member
    const { shown, next } = pageOf(found, ({ score }) => score)
    const first = shown[0]
    const countOf = (score: string) =>
      store.countUpTo('challengeParts', { challengeId, score: gt(score) }, PARTICIPANTS_MAX)
    const [members, above, ahead] = await Promise.all([
      store.getMany(
        'members',
        shown.map(({ userId }) => `${communityId}:${userId}`),
      ),
      first ? countOf(aboveScore(first.days)) : 0,
      first ? countOf(first.score) : 0,
    ])
    const byUserId = new Map(members.map((member) => [member.userId, member]))
    const places = placesOf(
      shown.map(({ days }) => days),
      { above, ahead },
    )
    const items = shown.flatMap(({ userId, days, state }, n) => {
      const member = byUserId.get(userId)
      const own = userId === actor.userId
      if (!member || (member.unranked && !own)) return []
      return [
        { member: personOf(member, actor.community), place: places[n] ?? 0, days, own, state },
      ]
    })
    return { items, next }
  },
})
