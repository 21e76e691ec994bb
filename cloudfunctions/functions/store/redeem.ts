import { LIMIT_EACH_MAX, STOCK_MAX } from '../../../types/store'
import type { ItemDoc } from '../../db/documents'
import { lt, type Store } from '../../db/store'
import { whileFree } from '../../db/transact'
import { hold, post } from '../../domain/ledger'
import { seal } from '../../domain/privacy/seal'
import { levelNeededOf, reaches } from '../../domain/recognition/levels'
import { newOrder } from '../../domain/store/order'
import { addressPlace } from '../../domain/store/sealed'
import { BEGINNINGS } from '../../domain/store/states'
import { FREE, freeTurns, freeUnits, uncounted } from '../../domain/store/units'
import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { maySee } from './policy'
import { standingOf } from './present'
import { holdKeyOf } from './take-step'

/**
 * Redeems one piece for points: held until it is handed over or sent, spent at once where the phone
 * itself hands over. The piece and the person's turn are unique keys of the order, so that there are
 * never more orders than pieces; who meets a taken one looks anew for another. Refuses
 * `item_changed`, `item_closed`, `sold_out`, `limit_reached`, `level_needed`, `address_needed`,
 * `not_enough_points`.
 */
export const redeem = write('store.redeem', {
  fetch: fetchOffer,
  allow: maySee,
  act: async ({ tx, input, actor, now, newId }, { item: found, units, turns }) => {
    const item = found ?? refuse('not_found')
    const { userId, community } = actor
    checkOffer(item, input, now)
    // Contribution never falls, so that what was read before the transaction still holds.
    if (!reaches(community, actor.member, item)) {
      refuse('level_needed', { level: levelNeededOf(community, item)?.name ?? '' })
    }
    const orderId = newId('order')
    const nth = turnOf(item, turns, orderId)
    const unit = pieceOf(item, units, orderId)
    const { address } = input
    const order = newOrder(
      item,
      {
        _id: orderId,
        userId,
        unit,
        nth,
        secret: address === undefined ? null : seal(address, addressPlace(orderId)),
      },
      now,
    )
    await whileFree(tx.create('orders', order))
    const cause = { kind: 'order' as const, id: orderId }
    const paid =
      BEGINNINGS[item.kind].points === 'hold'
        ? await hold(tx, {
            community,
            userId,
            holdKey: holdKeyOf(orderId),
            amount: item.price,
            cause,
            at: now,
            expiresAt: null,
          })
        : await post(tx, {
            community,
            key: `redeemed:${orderId}`,
            reason: 'redeemed',
            params: { item: item.name },
            cause,
            actor: userId,
            at: now,
            from: { userId },
            to: 'store',
            amount: item.price,
          })
    if (!paid.ok) refuse(paid.code, paid.params)
    return { orderId, state: order.state }
  },
})

type Asking = { store: Store; input: { itemId: string }; userId: string }

async function fetchOffer({ store, input: { itemId }, userId }: Asking) {
  const [item, units, turns] = await Promise.all([
    store.get('items', itemId),
    takenUnits(store, itemId),
    takenTurns(store, itemId, userId),
  ])
  return { item, units, turns }
}

/** Pieces that somebody has. */
const takenUnits = async (store: Store, itemId: string): Promise<string[]> => {
  const where = { itemId, unit: lt(FREE) }
  const found = await store.findParts('orders', { where, limit: STOCK_MAX }, ['unit'])
  return found.map(({ unit }) => unit)
}

const takenTurns = async (store: Store, itemId: string, userId: string): Promise<string[]> => {
  const where = { itemId, userId, nth: lt(FREE) }
  const found = await store.findParts('orders', { where, limit: LIMIT_EACH_MAX }, ['nth'])
  return found.map(({ nth }) => nth)
}

function checkOffer(
  item: ItemDoc,
  { revision, address }: { revision: number; address?: string | undefined },
  now: Date,
): void {
  if (item.revision !== revision) refuse('item_changed', { revision: item.revision })
  const standing = standingOf(item, null, now)
  if (!item.shown || standing !== 'open') refuse('item_closed')
  if ((item.kind === 'shipped') !== (address !== undefined)) refuse('address_needed')
}

function turnOf(item: ItemDoc, taken: readonly string[], orderId: string): string {
  const turns = freeTurns(item, taken)
  if (turns === null) return uncounted(orderId)
  return turns[0] ?? refuse('limit_reached', { max: item.limitEach ?? 0 })
}

/** Any of the free pieces: who comes at the same moment rarely picks the same. */
function pieceOf(item: ItemDoc, taken: readonly string[], orderId: string): string {
  const units = freeUnits(item, taken)
  if (units === null) return uncounted(orderId)
  return units[Math.floor(Math.random() * units.length)] ?? refuse('sold_out')
}
