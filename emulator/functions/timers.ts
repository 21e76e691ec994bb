import { CronExpressionParser } from 'cron-parser'
import type { Clock } from '../clock'
import { CloudError } from '../codes'
import { isPlainObject } from '../documents/key'
import type { Answer, Invoker } from './invoker'
import type { Registry, Trigger } from './registry'

interface TimerResult {
  at: string
  ms: number
  isOk: boolean
  /** Why it failed. */
  message: string | null
  requestId: string
}

/** Fires the timers of all functions by the cloud's clock. A shift that passes a time fires it once. */
export class Timers {
  readonly #registry: Registry
  readonly #invoker: Invoker
  readonly #clock: Clock
  readonly #report: (message: string) => void
  /** When each timer is due next, by function, name and schedule. */
  readonly #due = new Map<string, number>()
  /** How each timer ended last, by function and name. */
  readonly #results = new Map<string, TimerResult>()
  #interval: NodeJS.Timeout | undefined

  constructor(
    registry: Registry,
    invoker: Invoker,
    clock: Clock,
    report: (message: string) => void,
  ) {
    this.#registry = registry
    this.#invoker = invoker
    this.#clock = clock
    this.#report = report
  }

  start(): void {
    this.#tick()
    this.#interval = setInterval(() => this.#tick(), 1000).unref()
    this.#clock.onShift(() => {
      this.#tick()
      // The clock may have gone back: what is due next is counted from the new time.
      this.#due.clear()
      this.#tick()
    })
  }

  stop(): void {
    clearInterval(this.#interval)
  }

  /** All timers with the time at which they fire next. */
  list() {
    return this.#registry.list().flatMap((spec) =>
      spec.triggers.map((trigger) => {
        const next = nextTime(trigger.cron, this.#clock.now())
        return {
          function: spec.name,
          name: trigger.name,
          config: trigger.cron,
          next: next === undefined ? null : new Date(next).toISOString(),
          last: this.#results.get(resultKey(spec.name, trigger.name)) ?? null,
        }
      }),
    )
  }

  /** Runs a function as its timer does, now; `name` says which, else it is the first. */
  fire(body: unknown): Promise<Answer> {
    const name = isPlainObject(body) ? body.function : undefined
    const spec = typeof name === 'string' ? this.#registry.find(name) : undefined
    if (spec === undefined)
      throw new CloudError('FUNCTION_NOT_FOUND', `no function ${String(name)}`)
    const wanted = isPlainObject(body) ? body.name : undefined
    const trigger = spec.triggers.find((one) => one.name === wanted) ?? spec.triggers[0]
    if (wanted !== undefined && trigger?.name !== wanted) {
      throw new CloudError('INVALID_PARAM', `${spec.name} has no timer ${String(wanted)}`)
    }
    return this.#run(spec.name, trigger?.name ?? 'timer')
  }

  async #run(name: string, trigger: string): Promise<Answer> {
    const event = {
      Type: 'Timer',
      TriggerName: trigger,
      Time: new Date(this.#clock.now()).toISOString(),
      Message: '',
    }
    const caller = { source: 'wx_trigger', triggerSource: 'timer' }
    const answer = await this.#invoker.invoke(name, event, caller)
    this.#results.set(resultKey(name, trigger), {
      at: event.Time,
      ms: answer.record.ms,
      isOk: answer.ok,
      message: answer.ok ? null : answer.message,
      requestId: answer.record.requestId,
    })
    return answer
  }

  #tick(): void {
    const now = this.#clock.now()
    for (const spec of this.#registry.list()) {
      for (const trigger of spec.triggers) {
        const key = JSON.stringify([spec.name, trigger.name, trigger.cron])
        const due = this.#due.get(key)
        if (due !== undefined && now >= due) {
          void this.#run(spec.name, trigger.name)
        }
        if (due === undefined || now >= due) this.#schedule(key, spec.name, trigger, now)
      }
    }
  }

  #schedule(key: string, name: string, trigger: Trigger, nowMs: number): void {
    const next = nextTime(trigger.cron, nowMs)
    if (next === undefined) this.#report(`${name}: '${trigger.cron}' is not a timer of 7 fields`)
    this.#due.set(key, next ?? Number.POSITIVE_INFINITY)
  }
}

const resultKey = (name: string, trigger: string) => JSON.stringify([name, trigger])

/** The next time of a 7-field schedule in UTC+8; undefined when it is malformed or over. */
export function nextTime(cron: string, nowMs: number): number | undefined {
  const fields = cron.trim().split(/\s+/)
  const year = fields.pop()
  if (fields.length !== 6 || year === undefined) return undefined
  try {
    const schedule = CronExpressionParser.parse(fields.join(' '), {
      currentDate: new Date(nowMs),
      tz: 'Asia/Shanghai',
    })
    const years = yearsOf(year)
    for (let i = 0; i < 10_000; i++) {
      const next = schedule.next().toDate()
      const localYear = new Date(next.getTime() + 8 * 3600_000).getUTCFullYear()
      if (years === undefined || years.has(localYear)) return next.getTime()
      if (localYear > Math.max(...years)) return undefined
    }
  } catch {
    // Reported by the caller as malformed.
  }
  return undefined
}

/** The years a schedule names; undefined for all. */
function yearsOf(field: string): Set<number> | undefined {
  if (field === '*' || field === '?') return undefined
  const years = new Set<number>()
  for (const part of field.split(',')) {
    const [from = Number.NaN, to = from] = part.split('-').map(Number)
    for (let year = from; year <= Math.min(to, 2099); year++) years.add(year)
  }
  return years
}
