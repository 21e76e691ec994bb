import type { FrameId } from '../../types/shape'
import type { Palette } from './palette'
import { dot, f, fruit, leaf } from './paper'

/** Frames round an avatar. Drawn on 140 × 140; the avatar covers the middle 100. */
type Frame = (p: Palette) => string

const ring = (colour: string, radius: number, width: number, dashes = '') =>
  `<circle cx="70" cy="70" r="${radius}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round"${dashes ? ` stroke-dasharray="${dashes}"` : ''}/>`

/** A point of the ring, by degrees from the top. */
const at = (degrees: number, radius: number): [number, number] => {
  const turn = ((degrees - 90) * Math.PI) / 180
  return [
    Number((70 + radius * Math.cos(turn)).toFixed(1)),
    Number((70 + radius * Math.sin(turn)).toFixed(1)),
  ]
}

const persimmons: Frame = (p) =>
  ring(p.ink, 54, 3.4) +
  [30, 75, 150, 210, 285, 330]
    .map((turn) => leaf(p.jade, ...at(turn, 54), turn - 10, 0.5))
    .join('') +
  [0, 118, 242].map((turn) => fruit(p, ...at(turn, 55), turn === 0 ? 0.62 : 0.5)).join('')

const bamboo: Frame = (p) =>
  ring(p.jade, 54, 8, '24 4.3') +
  ring(p.jadePale, 54, 2, '22 6.3') +
  [40, 52, 215, 227]
    .map((turn, n) => leaf(p.jade, ...at(turn, 55), turn - 60 + n * 14, 0.62))
    .join('')

const lantern = (p: Palette, x: number, y: number) =>
  `<g transform="translate(${x} ${y}) scale(.6)">` +
  f(p.amber, 'M-8-18h16v5H-8zM-8 13h16v5H-8z') +
  f(p.persimmon, 'M-12-14h24c9 8 9 20 0 28h-24c-9-8-9-20 0-28z') +
  f(p.persimmonPale, 'M-3-14h2v28h-2zM3-14h2v28H3z') +
  f(p.amber, 'M-1 18h2v10h-2z') +
  '</g>'

const lanterns: Frame = (p) =>
  ring(p.persimmon, 54, 5) +
  ring(p.amber, 54, 1.6, '1 7') +
  [90, 135, 180, 225, 270].map((turn) => lantern(p, ...at(turn, 57))).join('')

const waves: Frame = (p) =>
  ring(p.indigo, 55, 10, '0 11.5') +
  ring(p.indigo, 52, 5) +
  ring(p.indigoPale, 52, 1.4, '3 6') +
  [at(0, 57), at(180, 57)].map(([x, y]) => dot(p.amber, x, y, 5)).join('')

const frames: { readonly [F in FrameId]: Frame } = { persimmons, bamboo, lanterns, waves }

/** Every frame as an SVG of the given papers. */
export function drawFrames(palette: Palette): Record<FrameId, string> {
  const drawn = Object.entries(frames).map(([name, draw]) => [
    name,
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 140 140">${draw(palette)}</svg>`,
  ])
  return Object.fromEntries(drawn) as Record<FrameId, string>
}
