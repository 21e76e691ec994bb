import type { OrderDoc } from '../../db/documents'
import { gt, oneOf, type Store } from '../../db/store'

/**
 * A seat card is redeemed in the store: where an event is full, its holder waits before those without
 * one. It belongs to that event from then on; who had no seat by its end has the card back.
 */

/** Cards looked at in one question. */
const CARDS_PAGE = 100

/** A place before everybody without a card, in order of arrival among those with one. */
export const aheadOf = (order: string): string => `0${order}`

/** When one arrived, with a card or without, as `timeOf` writes it. */
export const arrivalOf = ({ order }: { order: string }): string => order.slice(-26, -16)

type Holder = { communityId: string; userId: string }

/** A card of this member that is not used yet; null when there is none. */
export async function unusedCard(store: Store, holder: Holder): Promise<string | null> {
  const [card] = await store.findParts(
    'orders',
    {
      where: {
        communityId: holder.communityId,
        userId: holder.userId,
        kind: 'privilege',
        privilege: 'seatCard',
        state: 'completed',
        usedAt: null,
      },
      limit: 1,
    },
    ['_id'],
  )
  return card?._id ?? null
}

/**
 * Uses a card in the line of an event, by one conditional update beside the claim on the line; false
 * when there is no such card, or another event has it. The same event's again is fine: a call sent
 * again, or one's return to the line. Where nothing comes of it the card is returned with the others.
 */
export async function spendCard(
  store: Store,
  cardId: string,
  { communityId, userId, eventId, now }: Holder & { eventId: string; now: Date },
): Promise<boolean> {
  const spent = await store.amend('orders', cardId, {
    when: {
      communityId,
      userId,
      privilege: 'seatCard',
      state: 'completed',
      usedFor: oneOf([null, eventId]),
    },
    set: { usedAt: now, usedFor: eventId },
  })
  return spent !== null
}

/**
 * Gives back the cards of those who had no seat in an event that is over or was called off; may be done
 * again. `hadSeat` answers for one of their holders.
 */
export async function returnCards(
  store: Store,
  eventId: string,
  hadSeat: (userId: string) => Promise<boolean>,
): Promise<void> {
  let after = ''
  for (;;) {
    const cards: OrderDoc[] = await store.find('orders', {
      where: { usedFor: eventId, _id: gt(after) },
      orderBy: ['_id', 'asc'],
      limit: CARDS_PAGE,
    })
    for (const { _id, userId } of cards) {
      if (await hadSeat(userId)) continue
      await store.amend('orders', _id, {
        when: { usedFor: eventId },
        set: { usedAt: null, usedFor: null },
      })
    }
    const last = cards.at(-1)
    if (!last || cards.length < CARDS_PAGE) return
    after = last._id
  }
}
