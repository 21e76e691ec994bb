import {
  CHECK_IN_CLOCK,
  checkIns,
  items,
  keeper,
  redemptions,
  storeOpenedAt,
} from './neighbours-activity'
import type { Phone } from './phone'
import { momentMs } from './times'

type Event = { atMs: number; happen: () => Promise<unknown> }
type Part = { phone: Phone; nowMs: number; communityId: () => string }

/** What the neighbours do from day to day: check-ins, a store, and what was redeemed there. */
export function activityOf(part: Part): Event[] {
  const itemIds = new Map<string, { itemId: string; revision: number }>()
  return [
    ...mornings(part),
    { atMs: momentMs(storeOpenedAt, part.nowMs), happen: () => fillStore(part, itemIds) },
    ...redemptions.map((redemption) => ({
      atMs: momentMs(redemption.at, part.nowMs),
      happen: () => redeem(part, redemption, itemIds),
    })),
  ]
}

/** One event a day: everyone who came, one after another. */
function mornings({ phone, nowMs, communityId }: Part): Event[] {
  const longest = Math.max(...checkIns.map(({ days }) => days))
  return Array.from({ length: longest }, (_, daysAgo) => ({
    atMs: momentMs([daysAgo, CHECK_IN_CLOCK], nowMs),
    happen: async () => {
      for (const { who, days, missed, today } of checkIns) {
        const comes = daysAgo === 0 ? today : daysAgo < days && !missed.includes(daysAgo)
        if (comes) await phone.call(who, 'checkin.checkIn', { communityId: communityId() })
      }
    },
  }))
}

async function fillStore(
  { phone, communityId }: Part,
  itemIds: Map<string, { itemId: string; revision: number }>,
): Promise<void> {
  for (const { item, codes } of items) {
    const place = { communityId: communityId() }
    const made = await phone.call(keeper, 'store.saveItem', { ...place, ...item })
    itemIds.set(item.name, made)
    if (!codes) continue
    await phone.call(keeper, 'store.addCodes', {
      ...place,
      itemId: made.itemId,
      codes: [...codes],
    })
  }
}

async function redeem(
  { phone, communityId }: Part,
  { who, name, address, handedOverBy }: (typeof redemptions)[number],
  itemIds: ReadonlyMap<string, { itemId: string; revision: number }>,
): Promise<void> {
  const place = { communityId: communityId() }
  const item = itemIds.get(name)
  if (!item) throw new Error(`the demo broke: there is no ${name}`)
  const { orderId } = await phone.call(who, 'store.redeem', {
    ...place,
    ...item,
    ...(address === undefined ? {} : { address }),
  })
  if (handedOverBy) {
    const { pickup } = await phone.call(who, 'store.getOrder', { ...place, orderId })
    const code = pickup?.code ?? ''
    await phone.call(handedOverBy, 'store.handOver', { ...place, orderId, code })
  }
}
