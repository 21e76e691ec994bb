import { encodeQR } from 'qr'

/** Our codes are ASCII; some phones' engines have no TextEncoder. */
const asciiBytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 0x7f)

/** The modules of a QR code, row by row, with its quiet zone. `text` is ASCII. */
export const codeRows = (text: string): boolean[][] =>
  encodeQR(text, 'raw', { border: 4, ecc: 'medium', textEncoder: asciiBytes })

/**
 * A QR code as the address of an SVG picture: black squares in one path on white, with the quiet
 * zone of four modules that ISO/IEC 18004 asks for. `text` is ASCII.
 */
export function codePicture(text: string): string {
  const rows = codeRows(text)
  const path = rows
    .flatMap((row, y) => runs(row).map(([x, width]) => `M${x} ${y}h${width}v1h-${width}z`))
    .join('')
  const size = rows.length
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="white"/><path d="${path}"/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

/** Where black begins in a row, and how far it goes. */
function runs(row: readonly boolean[]): [start: number, width: number][] {
  const found: [number, number][] = []
  let start = -1
  for (let x = 0; x <= row.length; x += 1) {
    if (row[x] && start < 0) start = x
    if (!row[x] && start >= 0) {
      found.push([start, x - start])
      start = -1
    }
  }
  return found
}
