import type { Clock } from '../clock'
import type { Invoker } from '../functions/invoker'
import { pushAttemptsMax, pushesKept, pushRetryMs } from '../limits'
import type { Push, WeChatState } from './state'

/**
 * Messages that WeChat sends to functions by itself. They come when they are due by the cloud's
 * clock, again when the function fails, and after a restart too: a function may get one twice.
 */
export class Pushes {
  readonly #state: WeChatState
  readonly #invoker: Invoker
  readonly #clock: Clock
  #interval: NodeJS.Timeout | undefined
  readonly #running = new Set<number>()

  constructor(state: WeChatState, invoker: Invoker, clock: Clock) {
    this.#state = state
    this.#invoker = invoker
    this.#clock = clock
    clock.onShift(() => void this.deliverDue())
  }

  start(): void {
    this.#interval = setInterval(() => void this.deliverDue(), 250).unref()
  }

  stop(): void {
    clearInterval(this.#interval)
  }

  list(): Push[] {
    return this.#state.memory.pushes
  }

  add(event: Record<string, unknown>, delayMs: number): void {
    const { memory } = this.#state
    memory.pushes.push({
      id: this.#state.nextId(),
      dueAtMs: this.#clock.now() + delayMs,
      attempts: 0,
      status: 'waiting',
      function: null,
      event,
    })
    if (memory.pushes.length > pushesKept) {
      const over = memory.pushes.findIndex((push) => push.status !== 'waiting')
      memory.pushes.splice(Math.max(over, 0), 1)
    }
    this.#state.changed()
  }

  /** Delivers what is due, or with `isAll` everything that waits. */
  async deliverDue(isAll = false): Promise<void> {
    const now = this.#clock.now()
    const due = this.#state.memory.pushes.filter(
      (push) =>
        push.status === 'waiting' && (isAll || push.dueAtMs <= now) && !this.#running.has(push.id),
    )
    await Promise.all(due.map((push) => this.#deliver(push)))
  }

  async #deliver(push: Push): Promise<void> {
    const { MsgType, Event = '' } = push.event
    const rule = this.#state.memory.settings.push.find(
      (other) => other.msgType === MsgType && other.event === Event,
    )
    if (rule === undefined) {
      push.status = 'nobody'
      this.#state.changed()
      return
    }
    this.#running.add(push.id)
    push.function = rule.function
    push.attempts++
    const answer = await this.#invoker.invoke(rule.function, push.event, { source: 'wx_trigger' })
    this.#running.delete(push.id)
    if (answer.ok) push.status = 'delivered'
    else if (push.attempts >= pushAttemptsMax) push.status = 'failed'
    else push.dueAtMs = this.#clock.now() + pushRetryMs
    this.#state.changed()
  }
}
