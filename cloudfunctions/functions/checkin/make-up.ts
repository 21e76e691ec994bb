import { MAKE_UP_DAYS_BACK, MAKE_UPS_A_MONTH } from '../../../types/checkin'
import { whileFree } from '../../db/transact'
import { freeSlots, missedDays } from '../../domain/checkin/make-up'
import { markFor, streakOf } from '../../domain/checkin/streak'
import { post } from '../../domain/ledger'
import { rulesOf } from '../../domain/ledger/rules'
import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { latestCheckins, standingOf } from './marks'
import { milestoneOf } from './milestone'
import { anyMember } from './policy'

/**
 * Makes up for one missed day at the published price. How often a month is held by a unique slot,
 * whatever comes at once. Refuses `already_checked_in`, `make_up_too_far`, `no_make_ups_left` and
 * `not_enough_points`.
 */
export const makeUp = write('checkin.makeUp', {
  fetch: async ({ store, input: { communityId }, userId }) => ({
    checkins: await latestCheckins(store, communityId, userId),
  }),
  allow: anyMember,
  act: async ({ tx, input, actor, now, earn }, { checkins }) => {
    const { communityId, day } = input
    const { userId, community } = actor
    const standing = standingOf(actor, now)
    if (checkins.some((done) => done.day === day)) refuse('already_checked_in')
    if (!missedDays(checkins, standing).includes(day)) {
      refuse('make_up_too_far', { days: MAKE_UP_DAYS_BACK })
    }
    const slot = freeSlots(checkins, standing)[0]
    if (slot === undefined) return refuse('no_make_ups_left', { max: MAKE_UPS_A_MONTH })
    const mark = markFor(checkins, day)
    const added = {
      _id: `${communityId}:${userId}:${day}`,
      v: 1 as const,
      createdAt: now,
      communityId,
      userId,
      kind: 'madeUp' as const,
      slot,
      ...mark,
    }
    await whileFree(tx.create('checkins', added))
    const price = rulesOf(community).makeUpPrice
    if (price > 0) {
      const paid = await post(tx, {
        community,
        key: `make_up:${day}:${userId}`,
        reason: 'make_up',
        params: { day },
        cause: { kind: 'checkIn', id: day },
        actor: userId,
        at: now,
        from: { userId },
        to: 'store',
        amount: price,
      })
      if (!paid.ok) refuse(paid.code, paid.params)
    }
    return {
      day,
      streak: streakOf([...checkins, added], standing.today),
      points: -price,
      milestone: milestoneOf(checkins, mark, { userId, earn }),
    }
  },
})
