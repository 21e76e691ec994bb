import type { ShareCard } from '../../emulator/weapp-host/phone/types'

/** A person known to the simulated WeChat. */
export interface Person {
  openid: string
}

/** What was tapped to open the app. */
export interface Entrance {
  /** The WeChat group whose card it was. */
  group?: string
  /** Page and parameters of the card or link; without it the first tab opens. */
  page?: string
}

/**
 * A hand on the compiled app, the same for both hosts. Everything waits for what it names to appear,
 * and fails with what the page shows instead.
 */
export interface Driver {
  /** Gives the phone to this person and opens the app anew; what they stored before is still there. */
  open(person: Person, from?: Entrance): Promise<void>
  /** The route of the top page. */
  route(): Promise<string>
  /** Waits until the top page shows this text. */
  sees(text: string): Promise<void>
  /** Waits until the top page no longer shows this text. */
  misses(text: string): Promise<void>
  /**
   * Taps what bears this name: by its spoken label, else by its whole text, else by a part of it,
   * each time first among what a screen reader calls a button and the like. Of several the first.
   * `within` names a text that stands in the same card.
   */
  tap(name: string, within?: string): Promise<void>
  /** Taps an item of the tab bar. */
  tapTab(text: string): Promise<void>
  /** Writes into the field with this label, in place of what stood there. */
  type(label: string, text: string): Promise<void>
  /** Opens the picker of this name and chooses: a day as `2026-01-31`, a time as `20:00`. */
  pick(name: string, value: string): Promise<void>
  /** Taps a share button and answers the card that it sent. */
  shareBy(name: string): Promise<ShareCard>
  /** What went wrong in the app and was handled by nobody, since the driver started. */
  problems(): Promise<string[]>
  close(): Promise<void>
}

/** How long a step may take, cloud included. */
export const PATIENCE_MS = 15_000
const STEP_MS = 30

/** Lets the app go on for a moment. */
export const pause = (ms = STEP_MS): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms))

/** Asks again until there is an answer; `shown` tells a failing step what is there instead. */
export async function patiently<T>(
  what: string,
  look: () => T | undefined | Promise<T | undefined>,
  shown: () => string | Promise<string>,
): Promise<T> {
  const until = Date.now() + PATIENCE_MS
  for (;;) {
    const answer = await look()
    if (answer !== undefined) return answer
    if (Date.now() > until) throw new Error(`${what}; ${await shown()}`)
    await pause()
  }
}

/** What a page shows, for a failing step; of each problem the first line. */
export const report = (route: string, words: string, problems: string[]): string =>
  [`${route} shows:`, words, ...problems.map((problem) => problem.split('\n', 1)[0])].join('\n')
