import type { Medal } from '../../types/recognition'
import type { Palette } from './palette'
import { box, dot, f, fruit, leaf, line } from './paper'

/** The medals: a scalloped paper disc on two ribbons, each with its own thing. Drawn on 120 × 124. */
type Motif = (p: Palette) => string
type Colour = 'persimmon' | 'jade' | 'amber' | 'indigo'

/** The disc: a ring of twelve petals (one dotted stroke), a pale ground, the ribbons behind. */
const disc = (p: Palette, colour: Colour) =>
  f(p[colour], 'M36 84l-8 38 17-9 9 10 6-30zM84 84l8 38-17-9-9 10-6-30z') +
  f(p[`${colour}Pale`], 'M47 92l-6 24 5-3 8-22zM73 92l6 24-5-3-8-22z') +
  `<circle cx="60" cy="56" r="44" fill="${p[colour]}" stroke="${p[colour]}" stroke-width="16" stroke-dasharray="0 23.04" stroke-linecap="round"/>` +
  dot(p[`${colour}Pale`], 60, 56, 39) +
  `<circle cx="60" cy="56" r="34.5" fill="none" stroke="${p[colour]}" stroke-width="1.4" stroke-dasharray="1 5" stroke-linecap="round"/>`

const hand = (p: Palette) =>
  f(p.ink, 'M34 72c6-3 10-3 15 0l8 3c3 1 3 5 0 5H46l16 1 17-10c4-2 7 2 4 5L66 87H46l-12-3z') +
  box(p.persimmon, 29, 70, 7, 16, 2)

const firstHelp: Motif = (p) => fruit(p, 61, 54, 0.92) + leaf(p.jade, 62, 38, -24, 0.55) + hand(p)

const helps10: Motif = (p) =>
  line(p.ink, 3.4, 'M30 38c14-7 38-6 58 2M48 34v10M66 34v16M80 37v6') +
  leaf(p.jade, 34, 36, 160, 0.5) +
  leaf(p.jade, 74, 34, -34, 0.6) +
  fruit(p, 46, 56, 0.58) +
  fruit(p, 66, 66, 0.68) +
  fruit(p, 82, 52, 0.5)

const helps50: Motif = (p) =>
  f(p.ink, 'M56 88c2-12 2-20 0-30l4-2 4 2c-2 10-2 18 0 30z') +
  f(
    p.jade,
    'M60 26c10-6 20 0 20 8 10 0 14 14 6 20-2 10-14 12-20 6-6 6-20 6-24-2-10-2-12-16-2-20-2-10 10-18 20-12z',
  ) +
  [
    [46, 46],
    [60, 38],
    [74, 46],
    [54, 56],
    [68, 58],
  ]
    .map(([x = 0, y = 0]) => dot(p.fruit, x, y, 5.2))
    .join('') +
  line(p.ink, 3, 'M42 88h36')

const mentor: Motif = (p) =>
  f(p.persimmon, 'M28 80c4-22 16-34 32-34s28 12 32 34H78c-2-12-8-20-18-20s-16 8-18 20z') +
  line(p.persimmonPale, 2.4, 'M34 72c6-14 14-20 26-20s20 6 26 20') +
  line(p.ink, 2.4, 'M52 46V32M68 46V36') +
  leaf(p.jade, 52, 34, -30, 0.55) +
  leaf(p.jade, 68, 38, -30, 0.42) +
  leaf(p.jade, 52, 36, 190, 0.4) +
  line(p.ink, 2.6, 'M26 84h68')

const attended1: Motif = (p) =>
  f(p.indigo, 'M38 54h40c0 18-6 28-20 28S38 72 38 54z') +
  line(p.indigo, 4.4, 'M78 58c10-1 12 12-1 14') +
  f(p.sheet, 'M38 54h40v4H38z') +
  line(p.ink, 2.6, 'M50 46c-4-5 4-8 0-14M62 46c-4-5 4-8 0-14') +
  line(p.ink, 3, 'M34 86h50')

const lantern = (p: Palette, x: number, y: number, s = 1) =>
  `<g transform="translate(${x} ${y}) scale(${s})">` +
  line(p.ink, 2.6, 'M0-26v8') +
  box(p.amber, -8, -20, 16, 5, 2) +
  f(p.persimmon, 'M-12-15h24c10 8 10 22 0 30h-24c-10-8-10-22 0-30z') +
  line(p.persimmonPale, 2.2, 'M-6-14c-5 9-5 19 0 28M6-14c5 9 5 19 0 28') +
  box(p.amber, -8, 14, 16, 5, 2) +
  line(p.amber, 2.4, 'M0 19v11M-5 19v7M5 19v7') +
  '</g>'

const attended10: Motif = (p) =>
  box(p.jade, 24, 70, 72, 26, 3) +
  f(p.persimmon, 'M44 54c0-9 7-13 15-13s15 4 15 13c0 8-4 13-8 16H52c-4-3-8-8-8-16z') +
  line(p.persimmon, 4, 'M73 52c6 0 8-3 11-8M45 50c-8-4-14 2-10 8 2 4 6 5 11 5') +
  dot(p.amber, 59, 39, 3.4) +
  f(p.sheet, 'M34 74h12c0 7-2 10-6 10s-6-3-6-10zM74 74h12c0 7-2 10-6 10s-6-3-6-10z') +
  line(p.ink, 2.4, 'M54 32c-3-4 3-6 0-10M66 32c-3-4 3-6 0-10')

const volunteer: Motif = (p) =>
  f(
    p.persimmon,
    'M60 74C42 62 34 52 34 43c0-8 6-14 13-14 6 0 10 3 13 9 3-6 7-9 13-9 7 0 13 6 13 14 0 9-8 19-26 31z',
  ) +
  f(p.shine, 'M42 44c0-5 2-8 6-9-3 4-3 7-2 11-2 1-4 0-4-2z') +
  line(p.ink, 4, 'M30 76c10 8 20 10 30 10s20-2 30-10')

const organiser: Motif = (p) => lantern(p, 60, 56, 1.15)

const organiser10: Motif = (p) =>
  line(p.ink, 2, 'M26 34c20 8 48 8 68 0') +
  lantern(p, 40, 62, 0.74) +
  lantern(p, 80, 62, 0.74) +
  lantern(p, 60, 56, 0.74)

const rays = (colour: string, x: number, y: number, from: number, to: number, count: number) =>
  line(
    colour,
    3,
    Array.from({ length: count }, (_, n) => {
      const turn = Math.PI + (Math.PI * n) / (count - 1)
      const at = (r: number) =>
        `${(x + r * Math.cos(turn)).toFixed(1)} ${(y + r * Math.sin(turn)).toFixed(1)}`
      return `M${at(from)}L${at(to)}`
    }).join(''),
  )

const streak7: Motif = (p) =>
  f(p.fruit, 'M40 68a20 20 0 0 1 40 0z') +
  rays(p.persimmon, 60, 68, 26, 34, 7) +
  line(p.ink, 3, 'M28 70h64') +
  line(p.indigo, 3, 'M36 78h20M64 78h18M48 86h24')

const streak30: Motif = (p) =>
  dot(p.sheet, 60, 48, 20) +
  dot(p.amber, 60, 48, 16.5) +
  f(p.indigo, 'M26 70c8-8 14-8 20 0s14 8 20 0 14-8 28 0c-2 8-6 14-10 16H36c-4-2-8-8-10-16z') +
  line(p.indigoPale, 2.6, 'M34 78c6-4 10-4 14 0s10 4 14 0 10-4 16 0')

const streak100: Motif = (p) =>
  dot(p.fruit, 74, 40, 11) +
  f(p.indigo, 'M24 84c8-16 18-34 30-46 10 10 16 22 22 34l4-6c6 6 10 12 14 18z') +
  f(p.sheet, 'M54 38c5 5 8 9 11 14-4 3-7-2-11 2-4-4-7 1-11-1 3-6 7-11 11-15z') +
  f(p.jade, 'M28 86c10-10 24-12 34-4 8-6 20-6 28 4z')

const flag = (p: Palette, colour: string) =>
  line(p.ink, 3.2, 'M50 80V28') +
  f(colour, 'M52 30c10-6 18 4 32-2-4 8-4 12 0 20-14 6-22-4-32 2z') +
  f(p.jade, 'M28 86c6-12 18-14 28-6 10-8 26-6 34 6z')

const challenge1: Motif = (p) => flag(p, p.persimmon) + line(p.sheet, 3.4, 'M62 38l5 5 9-9')

const challenge5: Motif = (p) =>
  flag(p, p.amber) +
  f(p.sheet, 'M68 30l2.6 5.4 6 .8-4.4 4.2 1 6-5.2-2.8-5.4 2.8 1-6-4.2-4.2 5.8-.8z') +
  dot(p.fruit, 38, 80, 4) +
  dot(p.fruit, 76, 82, 4) +
  dot(p.fruit, 88, 80, 3)

const medals: { readonly [M in Medal]: readonly [Colour, Motif] } = {
  firstHelp: ['jade', firstHelp],
  helps10: ['jade', helps10],
  helps50: ['jade', helps50],
  mentor: ['amber', mentor],
  attended1: ['indigo', attended1],
  attended10: ['indigo', attended10],
  volunteer: ['persimmon', volunteer],
  organiser: ['indigo', organiser],
  organiser10: ['indigo', organiser10],
  streak7: ['amber', streak7],
  streak30: ['amber', streak30],
  streak100: ['amber', streak100],
  challenge1: ['persimmon', challenge1],
  challenge5: ['persimmon', challenge5],
}

/** What is drawn on a disc ends at its edge. */
const INSIDE = '<clipPath id="i"><circle cx="60" cy="56" r="39"/></clipPath><g clip-path="url(#i)">'

/** Every medal as an SVG of the given papers. */
export function drawMedals(palette: Palette): Record<Medal, string> {
  const drawn = Object.entries(medals).map(([name, [colour, motif]]) => [
    name,
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 124">${disc(palette, colour)}${INSIDE}${motif(palette)}</g></svg>`,
  ])
  return Object.fromEntries(drawn) as Record<Medal, string>
}
