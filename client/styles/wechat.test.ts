import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@jest/globals'

const client = path.resolve(__dirname, '..')
const sheets = readdirSync(client, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.scss') && !file.endsWith('h5.scss'),
)

/** The selectors of a sheet: what stands before an opening brace, comments and strings left out. */
function selectorsOf(file: string): string[] {
  const bare = readFileSync(path.join(client, file), 'utf8')
    .replace(/\/\*[\s\S]*?\*\/|\/\/[^\n"]*$/gm, '')
    .replace(/"[^"]*"/g, '""')
  return [...bare.matchAll(/([^;{}]+)\{/g)].flatMap(([, text = '']) =>
    text.trim().startsWith('@') ? [] : [text.trim()],
  )
}

test("no sheet holds a selector that WeChat's style compiler refuses", () => {
  const refused = sheets.flatMap((file) =>
    selectorsOf(file)
      .filter((selector) => /(^|[\s>+~,(])\*/.test(selector))
      .map((selector) => `${file}: ${selector}`),
  )
  expect(sheets.length).toBeGreaterThan(20)
  expect(refused).toEqual([])
})
