import type { Pen } from '../platform/types'
import { light } from './palette'
import { cut, fill, persimmon, write } from './pen'

/** A sheet of 3 to 4, as a phone keeps pictures. */
export const CERTIFICATE_WIDTH = 900
export const CERTIFICATE_HEIGHT = 1200

/** What the certificate says, in the words of the page. */
export interface CertificateWords {
  heading: string
  certifies: string
  name: string
  text: string
  title: string
  /** Hours or days; empty when there are none to tell. */
  extent: string
  code: string
  hint: string
}

const MIDDLE = CERTIFICATE_WIDTH / 2
const INSIDE = CERTIFICATE_WIDTH - 200
const CODE_PX = 260

/** Paper, a double frame, a branch of persimmons, the words, and the code that proves them. */
export function paintCertificate(
  pen: Pen,
  words: CertificateWords,
  code: readonly (readonly boolean[])[],
): void {
  pen.textBaseline = 'alphabetic'
  fill(pen, light.persimmonPale, 0, 0, CERTIFICATE_WIDTH, CERTIFICATE_HEIGHT)
  frame(pen, light.paper, 36)
  frame(pen, light.persimmon, 56)
  frame(pen, light.sheet, 60)
  persimmon(pen, MIDDLE - 62, 166, 30)
  persimmon(pen, MIDDLE, 154, 38)
  persimmon(pen, MIDDLE + 62, 166, 30)
  pen.textAlign = 'center'
  write(pen, words.heading, MIDDLE, 290, 60, light.persimmon, true)
  write(pen, words.certifies, MIDDLE, 372, 30, light.ink)
  centred(pen, words.name, 452, 56)
  centred(pen, words.text, 530, 30)
  centred(pen, words.title, 608, 44)
  if (words.extent) centred(pen, words.extent, 670, 32)
  pen.textAlign = 'left'
  paintCode(pen, code, MIDDLE - CODE_PX / 2, 740)
  pen.textAlign = 'center'
  write(pen, words.code, MIDDLE, 1050, 26, light.ink)
  write(pen, words.hint, MIDDLE, 1094, 24, light.jade)
  pen.textAlign = 'left'
}

const frame = (pen: Pen, colour: string, edge: number) =>
  fill(pen, colour, edge, edge, CERTIFICATE_WIDTH - 2 * edge, CERTIFICATE_HEIGHT - 2 * edge)

function centred(pen: Pen, text: string, y: number, px: number): void {
  const isBold = px > 40
  pen.font = `${isBold ? 'bold ' : ''}${px}px sans-serif`
  write(pen, cut(pen, text, INSIDE), MIDDLE, y, px, light.ink, isBold)
}

/** Black on white, each module a whole number of pixels, or scanners fail. */
function paintCode(pen: Pen, rows: readonly (readonly boolean[])[], x: number, y: number): void {
  const module = Math.floor(CODE_PX / rows.length)
  const inset = Math.floor((CODE_PX - module * rows.length) / 2)
  pen.fillStyle = '#000000'
  for (const [n, row] of rows.entries()) {
    for (const [m, isBlack] of row.entries()) {
      if (isBlack) pen.fillRect(x + inset + m * module, y + inset + n * module, module, module)
    }
  }
}
