/**
 * Days and months as a community lives them: in its time zone, whatever the clock of the function
 * says. A day is `2026-11-21`, a month `2026-11`; both compare as texts.
 */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  // Swedish writes dates as ISO 8601 does.
  const made = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  formats.set(timeZone, made)
  return made
}

export const dayOf = (at: Date, timeZone: string): string => formatIn(timeZone).format(at)

export const monthOf = (at: Date, timeZone: string): string => dayOf(at, timeZone).slice(0, 7)

/** The month `count` months later (or earlier). */
export function addMonths(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const all = year * 12 + (number - 1) + count
  return `${String(Math.floor(all / 12)).padStart(4, '0')}-${String((all % 12) + 1).padStart(2, '0')}`
}

const HOUR_MS = 3_600_000
/** No clock on earth is further from UTC. */
const OFFSET_MAX_MS = 15 * HOUR_MS

/**
 * The first instant of a day in a time zone, also where clocks jump over midnight: found by halving,
 * because only the way from an instant to its day is certain.
 */
export function startOfDay(day: string, timeZone: string): Date {
  const utc = Date.parse(`${day}T00:00:00.000Z`)
  let [before, after] = [utc - OFFSET_MAX_MS, utc + OFFSET_MAX_MS]
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (dayOf(new Date(middle), timeZone) < day) before = middle
    else after = middle
  }
  return new Date(after)
}
