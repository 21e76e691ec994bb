import { strict as assert } from 'node:assert'
import type { Lot } from '../../db/documents'

/** The month of points that do not expire: after all others. */
export const FOR_EVER = '9999-12'

export const sumOf = (lots: readonly Lot[]): number =>
  lots.reduce((sum, { amount }) => sum + amount, 0)

/** Takes `amount` out of the oldest lots; the caller has seen that there is enough. */
export function takeOldest(lots: readonly Lot[], amount: number): { taken: Lot[]; left: Lot[] } {
  assert(amount >= 0 && amount <= sumOf(lots), 'more is taken than there is')
  const taken: Lot[] = []
  const left: Lot[] = []
  let rest = amount
  for (const lot of lots) {
    const part = Math.min(rest, lot.amount)
    rest -= part
    if (part > 0) taken.push({ month: lot.month, amount: part })
    if (lot.amount > part) left.push({ month: lot.month, amount: lot.amount - part })
  }
  return { taken, left }
}

/** Takes of the wanted months what is there, and what is missing from the oldest. */
export function takeBack(
  lots: readonly Lot[],
  wanted: readonly Lot[],
): { taken: Lot[]; left: Lot[] } {
  let left: Lot[] = [...lots]
  let taken: Lot[] = []
  for (const { month, amount } of wanted) {
    const there = left.find((lot) => lot.month === month)?.amount ?? 0
    const part: Lot = { month, amount: Math.min(there, amount) }
    taken = merge(taken, [part])
    left = subtract(left, part)
  }
  const missing = takeOldest(left, sumOf(wanted) - sumOf(taken))
  return { taken: merge(taken, missing.taken), left: missing.left }
}

/** The lots of both, one a month, the oldest first; empty ones are left out. */
export function merge(lots: readonly Lot[], more: readonly Lot[]): Lot[] {
  const amounts = new Map<string, number>()
  for (const { month, amount } of [...lots, ...more]) {
    amounts.set(month, (amounts.get(month) ?? 0) + amount)
  }
  return [...amounts]
    .filter(([, amount]) => amount > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, amount]) => ({ month, amount }))
}

const subtract = (lots: readonly Lot[], part: Lot): Lot[] =>
  lots
    .map((lot) => (lot.month === part.month ? { ...lot, amount: lot.amount - part.amount } : lot))
    .filter(({ amount }) => amount > 0)
