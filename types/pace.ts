/**
 * How often one person may write (H10), by kind of writing, over all of their communities. Minutes
 * stop machines and quarrels; days stop who has all day. A person on a phone meets none of them: the
 * fastest reviewer decides on some twenty items a minute.
 */
export const PACES = {
  /** What the whole community is shown. */
  post: { minute: 10, day: 60 },
  /** Words to somebody: offers, thanks, messages, applications, corrections. */
  speak: { minute: 20, day: 300 },
  /** Taps without words of one's own. */
  step: { minute: 60, day: null },
  /** What those on duty do, one item after another. */
  duty: { minute: 90, day: null },
} as const satisfies Record<string, { minute: number; day: number | null }>
export type Pace = keyof typeof PACES
