import { CloudError } from '../codes'
import { isPlainObject } from '../documents/key'

export type FaultEffect = 'fail' | 'kill' | 'lose'

/** A fault waits for a call of its function and strikes at one of that call's database calls. */
export interface Fault {
  id: number
  function: string
  openid?: string
  /** The database call at which it strikes; the first one is 1. */
  call: number
  side: 'before' | 'after'
  effect: FaultEffect
  /** Calls of the function it still waits for. */
  remaining: number
  /** How often it was given to a call, and how often it struck. */
  armed: number
  fired: number
}

/** Faults on purpose, so that a test can stop a function at every point of its way. */
export class Faults {
  #faults: Fault[] = []
  #nextId = 1

  add(body: unknown): Fault {
    if (!isPlainObject(body) || typeof body.function !== 'string') {
      throw new CloudError('INVALID_PARAM', 'a fault needs the name of a function')
    }
    const { call, side, effect, openid, times = 1 } = body
    if (!isCount(call) || !isCount(times)) {
      throw new CloudError('INVALID_PARAM', 'call and times must be whole numbers from 1')
    }
    if (side !== 'before' && side !== 'after') {
      throw new CloudError('INVALID_PARAM', 'side must be before or after')
    }
    if (effect !== 'fail' && effect !== 'kill' && effect !== 'lose') {
      throw new CloudError('INVALID_PARAM', 'effect must be fail, kill or lose')
    }
    if (openid !== undefined && typeof openid !== 'string') {
      throw new CloudError('INVALID_PARAM', 'openid must be a string')
    }
    const fault: Fault = {
      id: this.#nextId++,
      function: body.function,
      call,
      side,
      effect,
      remaining: times,
      armed: 0,
      fired: 0,
      ...(openid === undefined ? {} : { openid }),
    }
    this.#faults.push(fault)
    return fault
  }

  list(): Fault[] {
    return this.#faults
  }

  /** Forgets one, or all. */
  clear(id?: number): void {
    this.#faults = id === undefined ? [] : this.#faults.filter((fault) => fault.id !== id)
  }

  /** The fault that the call which begins now has to meet, if any. */
  take(name: string, openid: string | undefined): Fault | undefined {
    const fault = this.#faults.find(
      (f) =>
        f.remaining > 0 && f.function === name && (f.openid === undefined || f.openid === openid),
    )
    if (fault === undefined) return undefined
    fault.remaining--
    fault.armed++
    return fault
  }
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 1
}
