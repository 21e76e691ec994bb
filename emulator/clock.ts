/**
 * The cloud's clock. Server dates, transactions, timers and group proofs follow it; workers read
 * the offset through shared memory, so that a shift reaches a running function at once.
 */
export class Clock {
  /** Milliseconds added to the machine's time, shared with every worker. */
  readonly shared = new Float64Array(new SharedArrayBuffer(8))
  readonly #listeners = new Set<() => void>()

  now(): number {
    return Date.now() + this.offsetMs
  }

  get offsetMs(): number {
    return this.shared[0] ?? 0
  }

  shift(offsetMs: number): void {
    this.shared[0] = offsetMs
    for (const listener of this.#listeners) listener()
  }

  /** Calls back after every shift. */
  onShift(listener: () => void): void {
    this.#listeners.add(listener)
  }
}
