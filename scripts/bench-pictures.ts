import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import jpeg from 'jpeg-js'
import encodeQR from 'qr'
import type { findCodes } from '../cloudfunctions/functions/pictures/find-codes'
import { pictureOfCode } from './lib/sample-pictures'

/** What a code that adds a person says; never published. */
const CONTACT = 'https://u.wechat.com/MCm9aXqJ7u2kEabc?s=2'

/** A picture as grainy as a photograph taken indoors: smooth ones are searched faster. Same each time. */
function grainy(width: number, height: number, code?: { text: string; scale: number }): Buffer {
  const data = Buffer.alloc(width * height * 4, 255)
  let seed = 1
  const grain = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return (seed / 2_147_483_648 - 0.5) * 60
  }
  const rows = code ? encodeQR(code.text, 'raw', { border: 4, scale: code.scale }) : []
  const [left, top] = [Math.round(width / 3), Math.round(height / 3)]
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4
      const isDark = rows[y - top]?.[x - left]
      const ground = 128 + 60 * Math.sin(x / 90) * Math.cos(y / 70)
      const light = isDark === undefined ? ground : isDark ? 30 : 225
      data.fill(Math.max(0, Math.min(255, light + grain())), at, at + 3)
    }
  }
  return jpeg.encode({ data, width, height }, 80).data
}

const PICTURES = {
  'sent by a phone, 1080 × 1440': () => grainy(1080, 1440),
  'the same with a code in it': () => grainy(1080, 1440, { text: CONTACT, scale: 8 }),
  'straight from a camera, 4000 × 3000': () => grainy(4000, 3000),
  'the same with a small code in it': () => grainy(4000, 3000, { text: CONTACT, scale: 6 }),
  'a code and nothing else (PNG)': () => pictureOfCode(CONTACT),
} satisfies Record<string, () => Buffer>

/** What the search for codes takes of one picture, with the function's own code; times are medians. */
export async function measurePictures(rounds: number): Promise<Record<string, string | number>[]> {
  const folder = mkdtempSync(join(tmpdir(), 'huzhu-bench-'))
  try {
    const outfile = join(folder, 'find-codes.js')
    await build({
      entryPoints: [join(__dirname, '../cloudfunctions/functions/pictures/find-codes.ts')],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      loader: { '.wasm': 'binary' },
      logLevel: 'silent',
    })
    const search = (require(outfile) as { findCodes: typeof findCodes }).findCodes
    await search(pictureOfCode(CONTACT))
    const rows = []
    for (const [picture, make] of Object.entries(PICTURES)) {
      const content = make()
      const times: number[] = []
      let found: readonly string[] = []
      for (let round = 0; round < rounds; round++) {
        const started = performance.now()
        found = await search(content)
        times.push(performance.now() - started)
      }
      const ms = times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0
      rows.push({
        picture,
        'k bytes': Math.round(content.length / 1000),
        'ms a picture': Number(ms.toFixed(1)),
        found: found.join(' ') || '–',
      })
    }
    return rows
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
