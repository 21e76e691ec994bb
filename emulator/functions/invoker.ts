import { randomUUID } from 'node:crypto'
import type { Clock } from '../clock'
import { type CallFailure, callFailures } from '../codes'
import { isPlainObject } from '../documents/key'
import { replyBytesMax } from '../limits'
import { type CallLog, type CallRecord, sequentialSteps } from './call-log'
import { type Caller, callSurroundings } from './context'
import type { Faults } from './faults'
import type { OpenData } from './open-data'
import type { WorkerPool } from './pool'
import type { Registry } from './registry'
import type { Outcome } from './worker'

export type Answer =
  | { ok: true; json: string; record: CallRecord }
  | { ok: false; failure: CallFailure; message: string; record: CallRecord }

/** Calls functions: finds them, gives them a worker and an identity, and notes what happened. */
export class Invoker {
  readonly #registry: Registry
  readonly #pool: WorkerPool
  readonly #log: CallLog
  readonly #faults: Faults
  readonly #openData: OpenData
  readonly #clock: Clock

  constructor(parts: {
    registry: Registry
    pool: WorkerPool
    log: CallLog
    faults: Faults
    openData: OpenData
    clock: Clock
  }) {
    this.#registry = parts.registry
    this.#pool = parts.pool
    this.#log = parts.log
    this.#faults = parts.faults
    this.#openData = parts.openData
    this.#clock = parts.clock
  }

  async invoke(name: string, event: Record<string, unknown>, caller: Caller): Promise<Answer> {
    const record = this.#begin(name, event, caller)
    const startedAtMs = performance.now()
    const fail = (failure: CallFailure, message: string) => failed(record, failure, message)
    const spec = this.#registry.find(name)
    if (spec === undefined) {
      return fail('notFound', `FunctionName parameter could not be found: ${name}`)
    }
    if (spec.problem !== undefined) return fail('threw', spec.problem)
    const taken = await this.#pool.take(spec)
    if (taken === undefined) return fail('tooManyCalls', `too many calls of ${name} are waiting`)
    const { worker, isCold } = taken
    record.cold = isCold
    record.status = 'running'
    const open = this.#openData.resolve(event, caller.openid, caller.appid)
    const { environment, context } = callSurroundings(
      spec,
      { ...caller, openDataKeys: open.keys },
      record.requestId,
    )
    const fault = this.#faults.take(name, caller.openid)
    const outcome = await worker.run({
      record,
      event: open.event,
      context,
      environment,
      fault,
      startedAtNs: process.hrtime.bigint(),
    })
    this.#pool.release(worker)
    record.ms = round(performance.now() - startedAtMs)
    record.steps = sequentialSteps(record.db)
    const problem = failureOf(outcome, spec.timeoutMs)
    if (problem !== undefined) return fail(...problem)
    record.status = 'ok'
    return { ok: true, json: (outcome as { json: string }).json, record }
  }

  /** Notes a call that is refused before it reaches a function. */
  refuse(name: string, caller: Caller, failure: CallFailure, message: string): Answer {
    return failed(this.#begin(name, {}, caller), failure, message)
  }

  #begin(name: string, event: Record<string, unknown>, caller: Caller): CallRecord {
    const record: CallRecord = {
      requestId: randomUUID(),
      function: name,
      openid: caller.openid ?? null,
      source: caller.source,
      event: typeof event.action === 'string' ? { action: event.action } : {},
      startedAt: new Date(this.#clock.now()).toISOString(),
      ms: 0,
      cold: false,
      status: 'waiting',
      logs: [],
      db: [],
      dbCalls: 0,
      scanned: 0,
      returned: 0,
      steps: 0,
    }
    this.#log.add(record)
    return record
  }
}

function failed(record: CallRecord, failure: CallFailure, message: string): Answer {
  record.status = 'failed'
  record.code = callFailures[failure].errCode
  record.message = message
  return { ok: false, failure, message, record }
}

function failureOf(outcome: Outcome, timeoutMs: number): [CallFailure, string] | undefined {
  switch (outcome.type) {
    case 'returned':
      return Buffer.byteLength(outcome.json) > replyBytesMax
        ? ['replyTooLarge', `the answer is larger than ${replyBytesMax} bytes`]
        : undefined
    case 'timeout':
      return ['timeout', `Invoking task timed out after ${timeoutMs / 1000} seconds`]
    case 'died':
      return ['died', outcome.message]
    default:
      return ['threw', outcome.message]
  }
}

/** The event of a call must be an object; a text is read as JSON first. */
export function readEvent(text: string): Record<string, unknown> | undefined {
  if (text.trim() === '') return {}
  try {
    const event: unknown = JSON.parse(text)
    return isPlainObject(event) ? event : undefined
  } catch {
    return undefined
  }
}

export function round(ms: number): number {
  return Math.round(ms * 100) / 100
}
