import '../styles/h5.scss'
import type { WindowInsets } from './types'

/** A browser paints nothing over the page. */
export const windowInsets = (): WindowInsets => ({ top: 0, bar: 48, right: 0 })

/** Whether the person asked their phone for large type; a browser scales pages by itself. */
export const prefersLargeType = (): boolean => false

/** Tells what lies outside the page's root (the tab bar) of the chosen scale. */
export function applyScale(isElder: boolean): void {
  document.documentElement.classList.toggle('elder', isElder)
}

/** Things that are tapped but are no native buttons answer to the keyboard as buttons do. */
export function listenToKeyboard(): void {
  document.addEventListener('keydown', (event) => {
    const target = event.target
    if (!(target instanceof HTMLElement) || !target.hasAttribute('tabindex')) return
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    target.click()
  })
}
