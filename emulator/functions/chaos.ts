import { createHash, randomInt } from 'node:crypto'
import { CloudError } from '../codes'
import { isPlainObject } from '../documents/key'
import { chaosStrokesKept } from '../limits'
import type { CallRecord } from './call-log'

export type ChaosEffect = 'fail' | 'conflict' | 'kill' | 'lose'

export interface ChaosOptions {
  seed: number
  /** Each request of a function waits from 0 to this many milliseconds. */
  latencyMs: number
  /** How likely a request of a function is to meet each thing, from 0 to 1. */
  failRate: number
  conflictRate: number
  killRate: number
  loseRate: number
}

/** One thing that went wrong on purpose, named by what does not depend on time. */
export interface Stroke {
  function: string
  openid: string | null
  /** The event's `action`. */
  event: string | null
  /** The how-manieth call of that function, user and action it was. */
  call: number
  /** The request it made, the how-manieth of its kind; `reply` is the answer to the phone. */
  request: string
  nth: number
  side: 'before' | 'after'
  effect: ChaosEffect
}

export interface Draw {
  latencyMs: number
  effect: ChaosEffect | undefined
  side: 'before' | 'after'
  stroke: () => void
}

/** What `--seed` alone means: slow and unreliable, as a bad day is. */
const usual = {
  latencyMs: 20,
  failRate: 0.01,
  conflictRate: 0.02,
  killRate: 0.003,
  loseRate: 0.005,
}

/**
 * Trouble drawn from a seed. A draw depends on the seed and on which request it is, by what the
 * request is about and by its number among its like; it does not depend on when it comes or on
 * what others do meanwhile. So the same work meets the same trouble.
 */
export class Chaos {
  #options: ChaosOptions | undefined
  #strokes: Stroke[] = []
  #draws = 0
  readonly #calls = new Map<string, number>()
  #numbers = new WeakMap<CallRecord, { call: number; requests: Map<string, number> }>()

  /** Begins; without rates with the usual ones, without a seed with one it chooses. */
  start(body: unknown): ChaosOptions {
    this.#options = readOptions(body)
    this.#strokes = []
    this.#draws = 0
    this.#calls.clear()
    this.#numbers = new WeakMap()
    return this.#options
  }

  stop(): void {
    this.#options = undefined
  }

  describe() {
    return { options: this.#options ?? null, draws: this.#draws, strokes: this.#strokes }
  }

  /** What a request of a call meets; undefined when there is no chaos. */
  draw(record: CallRecord, request: string, isTransaction: boolean): Draw | undefined {
    const options = this.#options
    if (options === undefined) return undefined
    this.#draws++
    const numbers = this.#numbersOf(record)
    const nth = (numbers.requests.get(request) ?? 0) + 1
    numbers.requests.set(request, nth)
    const about = [...identityOf(record), numbers.call, request, nth]
    const chance = (what: string) => uniform(JSON.stringify([options.seed, what, ...about]))
    // An answer to the phone can only be lost; only a transaction can meet a conflict.
    const isReply = request === 'reply'
    const effect = pick(chance('effect'), [
      ['lose', options.loseRate],
      ['fail', isReply ? 0 : options.failRate],
      ['kill', isReply ? 0 : options.killRate],
      ['conflict', isTransaction ? options.conflictRate : 0],
    ])
    const isAfter = effect !== 'conflict' && chance('side') < 0.5
    const side = isAfter || isReply ? 'after' : 'before'
    const stroke = () => {
      if (effect === undefined || this.#strokes.length >= chaosStrokesKept) return
      const [name, openid, event] = identityOf(record)
      const call = numbers.call
      this.#strokes.push({ function: name, openid, event, call, request, nth, side, effect })
    }
    const latencyMs = Math.round(chance('latency') * options.latencyMs)
    return { latencyMs, effect, side, stroke }
  }

  #numbersOf(record: CallRecord) {
    let numbers = this.#numbers.get(record)
    if (numbers === undefined) {
      const identity = JSON.stringify(identityOf(record))
      const call = (this.#calls.get(identity) ?? 0) + 1
      this.#calls.set(identity, call)
      numbers = { call, requests: new Map() }
      this.#numbers.set(record, numbers)
    }
    return numbers
  }
}

/** The line that lets a run be repeated. */
export function describeChaos(options: ChaosOptions): string {
  return `chaos: ${Object.entries(options)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ')}`
}

function identityOf(record: CallRecord): [string, string | null, string | null] {
  return [record.function, record.openid, record.event.action ?? null]
}

/** From 0 to 1, evenly, and the same for the same text. */
function uniform(text: string): number {
  return createHash('sha256').update(text).digest().readUIntBE(0, 6) / 2 ** 48
}

function pick(chance: number, rates: [ChaosEffect, number][]): ChaosEffect | undefined {
  let sum = 0
  for (const [effect, rate] of rates) {
    sum += rate
    if (chance < sum) return effect
  }
  return undefined
}

function readOptions(body: unknown): ChaosOptions {
  const fields = isPlainObject(body) ? body : {}
  const { seed = randomInt(2 ** 31) } = fields
  if (!Number.isSafeInteger(seed)) throw invalid('seed must be a whole number')
  const names = Object.keys(usual) as (keyof typeof usual)[]
  const isBare = names.every((name) => fields[name] === undefined)
  const options = { seed: seed as number, ...(isBare ? usual : nothing) }
  for (const name of names) {
    const value = fields[name]
    if (value === undefined) continue
    const most = name === 'latencyMs' ? 60_000 : 1
    if (typeof value !== 'number' || !(value >= 0 && value <= most)) {
      throw invalid(`${name} must be a number from 0 to ${most}`)
    }
    options[name] = value
  }
  const { failRate, conflictRate, killRate, loseRate } = options
  if (failRate + conflictRate + killRate + loseRate > 1) {
    throw invalid('the rates together must not be above 1')
  }
  return options
}

const nothing = { latencyMs: 0, failRate: 0, conflictRate: 0, killRate: 0, loseRate: 0 }

function invalid(message: string): CloudError {
  return new CloudError('INVALID_PARAM', message)
}
