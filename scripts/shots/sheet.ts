import { writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import type { Picture } from './camera'
import type { LookName } from './scene'

const COLUMNS = 9
const THUMB = 176

const lookNames: Record<LookName, string> = {
  light: '浅色',
  dark: '深色',
  elder: '大字',
  english: 'English',
}

/** All pictures on one sheet: `contact-sheet.html`, which can be clicked through, and its picture. */
export async function makeContactSheet(
  browser: Browser,
  pictures: readonly Picture[],
  folder: string,
): Promise<string> {
  const page = await browser.newPage({
    viewport: { width: COLUMNS * (THUMB + 20) + 60, height: 900 },
    deviceScaleFactor: 1,
  })
  const html = join(folder, 'contact-sheet.html')
  const file = join(folder, 'contact-sheet.png')
  writeFileSync(html, sheet(pictures))
  await page.goto(pathToFileURL(html).href, { waitUntil: 'load' })
  await page.screenshot({ path: file, fullPage: true })
  await page.close()
  return file
}

const sheet = (pictures: readonly Picture[]) => `<!DOCTYPE html>
<html lang="zh-CN">
<meta charset="utf-8">
<title>互助圈 · 全部页面</title>
<style>
  body { margin: 0; padding: 28px 30px 40px; color: #25211c; background: #fbf7f1;
    font: 13px/1.5 "PingFang SC", "Noto Sans CJK SC", sans-serif; }
  h1 { margin: 0 0 20px; font: 700 24px/1.4 "Songti SC", "Noto Serif CJK SC", serif; }
  main { display: grid; grid-template-columns: repeat(${COLUMNS}, ${THUMB}px); gap: 24px 20px; }
  figure { margin: 0; }
  img { display: block; width: ${THUMB}px; height: auto; border: 1px solid #e9e1d6;
    border-radius: 12px; }
  figcaption { margin-top: 6px; font-size: 12px; }
  small { color: #6b635a; font-size: 11px; }
</style>
<h1>互助圈 · ${pictures.length} 张</h1>
<main>${pictures.map(figure).join('\n')}</main>
</html>
`

const figure = ({ file, about, look }: Picture) => `<figure>
  <a href="${basename(file)}"><img src="${basename(file)}" alt="${about}"></a>
  <figcaption>${about}<br><small>${basename(file, '.png')} · ${lookNames[look]}</small></figcaption>
</figure>`
