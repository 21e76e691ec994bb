import type { ItemKind, OrderState } from '../../../types/store'

/** The steps on an order after it was made. Each has its action in `functions/store`, or the timer. */
export type OrderStep = 'handOver' | 'ship' | 'receive' | 'cancel' | 'lapse' | 'refund'

/** Whose step it is: who redeemed, who has the store in hand, who stands at the door, the clock. */
export type OrderParty = 'buyer' | 'keeper' | 'steward' | 'timer'

/** What becomes of the points: held ones are paid or go back; paid ones are given back. */
export type PointsMove = 'hold' | 'spend' | 'capture' | 'release' | 'giveBack' | 'stay'

type Way = {
  kinds: readonly ItemKind[]
  from: readonly OrderState[]
  to: Exclude<OrderState, 'reserved'>
  by: readonly OrderParty[]
  points: PointsMove
  /** The piece can be redeemed by somebody else. */
  freesUnit: boolean
}

/** How an order begins. What is handed over by the phone itself is complete at once. */
export const BEGINNINGS: {
  readonly [K in ItemKind]: { state: OrderState; points: 'hold' | 'spend' }
} = {
  code: { state: 'completed', points: 'spend' },
  resource: { state: 'completed', points: 'spend' },
  privilege: { state: 'completed', points: 'spend' },
  pickup: { state: 'reserved', points: 'hold' },
  shipped: { state: 'reserved', points: 'hold' },
}

/** Every way an order may go. A code or a thing that left the store does not come back into stock. */
export const ORDER_WAYS: { readonly [S in OrderStep]: Way } = {
  handOver: {
    kinds: ['pickup'],
    from: ['reserved'],
    to: 'completed',
    by: ['steward'],
    points: 'capture',
    freesUnit: false,
  },
  ship: {
    kinds: ['shipped'],
    from: ['reserved'],
    to: 'fulfilled',
    by: ['keeper'],
    points: 'capture',
    freesUnit: false,
  },
  receive: {
    kinds: ['shipped'],
    from: ['fulfilled'],
    to: 'completed',
    by: ['buyer', 'timer'],
    points: 'stay',
    freesUnit: false,
  },
  cancel: {
    kinds: ['pickup', 'shipped'],
    from: ['reserved'],
    to: 'cancelled',
    by: ['buyer', 'keeper'],
    points: 'release',
    freesUnit: true,
  },
  lapse: {
    kinds: ['pickup'],
    from: ['reserved'],
    to: 'expired',
    by: ['timer'],
    points: 'release',
    freesUnit: true,
  },
  // A privilege is not refunded: whether it was used meanwhile would cost a step to be sure of.
  refund: {
    kinds: ['code', 'pickup', 'shipped', 'resource'],
    from: ['fulfilled', 'completed'],
    to: 'refunded',
    by: ['keeper'],
    points: 'giveBack',
    freesUnit: false,
  },
}
