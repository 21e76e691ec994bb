import { callsKept, databaseCallsPerCall, logLineCharsMax, logLinesPerCall } from '../limits'

export interface DatabaseCall {
  seq: number
  action: string
  collection?: string
  startMs: number
  endMs: number
  scanned: number
  returned: number
  code?: string
  transactionId?: string
}

/** What is known about one call of a function. */
export interface CallRecord {
  requestId: string
  function: string
  openid: string | null
  source: string
  /** The event's `action`, when it has one that is a string. */
  event: { action?: string }
  startedAt: string
  ms: number
  cold: boolean
  status: 'waiting' | 'running' | 'ok' | 'failed'
  code?: number
  message?: string
  logs: { level: string; text: string }[]
  db: DatabaseCall[]
  /** Database calls made, also those no longer listed. */
  dbCalls: number
  scanned: number
  returned: number
  steps: number
}

/** The latest calls, newest first; older ones are forgotten. */
export class CallLog {
  #calls: CallRecord[] = []

  add(call: CallRecord): void {
    this.#calls.unshift(call)
    if (this.#calls.length > callsKept) this.#calls.length = callsKept
  }

  list(limit: number): CallRecord[] {
    return this.#calls.slice(0, limit)
  }

  find(requestId: string): CallRecord | undefined {
    return this.#calls.find((call) => call.requestId === requestId)
  }
}

export function addLog(call: CallRecord, level: string, text: string): void {
  if (call.logs.length < logLinesPerCall) {
    call.logs.push({ level, text: text.slice(0, logLineCharsMax) })
  }
}

export function addDatabaseCall(call: CallRecord, made: DatabaseCall): void {
  call.scanned += made.scanned
  call.returned += made.returned
  if (call.db.length < databaseCallsPerCall) call.db.push(made)
}

/**
 * How many database calls waited for one another: the longest row of calls of which each began
 * after the one before it had ended.
 */
export function sequentialSteps(calls: readonly DatabaseCall[]): number {
  let steps = 0
  let endMs = Number.NEGATIVE_INFINITY
  for (const call of [...calls].sort((a, b) => a.endMs - b.endMs)) {
    if (call.startMs < endMs) continue
    steps++
    endMs = call.endMs
  }
  return steps
}
