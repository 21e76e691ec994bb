import * as fc from 'fast-check'
import { ITEM_KINDS, ORDER_STATES } from '../../../types/store'
import type { ItemDoc, OrderDoc } from '../../db/documents'
import { isPossible, newOrder, takeStep } from './order'
import { BEGINNINGS, ORDER_WAYS, type OrderStep } from './states'
import { FREE, freeTurns, freeUnits, leftOf, uncounted, unitsOf } from './units'

const NOW = new Date('2026-03-01T10:00:00Z')
const STEPS = Object.keys(ORDER_WAYS) as OrderStep[]

const itemOf = (change: Partial<ItemDoc>): ItemDoc => ({
  _id: 'i1',
  v: 1,
  createdAt: NOW,
  communityId: 'c1',
  kind: 'pickup',
  name: '咖啡豆',
  about: '',
  price: 30,
  stock: 3,
  batches: [],
  limitEach: null,
  opensAt: null,
  closesAt: null,
  pickupWhere: '',
  privilege: null,
  secret: null,
  picture: null,
  pictureWaiting: null,
  shown: true,
  revision: 1,
  ...change,
})

const kinds = fc.constantFrom(...ITEM_KINDS)
const steps = fc.array(fc.constantFrom(...STEPS), { maxLength: 30 })

test('whatever is tried, points move once each way and end where the state says', () => {
  fc.assert(
    fc.property(kinds, steps, (kind, tried) => {
      const item = itemOf({ kind })
      let order: OrderDoc = newOrder(
        item,
        { _id: 'order-abcdef', userId: 'ann', unit: '0000', nth: '00', secret: null },
        NOW,
      )
      // What the buyer has, holds and has paid, kept beside the machine.
      let [free, held, paid] = [100, 0, 0]
      const { price } = order
      if (BEGINNINGS[kind].points === 'hold') [free, held] = [free - price, price]
      else [free, paid] = [free - price, price]
      for (const step of tried) {
        const before = order
        const outcome = takeStep(order, step, NOW)
        expect(outcome.ok).toBe(isPossible(before, step))
        if (!outcome.ok) {
          expect(outcome.params).toEqual({ state: before.state })
          continue
        }
        order = outcome.order
        switch (outcome.points) {
          case 'capture':
            ;[held, paid] = [held - price, paid + price]
            break
          case 'release':
            ;[held, free] = [held - price, free + price]
            break
          case 'giveBack':
            ;[paid, free] = [paid - price, free + price]
            break
        }
      }
      expect(free + held + paid).toBe(100)
      const isOver = ['cancelled', 'expired', 'refunded'].includes(order.state)
      expect({ held, paid }).toEqual(
        isOver
          ? { held: 0, paid: 0 }
          : order.state === 'reserved'
            ? { held: price, paid: 0 }
            : { held: 0, paid: price },
      )
      expect(order.history.at(-1)?.state).toBe(order.state)
      // The piece is somebody else's exactly when the order ended before it left the store.
      const isBack = order.state === 'cancelled' || order.state === 'expired'
      expect(order.unit.startsWith(FREE)).toBe(isBack)
      expect(order.nth.startsWith(FREE)).toBe(isBack)
      expect(order.dueAt !== null).toBe(
        (order.kind === 'pickup' && order.state === 'reserved') || order.state === 'fulfilled',
      )
    }),
    { numRuns: 500 },
  )
})

test('every state but the first can be reached, and those that end an order lead nowhere', () => {
  const reached = new Set(STEPS.map((step) => ORDER_WAYS[step].to as string))
  expect([...ORDER_STATES].filter((state) => state !== 'reserved' && !reached.has(state))).toEqual(
    [],
  )
  for (const state of ['cancelled', 'expired', 'refunded'] as const) {
    expect(STEPS.filter((step) => ORDER_WAYS[step].from.includes(state))).toEqual([])
  }
})

test('pieces of an item are different texts that sort before what is free of them', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.record({ stock: fc.nat(1000) }),
        fc.record({
          kind: fc.constant('code' as const),
          batches: fc.array(fc.integer({ min: 1, max: 100 }), { maxLength: 10 }),
        }),
      ),
      (change) => {
        const item = itemOf(change)
        const units = unitsOf(item) ?? []
        expect(new Set(units).size).toBe(units.length)
        expect(units.every((unit) => unit < FREE)).toBe(true)
        expect(freeUnits(item, units)).toEqual([])
        expect(freeUnits(item, [])).toEqual(units)
        expect(leftOf(item, units.length)).toBe(0)
      },
    ),
  )
  expect(uncounted('0abc') >= FREE).toBe(true)
})

test('a stock that was lowered below what is out has nothing left; without a stock there is no end', () => {
  const taken = ['0000', '0001', '0007']
  expect(freeUnits(itemOf({ stock: 2 }), taken)).toEqual([])
  expect(leftOf(itemOf({ stock: 2 }), taken.length)).toBe(0)
  expect(freeUnits(itemOf({ stock: 3 }), taken)).toEqual(['0002'])
  expect(freeUnits(itemOf({ kind: 'resource', stock: null }), taken)).toBeNull()
  expect(leftOf(itemOf({ stock: null }), 9)).toBeNull()
})

test('a person’s turns are as many as the limit', () => {
  expect(freeTurns(itemOf({ limitEach: 2 }), ['00'])).toEqual(['01'])
  expect(freeTurns(itemOf({ limitEach: 1 }), ['00'])).toEqual([])
  expect(freeTurns(itemOf({ limitEach: null }), ['00'])).toBeNull()
})
