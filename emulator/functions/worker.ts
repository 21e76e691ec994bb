import { createRequire } from 'node:module'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Clock } from '../clock'
import { functionLoadMsMax } from '../limits'
import { addLog, type CallRecord } from './call-log'
import { callEnvironment, workerEnvironment } from './context'
import type { Fault } from './faults'
import type { FunctionSpec } from './registry'

export type Outcome =
  | { type: 'returned'; json: string }
  | { type: 'threw'; message: string }
  | { type: 'loadFailed'; message: string }
  | { type: 'timeout' }
  | { type: 'died'; message: string }

export interface Invocation {
  record: CallRecord
  event: unknown
  context: Record<string, unknown>
  environment: Record<string, string>
  fault: Fault | undefined
  /** By the machine's monotonic clock. */
  startedAtNs: bigint
}

/** One worker thread of one function. It serves one call at a time and is used again. */
export class FunctionWorker {
  readonly id: string
  readonly spec: FunctionSpec
  readonly startedAtMs = Date.now()
  calls = 0
  idleSinceMs = Date.now()
  isDead = false
  current: Invocation | undefined
  readonly #thread: Worker
  readonly #onDeath: (worker: FunctionWorker) => void
  #finish: ((outcome: Outcome) => void) | undefined
  #timer: NodeJS.Timeout | undefined
  #isLoaded = false

  constructor(
    id: string,
    spec: FunctionSpec,
    adminUrl: string,
    clock: Clock,
    onDeath: (worker: FunctionWorker) => void,
  ) {
    this.id = id
    this.spec = spec
    this.#onDeath = onDeath
    const url = `${adminUrl}/${id}`
    this.#thread = new Worker(path.join(__dirname, 'worker-main.cjs'), {
      env: workerEnvironment(spec, url),
      // Flags of the process that started the cloud (loaders, inspectors) are not the function's.
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: spec.memoryMb },
      stdout: true,
      stderr: true,
      workerData: {
        folder: spec.folder,
        clock: clock.shared.buffer,
        adminUrl: url,
        callEnvironment,
        modulesFallback: createRequire(__filename).resolve.paths('any') ?? [],
      },
    })
    this.#thread.unref()
    this.#thread.stdout.on('data', (chunk) => this.#log('log', String(chunk)))
    this.#thread.stderr.on('data', (chunk) => this.#log('error', String(chunk)))
    this.#thread.on('message', (message) => this.#hear(message))
    this.#thread.on('error', (error) => {
      const isMemory = (error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY'
      this.#die(
        isMemory ? `Memory limit of ${spec.memoryMb} MB exceeded` : `${error.stack ?? error}`,
      )
    })
    this.#thread.on('exit', (code) => {
      this.#die(`the process exited with code ${code} before it answered`)
    })
  }

  /** Runs one call to its end, whatever that is. */
  run(invocation: Invocation): Promise<Outcome> {
    this.calls++
    this.current = invocation
    return new Promise((resolve) => {
      // The function's own time begins when its code has been loaded, as in the cloud.
      this.#allow(this.#isLoaded ? this.spec.timeoutMs : functionLoadMsMax)
      this.#finish = (outcome) => {
        clearTimeout(this.#timer)
        resolve(outcome)
      }
      if (this.isDead) this.#end({ type: 'died', message: 'the worker has ended' })
      else {
        const { event, context, environment } = invocation
        this.#thread.postMessage({ event, context, environment })
      }
    })
  }

  /** Ends the worker at once, in the middle of whatever it does. */
  kill(reason: string): void {
    this.#die(reason)
    void this.#thread.terminate()
  }

  #allow(ms: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#end({ type: 'timeout' })
      this.kill('timeout')
    }, ms)
  }

  #hear(
    message: Outcome | { type: 'loaded' } | { type: 'log'; level: string; text: string },
  ): void {
    if (message.type === 'log') this.#log(message.level, message.text)
    else if (message.type === 'loaded') {
      this.#isLoaded = true
      if (this.current !== undefined) this.#allow(this.spec.timeoutMs)
    } else this.#end(message)
  }

  #log(level: string, text: string): void {
    if (this.current === undefined) return
    const ms = Number(process.hrtime.bigint() - this.current.startedAtNs) / 1e6
    addLog(this.current.record, { level, text, ms: Math.round(ms * 10) / 10 })
  }

  #end(outcome: Outcome): void {
    const finish = this.#finish
    this.#finish = undefined
    this.current = undefined
    this.idleSinceMs = Date.now()
    finish?.(outcome)
  }

  #die(message: string): void {
    if (this.isDead) return
    this.isDead = true
    this.#onDeath(this)
    this.#end({ type: 'died', message })
  }
}
