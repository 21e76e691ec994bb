import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { type Look, openPhone } from '../../test/e2e/lib/phone'
import type { LookName, Scene } from './scene'
import { NOW_MS, type Studio } from './studio'

const HEIGHT = 844
/** Where an answer never comes on purpose, the page is as it is by then. */
const QUIET_MS = 3_000

const looks: Record<LookName, Look> = {
  light: {},
  dark: { colours: 'dark' },
  elder: { isElder: true },
  english: {},
}

export type Picture = { file: string; about: string; look: LookName }

/**
 * Takes the picture of a scene in one look; answers where it lies. `isWhole` shows a page in its
 * whole length in place of what the phone's window shows.
 */
export async function photograph(
  browser: Browser,
  studio: Studio,
  scene: Scene,
  look: LookName,
  folder: string,
  isWhole: boolean,
): Promise<Picture> {
  const { openid } = scene.who
  const phone = await openPhone(
    browser,
    studio.url,
    { openid, group: scene.group },
    { ...looks[look], sharpness: 2, height: HEIGHT },
  )
  try {
    await phone.page.clock.setFixedTime(NOW_MS + 30_000)
    await phone.context.addInitScript(drawTheSameLots)
    if (look === 'english') await phone.context.addInitScript(speakEnglish, openid)
    await scene.before?.(phone)
    await phone.open(scene.link(studio))
    if (look !== 'english') await phone.sees(scene.sees)
    await settle(phone.page)
    await scene.act?.(phone, studio)
    await settle(phone.page)
    if (isWhole) await stretch(phone.page)
    const name = look === 'light' ? scene.name : `${scene.name}-${look}`
    const file = join(folder, `${name}.png`)
    await phone.page.screenshot({ path: file, animations: 'disabled' })
    return { file, about: scene.about, look }
  } finally {
    await phone.close()
  }
}

/** A new applicant's picture is drawn by lot; each run shall draw the same. */
function drawTheSameLots() {
  let state = 7
  Math.random = () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

function speakEnglish(openid: string) {
  window.localStorage.setItem(`huzhu:${openid}:settings`, JSON.stringify({ language: 'en' }))
}

/** Until nothing is asked any more, every picture has come, and what was said is drawn. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle', { timeout: QUIET_MS }).catch(() => undefined)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await page.waitForTimeout(250)
}

/** Makes the window as high as what is in it. */
async function stretch(page: Page): Promise<void> {
  const height = await page.evaluate(() => {
    const pages = [...document.querySelectorAll('.taro_page')]
    const open = pages.find((element) => element.clientHeight > 0)
    return open ? open.scrollHeight + window.innerHeight - open.clientHeight : window.innerHeight
  })
  await page.setViewportSize({ width: 390, height: Math.max(height, HEIGHT) })
  await settle(page)
}
