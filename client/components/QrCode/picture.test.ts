import { decodeQR } from 'qr/decode.js'
import { codePicture } from './picture'

const SCALE = 4

/** The squares of the picture, as a camera would see them. */
function photograph(address: string) {
  const svg = decodeURIComponent(address.slice(address.indexOf(',') + 1))
  const modules = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1])
  const size = modules * SCALE
  const data = new Uint8Array(size * size * 4).fill(255)
  for (const [, x, y, width] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1/g)) {
    for (let row = Number(y) * SCALE; row < (Number(y) + 1) * SCALE; row += 1) {
      for (
        let column = Number(x) * SCALE;
        column < (Number(x) + Number(width)) * SCALE;
        column += 1
      ) {
        data.fill(0, (row * size + column) * 4, (row * size + column) * 4 + 3)
      }
    }
  }
  return { data, width: size, height: size }
}

test.each(['HZ1.a', 'https://example.org/?code=0123456789abcdef', 'x'.repeat(180)])(
  'is read by a scanner as it was written: %s',
  (text) => {
    expect(decodeQR(photograph(codePicture(text)))).toBe(text)
  },
)
