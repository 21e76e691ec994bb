import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { cast } from '../seed/people'
import { NOW_MS, type Studio } from './studio'

/** From left to right: the pictures that open the README, by their scenes. */
export const OVERVIEW: readonly string[] = [
  'home-owner',
  'board',
  'request-thanked',
  'door-stranger',
]

/** Four phones side by side on paper. Takes the pictures that were just taken. */
export async function drawOverview(browser: Browser, shots: string, file: string): Promise<void> {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 660 },
    deviceScaleFactor: 1.4,
  })
  const images = OVERVIEW.map((name) => {
    const data = readFileSync(join(shots, `${name}.png`)).toString('base64')
    return `<img src="data:image/png;base64,${data}" alt="">`
  })
  await page.setContent(`<!DOCTYPE html><style>
    body { margin: 0; height: 660px; display: flex; align-items: center; justify-content: center;
      gap: 32px; background: #f3ebdf; }
    img { width: 270px; border-radius: 26px; border: 5px solid #fff;
      box-shadow: 0 1px 2px rgb(37 33 28 / 10%), 0 10px 24px rgb(37 33 28 / 10%); }
  </style>${images.join('')}`)
  await page.screenshot({ path: file })
  await page.close()
}

/** The page that `npm start` opens: the group's chat beside the phones of two who tapped its card. */
export async function drawPreview(browser: Browser, studio: Studio, file: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'zh-CN' })
  await page.clock.setFixedTime(NOW_MS + 30_000)
  await page.goto(`${studio.url}/`)
  const phone = page.frameLocator('iframe >> nth=0')
  await phone.getByText(cast.zhouMin.name).first().waitFor()
  await page.waitForLoadState('networkidle')
  // The port is another one in every run; `npm start` takes this one.
  const { host } = new URL(studio.url)
  await page.getByText(host).evaluate((element) => {
    element.textContent = '127.0.0.1:4173'
  })
  await page.waitForTimeout(500)
  await page.screenshot({ path: file, animations: 'disabled' })
  await page.close()
}
