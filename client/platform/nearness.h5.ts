import type { WatchNearness } from './types'

/** A page of the web build scrolls in a box of its own, which therefore is the window to be near to. */
export const watchNearness: WatchNearness = (id, marginPx, onChange) => {
  const element = document.getElementById(id)
  if (!element) return () => {}
  const observer = new IntersectionObserver(
    (entries) => {
      const last = entries.at(-1)
      if (last) onChange(last.isIntersecting, last.boundingClientRect.height)
    },
    { root: element.closest('.taro_page'), rootMargin: `${marginPx}px 0px` },
  )
  observer.observe(element)
  return () => observer.disconnect()
}
