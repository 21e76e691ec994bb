import type { Palette } from './palette'

/** What every picture is cut with: flat shapes of one colour, as SVG. */
export const f = (colour: string, d: string) => `<path fill="${colour}" d="${d}"/>`
export const line = (colour: string, width: number, d: string) =>
  `<path fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" d="${d}"/>`
export const dot = (colour: string, x: number, y: number, r: number) =>
  `<circle fill="${colour}" cx="${x}" cy="${y}" r="${r}"/>`
export const box = (colour: string, x: number, y: number, w: number, h: number, r = 0, turn = 0) =>
  `<rect fill="${colour}" x="${x}" y="${y}" width="${w}" height="${h}" rx="${r}"` +
  `${turn ? ` transform="rotate(${turn} ${x + w / 2} ${y + h / 2})"` : ''}/>`

/** One persimmon, broad and flat under its four-lobed cap; `s` 1 is 44 wide. */
export const fruit = (p: Palette, x: number, y: number, s = 1) =>
  `<g transform="translate(${x} ${y}) scale(${s})">` +
  f(p.fruit, 'M0-12c13-5 22 0 22 10 0 11-10 17-22 17S-22 9-22-2c0-10 9-15 22-10z') +
  f(p.shine, 'M-17 2c0-5 2-8 6-9-3 4-3 7-1 11-3 1-5 0-5-2z') +
  f(
    p.cap,
    'M0-9C-5-14-12-14-17-9c5 0 8 1 10 3-2 2-3 4-2 7 4 0 7-2 9-5 2 3 5 5 9 5 1-3 0-5-2-7 2-2 5-3 10-3C12-14 5-14 0-9z',
  ) +
  line(p.cap, 3, 'M0-10v-6') +
  '</g>'

export const leaf = (colour: string, x: number, y: number, turn: number, s = 1) =>
  `<g transform="translate(${x} ${y}) rotate(${turn}) scale(${s})">` +
  `${f(colour, 'M0 0C6-12 18-16 30-12 26 0 14 6 0 0z')}</g>`
