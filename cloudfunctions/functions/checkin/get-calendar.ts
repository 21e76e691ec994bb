import { MILESTONES } from '../../../types/checkin'
import { between, type Store } from '../../db/store'
import { freeSlots, isCard, missedDays } from '../../domain/checkin/make-up'
import { streakOf } from '../../domain/checkin/streak'
import { accountId, availableOf } from '../../domain/ledger/account'
import { rulesOf } from '../../domain/ledger/rules'
import { read } from '../../runtime/action'
import { latestCheckins, standingOf } from './marks'
import { anyMember } from './policy'

const DAYS_A_MONTH_MAX = 31
const CARDS_MAX = 20

/** One month of the actor's, and all that a make-up and the milestones need to be explained. */
export const getCalendar = read('checkin.getCalendar', {
  fetch: async ({ store, input: { communityId, month }, userId }) => {
    const [latest, asked, account, cards] = await Promise.all([
      latestCheckins(store, communityId, userId),
      month === undefined ? null : checkinsOf(store, communityId, userId, month),
      store.get('accounts', accountId(communityId, userId)),
      store.findParts(
        'orders',
        {
          where: { communityId, userId, kind: 'privilege', state: 'completed', usedAt: null },
          limit: CARDS_MAX,
        },
        ['_id', 'kind', 'privilege'],
      ),
    ])
    const available = account ? availableOf(account) : 0
    return { latest, asked, available, cards: cards.filter(isCard).map(({ _id }) => _id) }
  },
  allow: anyMember,
  reply: async ({ input, actor, now }, { latest, asked, available, cards }) => {
    const standing = standingOf(actor, now)
    const { today, memberSince } = standing
    const month = input.month ?? today.slice(0, 7)
    const { awards, makeUpPrice } = rulesOf(actor.community)
    const streak = streakOf(latest, today)
    // The latest reach back further than any day of the present month.
    const shown = asked ?? latest.filter(({ day }) => day.startsWith(month))
    return {
      today,
      month,
      days: shown.map(({ day, kind }) => ({ day, kind })).sort((a, b) => (a.day < b.day ? -1 : 1)),
      memberSince,
      streak,
      points: awards.check_in.amount,
      makeUp: {
        days: missedDays(latest, standing),
        leftThisMonth: freeSlots(latest, standing).length,
        price: makeUpPrice,
        available,
        cards,
      },
      milestones: MILESTONES.map(({ days, rule }) => ({
        days,
        points: awards[rule].amount,
        reached: streak.best >= days,
      })),
    }
  },
})

const checkinsOf = (store: Store, communityId: string, userId: string, month: string) =>
  store.find('checkins', {
    where: { communityId, userId, day: between(`${month}-01`, `${month}-31`) },
    orderBy: ['day', 'asc'],
    limit: DAYS_A_MONTH_MAX,
  })
