import { crc32, deflateSync } from 'node:zlib'
import { encodeQR } from 'qr'

export type Colour = readonly [red: number, green: number, blue: number]

/**
 * A QR code as a PNG of `width` pixels on each side: a palette of two colours, one bit a pixel.
 * Whole pixels a module, so that it stays sharp; what is left over is margin.
 */
export function drawCode(
  text: string,
  options: { width: number; colour: Colour; isTransparent: boolean },
): Buffer {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: 2 })
  const { width } = options
  const scale = Math.max(1, Math.floor(width / modules.length))
  const margin = Math.floor((width - scale * modules.length) / 2)
  const rowBytes = 1 + Math.ceil(width / 8)
  const pixels = Buffer.alloc(rowBytes * width)
  for (let y = 0; y < width; y++) {
    const row = modules[Math.floor((y - margin) / scale)]
    for (let x = 0; x < width; x++) {
      const isDark = row?.[Math.floor((x - margin) / scale)] === true
      const at = y * rowBytes + 1 + (x >> 3)
      if (isDark) pixels[at] = (pixels[at] ?? 0) | (0x80 >> (x & 7))
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(width, 4)
  // One bit a pixel, an index into the palette.
  header.set([1, 3, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from([255, 255, 255, ...options.colour])),
    ...(options.isTransparent ? [chunk('tRNS', Buffer.from([0, 255]))] : []),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(kind: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}
