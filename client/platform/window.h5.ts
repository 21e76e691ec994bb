import '../styles/h5.scss'
import type { WindowInsets } from './types'

/** A browser paints nothing over the page. */
export const windowInsets = (): WindowInsets => ({ top: 0, bar: 48, right: 0 })

/**
 * Whether the person asked their phone for large type. A browser scales pages by itself; a preview
 * that plays a phone says it in the address (`?text=large`).
 */
export const prefersLargeType = (): boolean =>
  new URLSearchParams(window.location.search).get('text') === 'large'

/** Tells what lies outside the page's root (the tab bar) of the chosen scale. */
export function applyScale(isElder: boolean): void {
  document.documentElement.classList.toggle('elder', isElder)
}

/**
 * The framework puts a field's label on its wrapper; a screen reader stands in the input inside, which
 * appears later. Hands the label on, and says what the tab bar is.
 */
export function nameInputs(): void {
  const name = () => {
    document.querySelector('taro-tabbar')?.setAttribute('role', 'navigation')
    const inputs = document.querySelectorAll('[aria-label] > input, [aria-label] > textarea')
    for (const input of Array.from(inputs)) {
      const label = input.parentElement?.getAttribute('aria-label')
      if (label && input.getAttribute('aria-label') !== label) input.ariaLabel = label
    }
  }
  new MutationObserver(name).observe(document.body, { childList: true, subtree: true })
}

/**
 * Things that are tapped but are no native buttons answer to the keyboard as buttons do, and Escape
 * closes the sheet that is open.
 */
export function listenToKeyboard(): void {
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') document.querySelector<HTMLElement>('.hz-sheet__veil')?.click()
    const target = event.target
    if (!(target instanceof HTMLElement) || !target.hasAttribute('tabindex')) return
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    target.click()
  })
}
