import { addDays } from '../../domain/checkin/calendar-day'
import { streakOf } from '../../domain/checkin/streak'
import { rulesOf } from '../../domain/ledger/rules'
import { read } from '../../runtime/action'
import { latestCheckins, standingOf } from './marks'
import { anyMember } from './policy'

const WEEK_DAYS = 7

/** Whether today is done, and the streak. */
export const getToday = read('checkin.getToday', {
  fetch: async ({ store, input: { communityId }, userId }) => ({
    checkins: await latestCheckins(store, communityId, userId),
  }),
  allow: anyMember,
  reply: async ({ actor, now }, { checkins }) => {
    const { today } = standingOf(actor, now)
    const { amount } = rulesOf(actor.community).awards.check_in
    const done = new Set(checkins.map(({ day }) => day))
    const week = Array.from({ length: WEEK_DAYS }, (_, n) => addDays(today, n + 1 - WEEK_DAYS))
    return {
      today,
      streak: streakOf(checkins, today),
      points: amount,
      week: week.map((day) => ({ day, isDone: done.has(day) })),
    }
  },
})
