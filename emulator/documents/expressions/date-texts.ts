import { requestFailed } from '../../codes'
import { type ExpressionOperator, named, optional, requireText } from './arguments'
import { requireDate, zoneOf } from './dates'
import {
  dayOfYear,
  fromWall,
  isoWeek,
  isoWeekday,
  isoWeekStart,
  offsetAt,
  utc,
  type Wall,
  wallTime,
  week,
} from './time-zone'
import { isNothing } from './truth'

const isoFormat = '%Y-%m-%dT%H:%M:%S.%LZ'
const localFormat = '%Y-%m-%dT%H:%M:%S.%L'

const pad = (value: number, digits: number) => String(value).padStart(digits, '0')

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

function offsetText(offsetMs: number, separator: string): string {
  const minutes = Math.abs(Math.trunc(offsetMs / 60_000))
  return `${offsetMs < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60), 2)}${separator}${pad(minutes % 60, 2)}`
}

const written: Record<string, (wall: Wall, offsetMs: number) => string> = {
  Y: ({ year }) => pad(year, 4),
  m: ({ month }) => pad(month, 2),
  d: ({ day }) => pad(day, 2),
  H: ({ hour }) => pad(hour, 2),
  M: ({ minute }) => pad(minute, 2),
  S: ({ second }) => pad(second, 2),
  L: ({ millisecond }) => pad(millisecond, 3),
  j: (wall) => pad(dayOfYear(wall), 3),
  w: ({ weekday }) => String(weekday + 1),
  u: (wall) => String(isoWeekday(wall)),
  U: (wall) => pad(week(wall), 2),
  V: (wall) => pad(isoWeek(wall).week, 2),
  G: (wall) => pad(isoWeek(wall).year, 4),
  B: ({ month }) => months[month - 1] as string,
  b: ({ month }) => (months[month - 1] as string).slice(0, 3),
  z: (_wall, offsetMs) => offsetText(offsetMs, ''),
  Z: (_wall, offsetMs) => String(Math.trunc(offsetMs / 60_000)),
  '%': () => '%',
}

function write(date: Date, format: string, zone: string): string {
  const wall = wallTime(date, zone)
  return format.replace(/%(.)?/gs, (_whole, letter: string | undefined) => {
    const part =
      letter !== undefined && Object.hasOwn(written, letter) ? written[letter] : undefined
    if (part === undefined) throw requestFailed(`Invalid format character '%${letter ?? ''}'`)
    return part(wall, offsetAt(date.getTime(), zone))
  })
}

const $dateToString: ExpressionOperator = (operand, { compile }, name) => {
  const parts = named(name, operand, ['date'], ['format', 'timezone', 'onNull'])
  const date = compile(parts.date)
  const format = 'format' in parts ? compile(parts.format) : undefined
  const zone = 'timezone' in parts ? compile(parts.timezone) : undefined
  const onNull = 'onNull' in parts ? compile(parts.onNull) : () => null
  return (scope) => {
    const value = date(scope)
    if (isNothing(value)) return onNull(scope)
    const zoneName = zoneOf(zone, scope)
    const pattern = format === undefined ? undefined : format(scope)
    if (zoneName === null || (format !== undefined && isNothing(pattern))) return null
    const usual = zoneName === 'UTC' || zoneName === 'GMT' ? isoFormat : localFormat
    const chosen = pattern === undefined ? usual : requireText(pattern, 'format')
    return write(requireDate(value), chosen, zoneName)
  }
}

/** What a letter of a format stands for in a text that is read. */
const readable: Record<string, string> = {
  Y: '(?<Y>\\d{4})',
  m: '(?<m>\\d{1,2})',
  d: '(?<d>\\d{1,2})',
  H: '(?<H>\\d{1,2})',
  M: '(?<M>\\d{1,2})',
  S: '(?<S>\\d{1,2})',
  L: '(?<L>\\d{1,3})',
  j: '(?<j>\\d{1,3})',
  G: '(?<G>\\d{4})',
  V: '(?<V>\\d{1,2})',
  u: '(?<u>[1-7])',
  B: `(?<B>${months.join('|')})`,
  b: `(?<b>${months.map((month) => month.slice(0, 3)).join('|')})`,
  z: '(?<z>[+-]\\d{2}:?\\d{2}|Z|UTC|GMT)',
  Z: '(?<Z>[+-]?\\d+)',
  '%': '%',
}

function parseByFormat(text: string, format: string, zone: string | undefined): Date | undefined {
  const source = format.replace(/%(.)?|[.*+?^${}()|[\]\\/]/gs, (whole, letter?: string) => {
    if (!whole.startsWith('%')) return `\\${whole}`
    const part =
      letter !== undefined && Object.hasOwn(readable, letter) ? readable[letter] : undefined
    if (part === undefined) throw requestFailed(`Invalid format character '${whole}'`)
    return part
  })
  const found = new RegExp(`^${source}$`, 'i').exec(text)?.groups
  if (found === undefined) return undefined
  const number = (letter: string, otherwise: number) => Number(found[letter] ?? otherwise)
  const named = found.B ?? found.b
  const month = named
    ? months.findIndex((name) => name.toLowerCase().startsWith(named.toLowerCase())) + 1
    : number('m', 1)
  const clock = [number('H', 0), number('M', 0), number('S', 0), number('L', 0)] as const
  if (
    month < 1 ||
    month > 12 ||
    number('d', 1) > 31 ||
    clock[0] > 24 ||
    clock[1] > 59 ||
    clock[2] > 59
  ) {
    return undefined
  }
  const day =
    found.j === undefined
      ? utc(number('Y', 1970), month, number('d', 1))
      : utc(number('Y', 1970), 1, number('j', 1))
  const start =
    found.G === undefined
      ? day
      : isoWeekStart(number('G', 1970), number('V', 1)) + (number('u', 1) - 1) * 86_400_000
  const shown = start + ((clock[0] * 60 + clock[1]) * 60 + clock[2]) * 1000 + clock[3]
  return placed(shown, found.Z === undefined ? found.z : minutesZone(Number(found.Z)), zone)
}

function minutesZone(minutes: number): string {
  return offsetText(minutes * 60_000, ':')
}

function placed(shownMs: number, own: string | undefined, zone: string | undefined): Date {
  if (own !== undefined && zone !== undefined) {
    throw requestFailed(
      'you cannot pass in a date/time string with time zone information together with a timezone argument',
    )
  }
  return fromWall(shownMs, own === undefined || /^z$/i.test(own) ? (zone ?? 'UTC') : own)
}

const isoText =
  /^(\d{4})-?(\d{2})(?:-?(\d{2})(?:[T ](\d{2}):?(\d{2})(?::?(\d{2})(?:[.,](\d{1,3})\d*)?)?)?)?\s*(Z|[+-]\d{2}:?\d{2}|UTC|GMT)?$/i

function parseIso(text: string, zone: string | undefined): Date | undefined {
  const found = isoText.exec(text.trim())
  if (found === null) return undefined
  const [, year, month, day = '1', hour = '0', minute = '0', second = '0', fraction = '0', own] =
    found
  const millisecond = Number(fraction.padEnd(3, '0'))
  const parts = [year, month, day, hour, minute, second].map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const shown = utc(...parts, millisecond)
  const back = new Date(shown)
  // 31 June is not a date.
  if (back.getUTCMonth() + 1 !== parts[1] || parts[3] > 23 || parts[4] > 59) return undefined
  return placed(shown, own, zone)
}

const $dateFromString: ExpressionOperator = (operand, { compile }, name) => {
  const mayHave = ['format', 'timezone', 'onError', 'onNull']
  const parts = named(name, operand, ['dateString'], mayHave)
  const text = compile(parts.dateString)
  const format = 'format' in parts ? compile(parts.format) : undefined
  const zone = 'timezone' in parts ? compile(parts.timezone) : undefined
  const onNull = 'onNull' in parts ? compile(parts.onNull) : () => null
  const onError = 'onError' in parts ? compile(parts.onError) : undefined
  return (scope) => {
    const value = text(scope)
    if (isNothing(value)) return onNull(scope)
    const zoneName = zoneOf(zone, scope)
    if (zoneName === null) return null
    const own = zone === undefined ? undefined : zoneName
    const pattern = optional(format, scope)
    const date =
      typeof value !== 'string'
        ? undefined
        : isNothing(pattern)
          ? parseIso(value, own)
          : parseByFormat(value, requireText(pattern, 'format'), own)
    if (date !== undefined) return date
    if (onError !== undefined) return onError(scope)
    throw requestFailed(`Error parsing date string '${String(value)}'`)
  }
}

/** Dates as texts and back. */
export const dateTexts: Record<string, ExpressionOperator> = { $dateToString, $dateFromString }
