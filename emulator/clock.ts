/**
 * The cloud's clock. Server dates, transactions, timers and group proofs follow it; workers read
 * it through shared memory, so that a change reaches a running function at once.
 */
export class Clock {
  /**
   * Shared with every worker: milliseconds added to the machine's time, and the time at which the
   * clock stands still; 0 while it runs.
   */
  readonly shared = new Float64Array(new SharedArrayBuffer(16))
  readonly #listeners = new Set<() => void>()

  now(): number {
    return this.frozenAtMs ?? Date.now() + this.offsetMs
  }

  get offsetMs(): number {
    return this.shared[0] ?? 0
  }

  /** When the clock stands still, the time it shows. */
  get frozenAtMs(): number | undefined {
    return this.shared[1] || undefined
  }

  /** Runs on from another time. A clock that stands still stands at the new time. */
  shift(offsetMs: number): void {
    this.shared[0] = offsetMs
    if (this.frozenAtMs !== undefined) this.shared[1] = Date.now() + offsetMs
    this.#tell()
  }

  /** Stands still at the time it shows now. */
  freeze(): void {
    this.shared[1] = this.now()
    this.#tell()
  }

  /** Runs on from the time it shows, however long it stood. */
  run(): void {
    if (this.frozenAtMs === undefined) return
    this.shared[0] = this.frozenAtMs - Date.now()
    this.shared[1] = 0
    this.#tell()
  }

  /** Calls back after every change. */
  onShift(listener: () => void): void {
    this.#listeners.add(listener)
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}
