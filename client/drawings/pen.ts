import type { Pen } from '../platform/types'
import { light } from './palette'

/** What painted pictures share. A picture leaves the app, so it is always drawn on light paper. */
export function fill(
  pen: Pen,
  colour: string,
  x: number,
  y: number,
  width: number,
  height: number,
) {
  pen.fillStyle = colour
  pen.fillRect(x, y, width, height)
}

export function write(
  pen: Pen,
  text: string,
  x: number,
  y: number,
  px: number,
  ink: string,
  bold = false,
) {
  pen.font = `${bold ? 'bold ' : ''}${px}px sans-serif`
  pen.fillStyle = ink
  pen.fillText(text, x, y)
}

/** The app's fruit, cut from three sheets: skin, light, and the cap of four leaves. */
export function persimmon(pen: Pen, x: number, y: number, radius: number): void {
  disc(pen, light.fruit, x, y, radius)
  disc(pen, light.shine, x - radius * 0.38, y + radius * 0.02, radius * 0.2)
  pen.fillStyle = light.cap
  pen.beginPath()
  const tips = 8
  for (let i = 0; i < tips; i++) {
    const turn = (Math.PI * 2 * i) / tips - Math.PI / 2
    const reach = i % 2 === 0 ? radius * 0.52 : radius * 0.2
    const [tipX, tipY] = [
      x + Math.cos(turn) * reach,
      y - radius * 0.62 + Math.sin(turn) * reach * 0.6,
    ]
    if (i === 0) pen.moveTo(tipX, tipY)
    else pen.lineTo(tipX, tipY)
  }
  pen.closePath()
  pen.fill()
}

function disc(pen: Pen, colour: string, x: number, y: number, radius: number): void {
  pen.fillStyle = colour
  pen.beginPath()
  pen.arc(x, y, radius, 0, Math.PI * 2)
  pen.fill()
}

/** In the font that is set: what does not fit ends in an ellipsis. */
export function cut(pen: Pen, text: string, width: number): string {
  let shown = text
  while (shown.length > 1 && pen.measureText(`${shown}…`).width > width) shown = shown.slice(0, -1)
  return shown === text ? text : `${shown}…`
}
