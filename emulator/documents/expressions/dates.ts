import { ObjectId, Timestamp } from 'bson'
import { requestFailed } from '../../codes'
import { isPlainObject } from '../key'
import {
  describe,
  type Evaluate,
  type ExpressionOperator,
  named,
  optional,
  requireText,
  requireWhole,
  type Scope,
} from './arguments'
import {
  dayOfYear,
  fromWall,
  isoWeek,
  isoWeekday,
  isoWeekStart,
  utc,
  type Wall,
  wallTime,
  week,
} from './time-zone'
import { isNothing } from './truth'

/** Dates, and what has one in it. */
export function requireDate(value: unknown): Date {
  if (value instanceof Date) return value
  if (value instanceof ObjectId) return value.getTimestamp()
  if (value instanceof Timestamp) return new Date(value.getHighBitsUnsigned() * 1000)
  throw requestFailed(`can't convert from BSON type ${describe(value)} to Date`)
}

/** The zone of an operator, UTC without one; null when it is null or missing. */
export function zoneOf(zone: Evaluate | undefined, scope: Scope): string | null {
  if (zone === undefined) return 'UTC'
  const value = zone(scope)
  return isNothing(value) ? null : requireText(value, 'timezone')
}

/** A part of a date: of a date itself, or of `{date, timezone}`. */
function part(read: (wall: Wall) => number): ExpressionOperator {
  return (operand, { compile }, name) => {
    const only = Array.isArray(operand) && operand.length === 1 ? operand[0] : operand
    const isNamed = isPlainObject(only) && Object.keys(only)[0]?.startsWith('$') === false
    const parts = isNamed ? named(name, only, ['date'], ['timezone']) : { date: only }
    const date = compile(parts.date)
    const zone = 'timezone' in parts ? compile(parts.timezone) : undefined
    return (scope) => {
      const [value, zoneName] = [date(scope), zoneOf(zone, scope)]
      if (isNothing(value) || zoneName === null) return null
      return read(wallTime(requireDate(value), zoneName))
    }
  }
}

const calendarParts = ['year', 'month', 'day'] as const
const isoParts = ['isoWeekYear', 'isoWeek', 'isoDayOfWeek'] as const
const timeParts = ['hour', 'minute', 'second', 'millisecond'] as const

/** Parts outside of their range carry over: month 14 is February of the next year. */
const $dateFromParts: ExpressionOperator = (operand, { compile }, name) => {
  const all = [...calendarParts, ...isoParts, ...timeParts, 'timezone']
  const written = named(name, operand, [], all)
  const isIso = 'isoWeekYear' in written
  if (!isIso && !('year' in written))
    throw requestFailed(`${name} requires 'year' or 'isoWeekYear'`)
  const mixed = (isIso ? calendarParts : isoParts).find((other) => other in written)
  if (mixed !== undefined)
    throw requestFailed(`${name} does not allow mixing of ISO dates: ${mixed}`)
  const parts = new Map(Object.entries(written).map(([key, value]) => [key, compile(value)]))
  return (scope) => {
    const values: Record<string, number> = {}
    for (const [key, evaluate] of parts) {
      const value = evaluate(scope)
      if (isNothing(value)) return null
      if (key !== 'timezone') values[key] = requireWhole(value, `'${key}'`)
    }
    const { hour = 0, minute = 0, second = 0, millisecond = 0 } = values
    const year = (isIso ? values.isoWeekYear : values.year) as number
    if (year < 1 || year > 9999) {
      throw requestFailed(`'year' must evaluate to an integer in the range 1 to 9999`)
    }
    const start = isIso
      ? isoWeekStart(year, values.isoWeek ?? 1) + ((values.isoDayOfWeek ?? 1) - 1) * 86_400_000
      : utc(year, values.month ?? 1, values.day ?? 1)
    const shown = start + ((hour * 60 + minute) * 60 + second) * 1000 + millisecond
    return fromWall(shown, zoneOf(parts.get('timezone'), scope) ?? 'UTC')
  }
}

const $dateToParts: ExpressionOperator = (operand, { compile }, name) => {
  const written = named(name, operand, ['date'], ['timezone', 'iso8601'])
  const date = compile(written.date)
  const zone = 'timezone' in written ? compile(written.timezone) : undefined
  const iso = 'iso8601' in written ? compile(written.iso8601) : undefined
  return (scope) => {
    const [value, zoneName] = [date(scope), zoneOf(zone, scope)]
    if (isNothing(value) || zoneName === null) return null
    const wall = wallTime(requireDate(value), zoneName)
    const { hour, minute, second, millisecond } = wall
    if (optional(iso, scope) === true) {
      const { year, week: number } = isoWeek(wall)
      const start = { isoWeekYear: year, isoWeek: number, isoDayOfWeek: isoWeekday(wall) }
      return { ...start, hour, minute, second, millisecond }
    }
    const { year, month, day } = wall
    return { year, month, day, hour, minute, second, millisecond }
  }
}

/** Parts of dates, in UTC or in a named zone. */
export const dates: Record<string, ExpressionOperator> = {
  $year: part((wall) => wall.year),
  $month: part((wall) => wall.month),
  $dayOfMonth: part((wall) => wall.day),
  $dayOfWeek: part((wall) => wall.weekday + 1),
  $dayOfYear: part(dayOfYear),
  $hour: part((wall) => wall.hour),
  $minute: part((wall) => wall.minute),
  $second: part((wall) => wall.second),
  $millisecond: part((wall) => wall.millisecond),
  $week: part(week),
  $isoDayOfWeek: part(isoWeekday),
  $isoWeek: part((wall) => isoWeek(wall).week),
  $isoWeekYear: part((wall) => isoWeek(wall).year),
  $dateFromParts,
  $dateToParts,
}
