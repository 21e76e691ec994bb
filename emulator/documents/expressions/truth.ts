import { compareValues } from '../key'

/** What counts as true in an expression: everything but false, null, missing and zero. */
export function isTrue(value: unknown): boolean {
  return value !== false && value !== null && value !== undefined && value !== 0
}

export function isNothing(value: unknown): value is null | undefined {
  return value === null || value === undefined
}

/** The order of values in expressions: as everywhere, but missing comes before null. */
export function compareInExpression(a: unknown, b: unknown): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined)
  return Math.sign(compareValues(a, b))
}
