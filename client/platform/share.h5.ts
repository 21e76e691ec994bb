import type { ShareCard } from './types'

/** Whether sharing starts from a native button (`open-type="share"`) that asks `useShare`. */
export const sharesByButton = false

/** WeChat asks the page for its card; on the web `shareNow` sends it, so nothing is to be answered. */
export function useShare(_card: () => ShareCard): void {}

/** Hands the card to the frame around us: the preview's chat shows it. False when there is none. */
export function shareNow(card: ShareCard): boolean {
  if (window.parent === window) return false
  window.parent.postMessage({ type: 'share', ...card }, window.location.origin)
  return true
}

/** An address that can be pasted anywhere; the simulated person is left out of it. */
export const addressOf = (path: string): string =>
  `${window.location.origin}${window.location.pathname}#${path}`
