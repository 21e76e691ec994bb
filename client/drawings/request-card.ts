import type { Pen } from '../platform/types'
import { light } from './palette'
import { cut, fill, persimmon, write } from './pen'

/** Cards in a chat are 5 to 4. */
export const CARD_WIDTH = 500
export const CARD_HEIGHT = 400

/** What the card says, in the words of the page. */
export interface CardWords {
  kind: string
  title: string
  /** How much it presses; empty when it does not. */
  urgency: string
  deadline: string
  helpers: string
  community: string
}

const EDGE = 36
const TITLE_LINES = 3
const TITLE_PX = 42
const LINE_PX = 58

/** A notice on the board, as a chat shows it: paper, what exactly, by when, and a persimmon. */
export function paintRequestCard(pen: Pen, words: CardWords): void {
  pen.textBaseline = 'alphabetic'
  pen.textAlign = 'left'
  fill(pen, light.paper, 0, 0, CARD_WIDTH, CARD_HEIGHT)
  fill(pen, words.urgency ? light.persimmon : light.jade, 0, 0, CARD_WIDTH, 14)
  persimmon(pen, CARD_WIDTH - 74, CARD_HEIGHT - 62, 46)

  write(pen, words.kind, EDGE, 70, 26, light.ink)
  if (words.urgency) pill(pen, words.urgency)
  const lines = linesOf(pen, words.title, CARD_WIDTH - 2 * EDGE)
  lines.forEach((line, i) => {
    write(pen, line, EDGE, 138 + i * LINE_PX, TITLE_PX, light.ink, true)
  })
  write(pen, `${words.deadline} · ${words.helpers}`, EDGE, 322, 27, light.persimmon)
  pen.font = '25px sans-serif'
  write(pen, cut(pen, words.community, CARD_WIDTH - 2 * EDGE - 120), EDGE, 366, 25, light.jade)
}

/** At the top right: 加急. */
function pill(pen: Pen, text: string): void {
  pen.font = '26px sans-serif'
  const width = pen.measureText(text).width + 36
  const [left, top, height] = [CARD_WIDTH - EDGE - width, 38, 44]
  const radius = height / 2
  pen.fillStyle = light.persimmon
  pen.beginPath()
  pen.arc(left + radius, top + radius, radius, Math.PI / 2, Math.PI * 1.5)
  pen.arc(left + width - radius, top + radius, radius, Math.PI * 1.5, Math.PI / 2)
  pen.closePath()
  pen.fill()
  write(pen, text, left + 18, top + 32, 26, light.sheet)
}

/** The title in lines that fit; what is left over ends in an ellipsis. */
function linesOf(pen: Pen, title: string, width: number): string[] {
  pen.font = `bold ${TITLE_PX}px sans-serif`
  const lines: string[] = []
  let line = ''
  for (const character of title) {
    if (line !== '' && pen.measureText(line + character).width > width) {
      lines.push(line)
      line = ''
    }
    line += character
  }
  lines.push(line)
  if (lines.length <= TITLE_LINES) return lines
  const [last = ''] = lines.slice(TITLE_LINES - 1)
  return [...lines.slice(0, TITLE_LINES - 1), `${[...last].slice(0, -1).join('')}…`]
}
