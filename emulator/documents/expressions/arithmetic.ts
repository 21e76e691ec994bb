import { requestFailed } from '../../codes'
import type { ExpressionOperator } from './arguments'
import { describe, onPresent, requireNumber, requireWhole } from './arguments'

const number = (apply: (value: number) => number): ExpressionOperator =>
  onPresent(1, 1, ([value], name) => apply(requireNumber(value, name)))

/** Numbers are added; one date among them makes the sum a date that many milliseconds later. */
const $add = onPresent(0, Number.POSITIVE_INFINITY, (values) => {
  let sum = 0
  let isDate = false
  for (const value of values) {
    if (value instanceof Date) {
      if (isDate) throw requestFailed('only one date allowed in an $add expression')
      isDate = true
      sum += value.getTime()
    } else if (typeof value === 'number') {
      sum += value
    } else {
      throw requestFailed(`$add only supports numeric or date types, not ${describe(value)}`)
    }
  }
  return isDate ? new Date(sum) : sum
})

const $subtract = onPresent(2, 2, ([a, b]) => {
  if (a instanceof Date && b instanceof Date) return a.getTime() - b.getTime()
  if (a instanceof Date && typeof b === 'number') return new Date(a.getTime() - b)
  if (typeof a === 'number' && typeof b === 'number') return a - b
  throw requestFailed(`can't $subtract ${describe(b)} from ${describe(a)}`)
})

const divisor = (value: unknown, name: string): number => {
  if (requireNumber(value, name) === 0) throw requestFailed(`can't ${name} by zero`)
  return value as number
}

/** A place may be negative: `{$trunc: [1234.5, -2]}` is 1200. */
function atPlace(round: (value: number) => number): ExpressionOperator {
  return onPresent(1, 2, ([value, place = 0], name) => {
    const at = requireWhole(place, name)
    if (at < -20 || at > 100) throw requestFailed(`cannot apply ${name} with precision value ${at}`)
    const number = requireNumber(value, name)
    if (!Number.isFinite(number) || (at >= 0 && Number.isInteger(number))) return number
    // Through text, so that 1.005 at place 2 is not spoilt by a multiplication.
    const shifted = Number(`${number}e${at}`)
    return Number.isNaN(shifted) ? number : Number(`${round(shifted)}e${-at}`)
  })
}

function toEven(value: number): number {
  const low = Math.floor(value)
  const rest = value - low
  if (rest !== 0.5) return rest < 0.5 ? low : low + 1
  return low % 2 === 0 ? low : low + 1
}

const positive = (value: number, name: string, what = 'positive') => {
  if (value <= 0)
    throw requestFailed(`${name}'s argument must be a ${what} number, but is ${value}`)
  return value
}

/** Arithmetic: null in, null out; anything but a number is refused. */
export const arithmetic: Record<string, ExpressionOperator> = {
  $add,
  $subtract,
  $multiply: onPresent(0, Number.POSITIVE_INFINITY, (values, name) =>
    values.reduce<number>((product, value) => product * requireNumber(value, name), 1),
  ),
  $divide: onPresent(2, 2, ([a, b], name) => requireNumber(a, name) / divisor(b, name)),
  $mod: onPresent(2, 2, ([a, b], name) => requireNumber(a, name) % divisor(b, name)),
  $abs: number(Math.abs),
  $ceil: number(Math.ceil),
  $floor: number(Math.floor),
  $exp: number(Math.exp),
  $sqrt: number((value) => {
    if (value < 0) throw requestFailed("$sqrt's argument must be greater than or equal to 0")
    return Math.sqrt(value)
  }),
  $ln: number((value) => Math.log(positive(value, '$ln'))),
  $log10: number((value) => Math.log10(positive(value, '$log10'))),
  $log: onPresent(2, 2, ([value, base], name) => {
    const by = positive(requireNumber(base, name), name)
    if (by === 1) throw requestFailed("$log's base must be a positive number not equal to 1")
    return Math.log(positive(requireNumber(value, name), name)) / Math.log(by)
  }),
  $pow: onPresent(2, 2, ([base, exponent], name) => {
    const [b, e] = [requireNumber(base, name), requireNumber(exponent, name)]
    if (b === 0 && e < 0)
      throw requestFailed('$pow cannot take a base of 0 and a negative exponent')
    return b ** e
  }),
  $trunc: atPlace(Math.trunc),
  $round: atPlace(toEven),
}
