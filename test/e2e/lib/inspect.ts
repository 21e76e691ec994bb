import { source } from 'axe-core'
import type { Page } from 'playwright-core'

type AxeResult = {
  violations: {
    id: string
    impact: string | null
    help: string
    nodes: { target: unknown[]; failureSummary?: string }[]
  }[]
}

/** Waits until a change of colours or of the window's width is drawn, with all that moves once. */
export async function isDrawn(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done))
    const moving = () =>
      document
        .getAnimations()
        .filter(({ playState, effect }) => {
          const ends = effect?.getComputedTiming().endTime
          return playState === 'running' && Number.isFinite(Number(ends))
        })
        .map(({ finished }) => finished.catch(() => undefined))
    // One movement may begin another.
    for (let quiet = 0; quiet < 2; ) {
      await frame()
      const begun = moving()
      quiet = begun.length === 0 ? quiet + 1 : 0
      await Promise.all(begun)
    }
  })
}

/** What axe-core finds serious or critical on the page as it stands, a line a finding. */
export async function seriousFindings(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  const { violations } = (await page.evaluate(
    "axe.run(document, { resultTypes: ['violations'], iframes: false })",
  )) as AxeResult
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, failureSummary = '' }) => {
        const why = failureSummary.split('\n').slice(1).join(' ').trim()
        return `${id}: ${help}: ${target.join(' ')}: ${why}`
      }),
    )
}

/** Points (css px) a finger needs. */
const FINGER = 40

/**
 * What can be tapped but offers a finger less than 40 css px in one direction. Measured by asking what
 * lies under the finger, because an area may be larger than what is drawn.
 */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate((finger) => {
    const roles = ['button', 'radio', 'checkbox', 'tab', 'link', 'switch']
    const selector = [...roles.map((role) => `[role=${role}]`), '[tabindex="0"]', 'a', 'button']
    const found: string[] = []
    // What lies below an open sheet cannot be tapped at all.
    const place = document.querySelector('[aria-modal]') ?? document
    for (const element of place.querySelectorAll<HTMLElement>(selector.join(','))) {
      if (!element.checkVisibility({ visibilityProperty: true })) continue
      if (element.getAttribute('aria-disabled') === 'true') continue
      element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' })
      const box = element.getBoundingClientRect()
      const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
      const isHit = (x: number, y: number) => {
        const hit = document.elementFromPoint(x, y)
        return hit !== null && (element.contains(hit) || hit.contains(element))
      }
      const reach = finger / 2 - 0.5
      const isWide =
        box.width >= finger ||
        (isHit(middle.x - reach, middle.y) && isHit(middle.x + reach, middle.y))
      const isHigh =
        box.height >= finger ||
        (isHit(middle.x, middle.y - reach) && isHit(middle.x, middle.y + reach))
      if (isWide && isHigh) continue
      const name = element.ariaLabel ?? element.textContent?.slice(0, 20)
      const size = `${Math.round(box.width)}×${Math.round(box.height)}`
      found.push(`${element.className} “${name}” ${size}`)
    }
    return found
  }, FINGER)
}

/** What is cut at the right or left edge of the window, and whether anything scrolls sideways. */
export function cutSideways(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = window.innerWidth
    const found: string[] = []
    const open = [...document.querySelectorAll('.taro_page')].find((one) => one.clientHeight > 0)
    for (const place of [document.documentElement, document.body, open]) {
      if (place && place.scrollWidth > place.clientWidth + 1) {
        found.push(`${place.className || place.tagName} is ${place.scrollWidth} wide`)
      }
    }
    const scrollsSideways = (element: Element): boolean => {
      for (let at: Element | null = element; at; at = at.parentElement) {
        if (/auto|scroll/.test(getComputedStyle(at).overflowX) && at !== open) return true
      }
      return false
    }
    for (const element of open?.querySelectorAll<HTMLElement>('*') ?? []) {
      const hasWords = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
      )
      if (!hasWords || !element.checkVisibility({ visibilityProperty: true })) continue
      const box = element.getBoundingClientRect()
      const isOut = box.right > width + 0.5 || box.left < -0.5
      const { overflowX, textOverflow } = getComputedStyle(element)
      const isClipped =
        overflowX === 'hidden' &&
        textOverflow !== 'ellipsis' &&
        element.scrollWidth > element.clientWidth + 1
      if ((isOut && !scrollsSideways(element)) || isClipped) {
        found.push(`${element.className} “${element.textContent?.slice(0, 24)}”`)
      }
    }
    return found
  })
}
