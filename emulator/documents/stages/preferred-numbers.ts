import { requestFailed } from '../../codes'

/** Rounds to the next number of a preferred series; zero stays. */
export interface Rounder {
  up(value: number): number
  down(value: number): number
}

/** Renard's series, the 1-2-5 series and the E series of IEC 60063, between 1 and 10. */
const series: Record<string, readonly number[]> = {
  R5: [1, 1.6, 2.5, 4, 6.3],
  R10: [1, 1.25, 1.6, 2, 2.5, 3.15, 4, 5, 6.3, 8],
  R20: [
    1, 1.12, 1.25, 1.4, 1.6, 1.8, 2, 2.24, 2.5, 2.8, 3.15, 3.55, 4, 4.5, 5, 5.6, 6.3, 7.1, 8, 9,
  ],
  R40: [
    1, 1.06, 1.12, 1.18, 1.25, 1.32, 1.4, 1.5, 1.6, 1.7, 1.8, 1.9, 2, 2.12, 2.24, 2.36, 2.5, 2.65,
    2.8, 3, 3.15, 3.35, 3.55, 3.75, 4, 4.25, 4.5, 4.75, 5, 5.3, 5.6, 6, 6.3, 6.7, 7.1, 7.5, 8, 8.5,
    9, 9.5,
  ],
  R80: [
    1.03, 1.09, 1.15, 1.22, 1.28, 1.36, 1.45, 1.55, 1.65, 1.75, 1.85, 1.95, 2.06, 2.18, 2.3, 2.43,
    2.58, 2.72, 2.9, 3.07, 3.25, 3.45, 3.65, 3.87, 4.12, 4.37, 4.62, 4.87, 5.15, 5.45, 5.8, 6.15,
    6.5, 6.9, 7.3, 7.75, 8.25, 8.75, 9.25, 9.75,
  ],
  '1-2-5': [1, 2, 5],
  E6: [1, 1.5, 2.2, 3.3, 4.7, 6.8],
  E12: [1, 1.2, 1.5, 1.8, 2.2, 2.7, 3.3, 3.9, 4.7, 5.6, 6.8, 8.2],
  E24: [
    1, 1.1, 1.2, 1.3, 1.5, 1.6, 1.8, 2, 2.2, 2.4, 2.7, 3, 3.3, 3.6, 3.9, 4.3, 4.7, 5.1, 5.6, 6.2,
    6.8, 7.5, 8.2, 9.1,
  ],
  E48: rounded(48),
  E96: rounded(96),
  E192: rounded(192, { 9.19: 9.2 }),
}

/** From 48 on the E series are the powers of one ratio, rounded to two places. */
function rounded(count: number, corrections: Record<number, number> = {}): number[] {
  return Array.from({ length: count }, (_, i) => {
    const value = Math.round(10 ** (i / count) * 100) / 100
    return corrections[value] ?? value
  })
}

/** A rounder by its name, as `$bucketAuto` takes it. */
export function rounderOf(granularity: unknown): Rounder {
  if (granularity === 'POWERSOF2') {
    const exponent = (value: number) => Math.log2(value)
    return {
      up: (value) => (value === 0 ? 0 : 2 ** (Math.floor(exponent(value)) + 1)),
      down: (value) => (value === 0 ? 0 : 2 ** (Math.ceil(exponent(value)) - 1)),
    }
  }
  const name = String(granularity)
  let numbers = Object.hasOwn(series, name) ? (series[name] as readonly number[]) : undefined
  if (numbers === undefined) throw requestFailed(`Unknown rounding granularity '${name}'`)
  if (name === 'R80')
    numbers = [...numbers, ...(series.R40 as readonly number[])].sort((a, b) => a - b)
  const around = (value: number): number[] => {
    const decade = Math.floor(Math.log10(value))
    // Through text, so that 6.3 tens are 63 and nothing beside it.
    return [decade - 1, decade, decade + 1].flatMap((power) =>
      (numbers as readonly number[]).map((number) => Number(`${number}e${power}`)),
    )
  }
  return {
    up: (value) => (value === 0 ? 0 : (around(value).find((number) => number > value) as number)),
    down: (value) => (value === 0 ? 0 : (around(value).findLast((n) => n < value) as number)),
  }
}
