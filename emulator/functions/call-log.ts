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

export interface LogLine {
  level: string
  text: string
  /** Since the function began. */
  ms: number
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
  logs: LogLine[]
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

  /** What functions printed, and how calls failed, newest last. */
  lines(limit: number) {
    const lines = this.#calls.flatMap(({ logs, message, status, ...call }) => {
      const failure =
        status === 'failed' ? [{ level: 'failed', text: message ?? '', ms: call.ms }] : []
      const { requestId, openid, event } = call
      return [...logs, ...failure].map(({ level, text, ms }, at) => ({
        id: `${requestId}:${at}`,
        at: new Date(Date.parse(call.startedAt) + ms).toISOString(),
        level,
        text,
        function: call.function,
        action: event.action ?? null,
        openid,
        requestId,
      }))
    })
    return lines.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).slice(-limit)
  }

  find(requestId: string): CallRecord | undefined {
    return this.#calls.find((call) => call.requestId === requestId)
  }
}

export function addLog(call: CallRecord, { level, text, ms }: LogLine): void {
  if (call.logs.length < logLinesPerCall) {
    call.logs.push({ level, text: text.slice(0, logLineCharsMax), ms })
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
