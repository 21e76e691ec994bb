import dayjs from 'dayjs'

/** The days of a month in weeks that begin on Monday; null where another month's would stand. */
export function weeksOf(month: string): (string | null)[][] {
  const first = dayjs(`${month}-01`)
  // 0 is Sunday.
  const before = (first.day() + 6) % 7
  const days: (string | null)[] = [
    ...Array<null>(before).fill(null),
    ...Array.from({ length: first.daysInMonth() }, (_, n) =>
      first.add(n, 'day').format('YYYY-MM-DD'),
    ),
  ]
  while (days.length % 7 > 0) days.push(null)
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7))
}
