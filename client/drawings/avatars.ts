import type { AvatarId } from '../../types/shape'
import type { Palette } from './palette'

/**
 * The twelve pictures a person can choose, cut from two sheets of paper: `deep` the shape, `pale` the
 * ground, which also shows through every hole. Drawn on 96 × 96.
 */
type Cut = (deep: string, pale: string) => string
type Sheet = 'persimmon' | 'jade' | 'amber' | 'indigo'

const f = (colour: string, d: string) => `<path fill="${colour}" d="${d}"/>`
const line = (colour: string, width: number, d: string) =>
  `<path fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" d="${d}"/>`
const dot = (colour: string, x: number, y: number, r: number) =>
  `<circle fill="${colour}" cx="${x}" cy="${y}" r="${r}"/>`

const persimmon: Cut = (deep, pale) =>
  f(deep, 'M48 40c18-9 34 0 34 17 0 16-15 24-34 24S14 73 14 57c0-17 16-26 34-17z') +
  f(pale, 'M24 62c0-5 2-9 6-11-2 5-2 9 0 14-4 2-6 1-6-3z') +
  f(
    pale,
    'M48 50c-3 6-9 10-18 9-1-5 0-9 3-12-4-3-10-4-19-3 8-12 22-14 34-6 12-8 26-6 34 6-9-1-15 0-19 3 3 3 4 7 3 12-9 1-15-3-18-9z',
  ) +
  f(
    deep,
    'M48 43c-3 6-7 9-12 10 0-3 1-5 4-8-4-2-8-3-13-3 6-5 14-5 21 1 7-6 15-6 21-1-5 0-9 1-13 3 3 3 4 5 4 8-5-1-9-4-12-10z',
  ) +
  line(deep, 5, 'M48 40v-10')

const tea: Cut = (deep, pale) =>
  f(deep, 'M19 46h50c0 20-8 32-25 32S19 66 19 46z') +
  line(deep, 5, 'M68 51c9-2 13 3 11 9-2 6-8 8-14 8') +
  f(deep, 'M22 82h44a3 3 0 0 1 0 6H22a3 3 0 0 1 0-6z') +
  f(pale, 'M44 71c-10-3-12-11-6-19 2 6 5 8 6 13 1-5 4-7 6-13 6 8 4 16-6 19z') +
  line(deep, 4.5, 'M36 38c-5-6 5-9 0-16M50 38c-5-6 5-9 0-16')

const lantern: Cut = (deep, pale) =>
  line(deep, 4, 'M48 10v10') +
  f(deep, 'M36 19h24v6H36z') +
  f(deep, 'M48 26c20 0 31 9 31 21S68 68 48 68 17 59 17 47s11-21 31-21z') +
  line(pale, 3.2, 'M48 29v36M37 29c-8 11-8 25 0 36M59 29c8 11 8 25 0 36') +
  f(deep, 'M36 69h24v6H36z') +
  line(deep, 3.4, 'M41 75v11M48 75v14M55 75v11')

const bridge: Cut = (deep, pale) =>
  dot(deep, 68, 26, 9) +
  f(deep, 'M8 62c14-20 27-26 40-26s26 6 40 26v8H74c-3-12-13-19-26-19s-23 7-26 19H8z') +
  line(pale, 3, 'M18 58c10-11 20-15 30-15s20 4 30 15') +
  line(deep, 4, 'M14 79c6-4 10-4 15 0s10 4 15 0 10-4 15 0 10 4 15 0')

const hands: Cut = (deep, pale) =>
  f(
    deep,
    'M48 48c-12-8-18-14-18-22 0-6 4-10 9-10 4 0 7 2 9 6 2-4 5-6 9-6 5 0 9 4 9 10 0 8-6 14-18 22z',
  ) +
  f(pale, 'M37 26c0-3 2-5 5-5-2 3-2 6 0 10-3 0-5-2-5-5z') +
  f(
    deep,
    'M12 44c5 0 7 4 9 10 3 6 9 7 13 11 6 4 12 10 12 21H34c0-7-4-9-9-12-8-4-12-9-13-17-1-5-3-13 0-13z',
  ) +
  f(
    deep,
    'M84 44c-5 0-7 4-9 10-3 6-9 7-13 11-6 4-12 10-12 21h12c0-7 4-9 9-12 8-4 12-9 13-17 1-5 3-13 0-13z',
  ) +
  line(pale, 2.6, 'M22 62c4 4 9 6 13 11M74 62c-4 4-9 6-13 11')

const crane: Cut = (deep, pale) =>
  f(
    deep,
    'M10 30c8-2 14 0 18 6 4 8 6 14 14 18 12-18 24-28 44-32-4 22-14 40-34 48-4 6-4 10-4 18h-5c0-8-2-13-6-19-10-6-14-16-16-26-1-5-4-8-11-13z',
  ) +
  f(pale, 'M74 33c-9 5-16 11-22 20 9-4 16-9 22-20z') +
  f(pale, 'M66 50c-6 3-11 5-17 7 3 3 5 4 8 4 4-3 7-6 9-11z') +
  dot(pale, 22, 33, 2)

const fish: Cut = (deep, pale) =>
  f(
    deep,
    'M10 48c10-17 26-24 44-18 8 3 13 7 17 12 5-6 10-10 17-11-5 11-5 23 0 34-7-1-12-5-17-11-4 5-9 9-17 12-18 6-34-1-44-18z',
  ) +
  dot(pale, 25, 44, 3.4) +
  line(pale, 3, 'M36 35c6 8 6 18 0 26M47 36c5 5 5 7 0 12 5 5 5 7 0 12M58 41c4 4 4 10 0 14') +
  f(deep, 'M44 26c4-7 11-9 18-7-3 3-4 6-4 10z')

const boat: Cut = (deep, pale) =>
  f(deep, 'M47 12c14 10 21 24 22 42H47z') +
  f(deep, 'M42 22v32H24c3-14 9-24 18-32z') +
  line(pale, 2.8, 'M51 26c6 4 9 8 11 14M51 40c5 1 9 3 12 7') +
  f(deep, 'M12 59h72c-4 11-12 17-24 17H36c-12 0-20-6-24-17z') +
  f(pale, 'M30 66a3 3 0 1 1 0 .1M48 66a3 3 0 1 1 0 .1M66 66a3 3 0 1 1 0 .1') +
  line(deep, 3.6, 'M16 85c5-3 9-3 13 0s9 3 13 0 9-3 13 0 9 3 13 0 9-3 12 0')

const bamboo: Cut = (deep, pale) =>
  line(deep, 9, 'M36 88V8M60 88V26') +
  line(pale, 3, 'M30 34h12M30 62h12M54 50h12M54 74h12') +
  f(deep, 'M38 30c8-14 18-18 30-16-6 10-16 16-30 16z') +
  f(deep, 'M34 46C24 34 14 32 6 36c6 9 15 13 28 10z') +
  f(deep, 'M62 46c6-12 14-16 26-15-5 9-13 14-26 15z') +
  f(deep, 'M58 72c-8-10-14-12-20-9 4 7 10 10 20 9z') +
  line(pale, 2, 'M44 27c6-5 11-8 17-10M28 43c-5-4-9-6-14-6')

const cat: Cut = (deep, pale) =>
  f(
    deep,
    'M22 16c8 4 12 8 15 13 7-2 15-2 22 0 3-5 7-9 15-13 4 12 6 22 5 32 3 18-10 34-31 34S14 66 17 48c-1-10 1-20 5-32z',
  ) +
  f(
    pale,
    'M27 25c3 2 5 4 6 7-3 1-4 3-6 5-1-4-1-8 0-12zM69 25c-3 2-5 4-6 7 3 1 4 3 6 5 1-4 1-8 0-12z',
  ) +
  f(pale, 'M28 50c3-5 9-5 12 0-3 4-9 4-12 0zM56 50c3-5 9-5 12 0-3 4-9 4-12 0z') +
  f(pale, 'M44 60h8l-4 5z') +
  line(
    pale,
    2.6,
    'M48 65c-2 4-6 5-9 3M48 65c2 4 6 5 9 3M22 60l-12-2M22 66l-11 3M74 60l12-2M74 66l11 3',
  )

const kite: Cut = (deep, pale) =>
  f(deep, 'M58 8c14 10 22 22 26 36-14 8-28 10-42 8-4-14-1-28 16-44z') +
  line(pale, 3, 'M58 14 45 48M80 42C68 36 58 34 48 36') +
  dot(pale, 63, 27, 4) +
  line(deep, 3.4, 'M43 52c-10 4-4 12-12 16s-4 12-16 16') +
  f(deep, 'M28 60c6-2 9 0 10 5-6 2-9 0-10-5zM14 76c-4-4-4-8 0-12 4 4 4 8 0 12z')

const mountain: Cut = (deep, pale) =>
  dot(deep, 70, 24, 10) +
  f(deep, 'M6 80c12-14 20-32 30-50 4-6 8-6 12 0 6 10 10 18 15 27 4-6 8-8 12-2 5 8 9 16 15 25z') +
  f(pale, 'M42 34c3 6 6 11 8 16-4-2-5 2-8 0s-5 2-9 0c3-5 6-11 9-16z') +
  line(pale, 3, 'M22 72c8-5 14-5 21 0s15 5 22-1M38 60c6-3 11-3 17 1')

const drawings: Record<AvatarId, readonly [Sheet, Cut]> = {
  a1: ['persimmon', persimmon],
  a2: ['jade', tea],
  a3: ['persimmon', lantern],
  a4: ['indigo', bridge],
  a5: ['amber', hands],
  a6: ['indigo', crane],
  a7: ['persimmon', fish],
  a8: ['jade', boat],
  a9: ['jade', bamboo],
  a10: ['amber', cat],
  a11: ['indigo', kite],
  a12: ['amber', mountain],
}

/** Every avatar as an SVG of the given papers. */
export function drawAvatars(palette: Palette): Record<AvatarId, string> {
  const drawn = Object.entries(drawings).map(([id, [sheet, cut]]) => {
    const pale = palette[`${sheet}Pale`]
    const picture = `<g transform="translate(10.5 10.5) scale(.78)">${cut(palette[sheet], pale)}</g>`
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96">' +
      `<rect width="96" height="96" fill="${pale}"/>${picture}</svg>`
    return [id, svg]
  })
  return Object.fromEntries(drawn)
}
