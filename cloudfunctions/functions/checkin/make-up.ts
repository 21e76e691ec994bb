import { MAKE_UP_DAYS_BACK, MAKE_UPS_A_MONTH } from '../../../types/checkin'
import type { OrderDoc } from '../../db/documents'
import { type Tx, whileFree } from '../../db/transact'
import { freeSlots, isCard, missedDays } from '../../domain/checkin/make-up'
import { markFor, streakOf } from '../../domain/checkin/streak'
import { post } from '../../domain/ledger'
import { rulesOf } from '../../domain/ledger/rules'
import { type WriteContext, write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { latestCheckins, standingOf } from './marks'
import { milestoneOf } from './milestone'
import { anyMember } from './policy'

/**
 * Makes up for one missed day at the published price, or with a card. How often a month is held by a unique slot,
 * whatever comes at once. Refuses `already_checked_in`, `make_up_too_far`, `no_make_ups_left`,
 * `not_enough_points` and `card_gone`.
 */
export const makeUp = write('checkin.makeUp', {
  fetch: async ({ store, input: { communityId }, userId }) => ({
    checkins: await latestCheckins(store, communityId, userId),
  }),
  load: loadCard,
  allow: anyMember,
  act: async ({ tx, input, actor, now, earn }, { checkins, card }) => {
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
    const price = input.card === undefined ? rulesOf(community).makeUpPrice : 0
    if (input.card !== undefined) {
      const isGood =
        card?.communityId === communityId &&
        card.userId === userId &&
        isCard(card) &&
        card.state === 'completed' &&
        card.usedAt === null
      if (!isGood) return refuse('card_gone')
      await tx.put('orders', { ...card, usedAt: now, changedAt: now })
    }
    if (price > 0) await pay({ tx, actor, now }, day, price)
    return {
      day,
      streak: streakOf([...checkins, added], standing.today),
      points: 0 - price,
      milestone: milestoneOf(checkins, mark, { userId, earn }),
    }
  },
})

/** The card under the transaction's eye: of two make-ups with one card, one is refused. */
async function loadCard({ tx, input }: { tx: Tx; input: { card?: string | undefined } }): Promise<{
  card: OrderDoc | null
}> {
  return { card: input.card === undefined ? null : await tx.get('orders', input.card) }
}

async function pay(
  { tx, actor, now }: Pick<WriteContext<'checkin.makeUp'>, 'tx' | 'actor' | 'now'>,
  day: string,
  amount: number,
): Promise<void> {
  const { userId, community } = actor
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
    amount,
  })
  if (!paid.ok) refuse(paid.code, paid.params)
}
