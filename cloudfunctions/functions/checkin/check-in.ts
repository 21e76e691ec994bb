import { whileFree } from '../../db/transact'
import { markFor, streakOf } from '../../domain/checkin/streak'
import { award } from '../../domain/ledger'
import { rulesOf } from '../../domain/ledger/rules'
import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { latestCheckins, standingOf } from './marks'
import { milestoneOf } from './milestone'
import { anyMember } from './policy'

/**
 * Today's check-in, once a day of the community's calendar: the day is part of the key. It touches
 * the member's own documents alone, so that all may come at eight o'clock. Refuses
 * `already_checked_in`.
 */
export const checkIn = write('checkin.checkIn', {
  fetch: async ({ store, input: { communityId }, userId }) => ({
    checkins: await latestCheckins(store, communityId, userId),
  }),
  allow: anyMember,
  act: async ({ tx, input, actor, now, earn }, { checkins }) => {
    const { communityId } = input
    const { userId, community } = actor
    const { today } = standingOf(actor, now)
    if (checkins.some(({ day }) => day === today)) refuse('already_checked_in')
    const mark = markFor(checkins, today)
    const added = {
      _id: `${communityId}:${userId}:${today}`,
      v: 1 as const,
      createdAt: now,
      communityId,
      userId,
      kind: 'onTime' as const,
      slot: today,
      ...mark,
    }
    await whileFree(tx.create('checkins', added))
    const cause = { kind: 'checkIn' as const, id: today }
    const isRewarded = rulesOf(community).awards.check_in.amount > 0
    const transfer = isRewarded
      ? await award(tx, { community, rule: 'check_in', userId, cause, actor: userId, at: now })
      : null
    return {
      day: today,
      streak: streakOf([...checkins, added], today),
      points: Math.max(0, ...(transfer?.postings.map(({ amount }) => amount) ?? [])),
      milestone: milestoneOf(checkins, mark, { userId, earn }),
    }
  },
})
