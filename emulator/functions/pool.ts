import type { Clock } from '../clock'
import { waitingCallsMax, workerCallsMax, workerIdleMs, workersPerFunctionMax } from '../limits'
import type { FunctionSpec } from './registry'
import { FunctionWorker } from './worker'

interface Slots {
  idle: FunctionWorker[]
  busy: Set<FunctionWorker>
  waiting: { spec: FunctionSpec; resolve: (worker: FunctionWorker) => void }[]
}

/** How many workers a function has and how long they last. */
export interface PoolLimits {
  workersMax: number
  waitingMax: number
  callsMax: number
  idleMs: number
}

const usualLimits: PoolLimits = {
  workersMax: workersPerFunctionMax,
  waitingMax: waitingCallsMax,
  callsMax: workerCallsMax,
  idleMs: workerIdleMs,
}

/** The workers of all functions: used again while they last, more of them when calls come together. */
export class WorkerPool {
  readonly #slots = new Map<string, Slots>()
  readonly #workers = new Map<string, FunctionWorker>()
  readonly #clock: Clock
  readonly #onDeath: (workerId: string) => void
  readonly #sweep: NodeJS.Timeout
  #adminUrl = ''
  #nextId = 1

  readonly #limits: PoolLimits

  constructor(clock: Clock, onDeath: (workerId: string) => void, limits = usualLimits) {
    this.#limits = limits
    this.#clock = clock
    this.#onDeath = onDeath
    this.#sweep = setInterval(() => this.#endIdle(), Math.min(30_000, limits.idleMs)).unref()
  }

  /** Where workers reach the cloud; known once it listens. */
  serveAt(adminUrl: string): void {
    this.#adminUrl = adminUrl
  }

  find(workerId: string): FunctionWorker | undefined {
    return this.#workers.get(workerId)
  }

  /** A free worker with the newest code; undefined when too many calls wait already. */
  async take(spec: FunctionSpec): Promise<{ worker: FunctionWorker; isCold: boolean } | undefined> {
    const slots = this.#slotsOf(spec.name)
    for (let worker = slots.idle.pop(); worker !== undefined; worker = slots.idle.pop()) {
      if (worker.isDead) continue
      if (worker.spec.version !== spec.version) {
        worker.kill('its code has changed')
        continue
      }
      slots.busy.add(worker)
      return { worker, isCold: false }
    }
    if (slots.busy.size < this.#limits.workersMax) {
      return { worker: this.#start(spec, slots), isCold: true }
    }
    if (slots.waiting.length >= this.#limits.waitingMax) return undefined
    const worker = await new Promise<FunctionWorker>((resolve) => {
      slots.waiting.push({ spec, resolve })
    })
    return { worker, isCold: worker.calls === 0 }
  }

  /** Gives a worker back after a call; whoever waits gets it, or a fresh one in its place. */
  release(worker: FunctionWorker): void {
    const slots = this.#slotsOf(worker.spec.name)
    slots.busy.delete(worker)
    const next = slots.waiting.shift()
    const isWornOut = worker.isDead || worker.calls >= this.#limits.callsMax
    if (next === undefined) {
      if (isWornOut) worker.kill('recycled')
      else slots.idle.push(worker)
      return
    }
    if (isWornOut || worker.spec.version !== next.spec.version) {
      worker.kill('recycled')
      next.resolve(this.#start(next.spec, slots))
      return
    }
    slots.busy.add(worker)
    next.resolve(worker)
  }

  close(): void {
    clearInterval(this.#sweep)
    for (const worker of this.#workers.values()) worker.kill('the cloud is shutting down')
  }

  #start(spec: FunctionSpec, slots: Slots): FunctionWorker {
    const id = `w${this.#nextId++}`
    const worker = new FunctionWorker(id, spec, this.#adminUrl, this.#clock, (dead) => {
      this.#workers.delete(dead.id)
      this.#onDeath(dead.id)
    })
    this.#workers.set(id, worker)
    slots.busy.add(worker)
    return worker
  }

  #slotsOf(name: string): Slots {
    let slots = this.#slots.get(name)
    if (slots === undefined) {
      slots = { idle: [], busy: new Set(), waiting: [] }
      this.#slots.set(name, slots)
    }
    return slots
  }

  #endIdle(): void {
    for (const slots of this.#slots.values()) {
      slots.idle = slots.idle.filter((worker) => {
        if (worker.isDead) return false
        if (Date.now() - worker.idleSinceMs < this.#limits.idleMs) return true
        worker.kill('idle for long')
        return false
      })
    }
  }
}
