import type { ShareCard } from '../phone/types'

/** What a driver outside may ask of the page, as `window.weapp`. */
export interface HostHandle {
  route(): string
  /** The route with its parameters, as a card would name it. */
  address(): string
  /** See `Driver.tap`. */
  find(name: string, within?: string): Element | null
  shows(text: string): boolean
  /** Everything that the page says, for a failing test. */
  words(): string
  /** The card that a share button sent last. */
  shared: ShareCard | null
  /** What went wrong and was handled by nobody. */
  problems: string[]
}
