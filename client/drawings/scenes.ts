import type { Palette } from './palette'
import { box, dot, f, fruit, leaf, line } from './paper'

/** The scenes of empty, waiting and finished screens, cut from flat papers. Drawn on 240 × 180. */
type Scene = (p: Palette) => string

const ground = (p: Palette, y = 158) => line(p.edge, 3, `M20 ${y}h200`)

const emptyBoard: Scene = (p) =>
  ground(p, 164) +
  box(p.ink, 56, 100, 7, 64, 3) +
  box(p.ink, 177, 100, 7, 64, 3) +
  f(p.persimmon, 'M34 40c28-2 58-10 86-26 28 16 58 24 86 26l-6 12H40z') +
  box(p.amberPale, 44, 50, 152, 78, 6) +
  box(p.sheet, 60, 64, 40, 50, 3, -4) +
  line(p.edge, 3, 'M68 78l22-2M69 88l22-2M70 98l14-1') +
  dot(p.persimmon, 79, 66, 3.4) +
  box(p.sheet, 108, 66, 36, 36, 3, 3) +
  f(
    p.jade,
    'M126 92c-8-5-11-9-11-13 0-3 2-6 5-6 3 0 5 2 6 4 1-2 3-4 6-4 3 0 5 3 5 6 0 4-3 8-11 13z',
  ) +
  dot(p.indigo, 127, 67, 3.4) +
  `<rect x="152" y="62" width="32" height="48" rx="3" fill="none" stroke="${p.amber}" stroke-width="2.4" stroke-dasharray="5 5"/>` +
  line(p.amber, 3, 'M168 80v12M162 86h12') +
  fruit(p, 118, 152, 0.78)

/** Two lanterns over a long table with cups: a place kept for whoever comes. */
const emptyEvents: Scene = (p) =>
  dot(p.indigoPale, 120, 70, 52) +
  line(p.ink, 2, 'M40 34c50 16 110 16 160 0') +
  [76, 164]
    .map(
      (x) =>
        line(p.ink, 2, `M${x} 44v10`) +
        f(p.persimmon, `M${x - 12} 54h24c7 8 7 18 0 26h-24c-7-8-7-18 0-26z`) +
        line(p.persimmonPale, 2.4, `M${x} 56v22`) +
        line(p.amber, 2.4, `M${x} 80v10`),
    )
    .join('') +
  box(p.amberPale, 92, 62, 56, 50, 5) +
  box(p.indigo, 92, 62, 56, 14, 5) +
  line(p.sheet, 3, 'M104 58v10M136 58v10') +
  line(p.edge, 3, 'M102 86h12M122 86h12M102 98h12') +
  dot(p.persimmon, 128, 98, 5) +
  box(p.jade, 34, 126, 172, 12, 4) +
  line(p.jade, 6, 'M56 138v24M184 138v24') +
  f(p.sheet, 'M58 112h22c0 9-4 14-11 14s-11-5-11-14zM160 112h22c0 9-4 14-11 14s-11-5-11-14z') +
  fruit(p, 120, 120, 0.5) +
  ground(p, 164)

const emptyInbox: Scene = (p) =>
  dot(p.amberPale, 176, 52, 28) +
  f(
    p.indigo,
    'M26 66c16-6 26 0 32 12 6 14 12 22 26 28 22-34 46-52 84-60-6 42-28 78-70 92-22 4-40-6-50-26-4-16-4-34-22-46z',
  ) +
  f(p.indigoPale, 'M142 62c-20 10-34 24-46 42 20-8 36-22 46-42z') +
  f(p.indigoPale, 'M124 96c-12 8-22 12-34 16 6 6 12 8 18 8 8-6 13-14 16-24z') +
  dot(p.sheet, 48, 75, 3.4) +
  f(p.persimmon, 'M26 66c5-2 9-3 13-2-2 3-4 5-7 6z') +
  line(p.ink, 2.4, 'M96 137c4 4 6 6 8 10') +
  box(p.sheet, 92, 142, 52, 34, 3, -5) +
  line(p.edge, 2.6, 'M95 147l25 14 19-18') +
  dot(p.persimmon, 120, 163, 5)

const house = (p: Palette, x: number, wall: string, roof: string) =>
  box(wall, x + 8, 92, 56, 62, 2) +
  f(roof, `M${x - 4} 96c14-4 28-14 40-30 12 16 26 26 40 30l-4 8H${x}z`) +
  f(p.sheet, `M${x + 27} 154v-26a9 9 0 0 1 18 0v26z`)

const welcome: Scene = (p) =>
  dot(p.amberPale, 120, 52, 34) +
  house(p, 14, p.jadePale, p.jade) +
  house(p, 154, p.indigoPale, p.indigo) +
  f(p.persimmon, 'M78 154c6-30 22-44 42-44s36 14 42 44h-18c-3-16-11-24-24-24s-21 8-24 24z') +
  line(p.persimmonPale, 3, 'M86 144c7-18 18-26 34-26s27 8 34 26') +
  ground(p, 158) +
  line(p.ink, 2, 'M62 74c34 18 82 18 116 0') +
  [92, 120, 148]
    .map((x, i) => {
      const y = i === 1 ? 88 : 86
      return (
        f(p.persimmon, `M${x - 7} ${y}h14c4 5 4 11 0 16h-14c-4-5-4-11 0-16z`) +
        line(p.amber, 2, `M${x} ${y + 16}v6`)
      )
    })
    .join('')

const door: Scene = (p) =>
  f(p.persimmonPale, 'M24 30h192v128H24z') +
  box(p.persimmon, 16, 22, 208, 12, 6) +
  dot(p.paper, 120, 98, 58) +
  f(p.paper, 'M88 140h64v18H88z') +
  `<circle cx="120" cy="98" r="58" fill="none" stroke="${p.persimmon}" stroke-width="5"/>` +
  f(p.paper, 'M90 144h60v16H90z') +
  dot(p.amberPale, 142, 74, 16) +
  f(
    p.jadePale,
    'M66 116c14-22 26-26 38-8 10-14 22-18 34 0 8-8 16-8 24 0-8 24-24 34-42 34s-38-8-54-26z',
  ) +
  line(p.ink, 4, 'M62 76c18-2 32 2 44 12 6 5 12 8 18 8M84 78c4-8 10-12 18-12') +
  fruit(p, 128, 112, 0.62) +
  fruit(p, 104, 106, 0.5) +
  leaf(p.jade, 100, 68, -12, 0.6) +
  leaf(p.jade, 74, 76, 200, 0.5) +
  leaf(p.jade, 116, 92, -60, 0.45) +
  ground(p, 160)

const waiting: Scene = (p) =>
  dot(p.jadePale, 112, 84, 62) +
  line(p.jade, 5, 'M92 62c-9-10 9-16 0-28M116 62c-9-10 9-16 0-28') +
  f(p.jade, 'M58 76h92c0 40-16 66-46 66s-46-26-46-66z') +
  line(p.jade, 9, 'M148 86c18-4 26 6 22 18-4 11-15 15-28 14') +
  f(p.jadePale, 'M104 128c-20-6-24-22-12-38 4 12 10 16 12 26 2-10 8-14 12-26 12 16 8 32-12 38z') +
  box(p.ink, 52, 146, 104, 9, 4.5) +
  fruit(p, 188, 144, 0.8) +
  ground(p, 158)

const thanks: Scene = (p) =>
  [0, 45, 90, 135, 180]
    .map((a) => `<g transform="rotate(${a - 90} 120 76)">${line(p.amber, 4, 'M120 16v-10')}</g>`)
    .join('') +
  dot(p.amberPale, 120, 76, 50) +
  fruit(p, 120, 80, 1.7) +
  f(
    p.persimmonPale,
    'M28 84c10 0 14 8 18 20 6 12 18 14 28 22 12 8 24 18 26 42H72c-2-12-10-16-20-22-16-8-24-18-26-34-2-10-4-28 2-28z',
  ) +
  f(
    p.persimmonPale,
    'M212 84c-10 0-14 8-18 20-6 12-18 14-28 22-12 8-24 18-26 42h28c2-12 10-16 20-22 16-8 24-18 26-34 2-10 4-28-2-28z',
  ) +
  line(p.persimmon, 3, 'M46 122c10 8 20 10 28 20M194 122c-10 8-20 10-28 20') +
  f(p.jade, 'M70 164h32v10H70zM138 164h32v10h-32z')

const error: Scene = (p) =>
  f(p.indigo, 'M148 14c32 20 48 44 56 74-30 16-58 20-86 16-6-30 0-58 30-90z') +
  line(p.indigoPale, 4, 'M148 24l-26 72M196 84c-24-10-44-14-66-10') +
  dot(p.amber, 158, 54, 9) +
  line(p.ink, 2.6, 'M120 104c-14 6-8 18-20 22') +
  line(p.ink, 2.6, 'M84 140c-12 4-8 14-26 18') +
  f(p.persimmon, 'M108 112c10-4 16-1 18 8-10 4-16 1-18-8zM96 128c-8-6-9-13-3-20 8 6 9 13 3 20z') +
  line(p.amber, 3.4, 'M88 126l-8-6M92 138l2 9M80 132l-9 1') +
  f(
    p.edge,
    'M24 66c0-8 6-14 14-14 4-10 20-10 24 0 8 0 14 6 14 14zM170 140c0-7 5-12 12-12 3-8 17-8 20 0 7 0 12 5 12 12z',
  ) +
  ground(p, 164)

const done: Scene = (p) =>
  dot(p.jadePale, 120, 88, 64) +
  line(p.ink, 5, 'M40 44c36-10 72-4 100 16 14 10 28 16 46 16M96 42c8-12 20-18 34-18') +
  leaf(p.jade, 128, 26, -14, 1) +
  leaf(p.jade, 150, 64, -40, 0.9) +
  leaf(p.jade, 52, 42, 196, 0.8) +
  leaf(p.jade, 184, 78, 10, 0.8) +
  line(p.ink, 3, 'M84 44v18M132 56v30') +
  fruit(p, 84, 82, 1.1) +
  fruit(p, 132, 108, 1.3) +
  `<g transform="rotate(-8 178 136)">${box(p.persimmon, 156, 114, 44, 44, 6)}` +
  `${line(p.sheet, 5.5, 'M167 137l8 8 15-17')}</g>`

/** A shelf with a jar, a parcel and a fruit, under a little awning. */
const emptyStore: Scene = (p) =>
  dot(p.jadePale, 120, 92, 66) +
  f(p.persimmon, 'M44 36h152l12 30H32z') +
  f(p.persimmonPale, 'M62 36h20l-4 30H54zM102 36h18v30h-18zM140 36h20l6 30h-24z') +
  f(
    p.persimmon,
    'M32 66c0 14 35 14 35 0 0 14 35 14 35 0 0 14 36 14 36 0 0 14 35 14 35 0 0 14 35 14 35 0z',
  ) +
  box(p.ink, 40, 80, 6, 82, 3) +
  box(p.ink, 194, 80, 6, 82, 3) +
  box(p.amberPale, 40, 132, 160, 12, 4) +
  box(p.indigoPale, 62, 100, 34, 32, 5) +
  box(p.indigo, 60, 94, 38, 9, 4) +
  box(p.amber, 110, 106, 42, 26, 3) +
  line(p.amberPale, 4, 'M131 106v26M110 118h42') +
  fruit(p, 174, 122, 0.62) +
  ground(p, 164)

const scenes = {
  'empty-board': emptyBoard,
  'empty-inbox': emptyInbox,
  'empty-events': emptyEvents,
  welcome,
  door,
  waiting,
  thanks,
  error,
  done,
  'empty-store': emptyStore,
} satisfies Record<string, Scene>

export type SceneName = keyof typeof scenes

/** Every scene as an SVG of the given papers. */
export function drawScenes(palette: Palette): Record<SceneName, string> {
  const drawn = Object.entries(scenes).map(([name, draw]) => [
    name,
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 180">${draw(palette)}</svg>`,
  ])
  return Object.fromEntries(drawn)
}
