/** Days of a calendar as texts `2026-11-21`: reckoned without clocks or zones, which dayOf has settled. */
const DAY_MS = 86_400_000

const noon = (day: string) => Date.parse(`${day}T12:00:00.000Z`)

/** The day `count` days later (or earlier). */
export const addDays = (day: string, count: number): string =>
  new Date(noon(day) + count * DAY_MS).toISOString().slice(0, 10)

/** How many days lie from one day to a later one. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((noon(to) - noon(from)) / DAY_MS)
