import type { ActionsOf, CallEvent, CallName, FunctionName } from '../../types/contract'
import type { RefusalCode, RefusalParams } from '../../types/errors'
import { Busy, isPassing } from '../db/transact'
import type { Action } from './action'
import { Refusal } from './errors'
import { type Identity, isPlatform, readIdentity } from './identity'
import { described, log } from './log'

type InvocationContext = { request_id?: string; requestId?: string }
type Main = (event: unknown, context: InvocationContext) => Promise<unknown>

/** Every action the contract names for this function, and no other. */
type Table<F extends FunctionName> = {
  [N in ActionsOf<F> as N extends `${string}.${infer A}` ? A : never]: Action<N>
}

/** The entry of a deployed function: finds the action, answers data or a refusal, logs one line. */
export function serve<F extends FunctionName>(name: F, table: Table<F>): Main {
  const actions = new Map(Object.entries(table as Record<string, Action<CallName>>))
  return async (rawEvent, context) => {
    const identity = readIdentity(context)
    const started = Date.now()
    const requestId = requestIdOf(context)
    const event = (rawEvent ?? {}) as CallEvent
    const action = actions.get(String(event.action))
    const finish = (outcome: string, details: Record<string, unknown> = {}) =>
      log(outcome === 'internal' ? 'error' : 'info', {
        requestId,
        call: `${name}.${action ? event.action : '?'}`,
        user: identity.userId,
        ms: Date.now() - started,
        outcome,
        ...details,
      })
    try {
      if (!action) throw new Refusal('unknown_action', {})
      const data = await action.handle(event, identity)
      finish('ok')
      return { ok: true, data }
    } catch (error) {
      const { code, params } = refusalOf(error)
      finish(code, code === 'internal' || code === 'busy' ? described(error) : {})
      return { ok: false, code, params, requestId }
    }
  }
}

/** A bug is `internal`; its text stays in the log. */
function refusalOf(error: unknown): { code: RefusalCode; params: RefusalParams } {
  if (error instanceof Refusal) return { code: error.code, params: error.params }
  if (error instanceof Busy || isPassing(error)) return { code: 'busy', params: {} }
  return { code: 'internal', params: {} }
}

type Jobs = Record<string, () => Promise<number>>

/**
 * The entry of a function that only the platform's timer may call. Each job is idempotent and
 * mends what an earlier run left; one that fails does not keep the others from running.
 */
export const serveTimer = (jobs: Jobs): Main => servePlatform(jobs, {})

/**
 * The entry of a function that only the platform calls: its timer, and WeChat with the messages named
 * here by their event. Who is asked twice does the work once. A message that fails is thrown: it is
 * sent again then.
 */
export function servePlatform(
  jobs: Jobs,
  messages: Record<string, (message: unknown) => Promise<string>>,
): Main {
  return async (event, context) => {
    const identity: Identity = readIdentity(context)
    const requestId = requestIdOf(context)
    if (!isPlatform(identity)) return { ok: false, code: 'forbidden', params: {}, requestId }
    const { MsgType, Event } = (event ?? {}) as { MsgType?: unknown; Event?: unknown }
    if (MsgType !== undefined) {
      const isKnown = MsgType === 'event' && Object.hasOwn(messages, String(Event))
      const take = isKnown ? messages[String(Event)] : undefined
      const outcome = take ? await take(event) : 'unknown'
      log('info', { requestId, message: String(Event ?? MsgType), outcome })
      return { ok: true, data: outcome }
    }
    return { ok: true, data: await runAll(jobs, requestId) }
  }
}

async function runAll(jobs: Jobs, requestId: string): Promise<Record<string, number | 'failed'>> {
  const settled: Record<string, number | 'failed'> = {}
  for (const [job, run] of Object.entries(jobs)) {
    try {
      settled[job] = await run()
    } catch (error) {
      settled[job] = 'failed'
      log('error', { requestId, job, ...described(error) })
    }
  }
  log('info', { requestId, jobs: settled })
  return settled
}

const requestIdOf = (context: InvocationContext) =>
  context?.request_id ?? context?.requestId ?? 'unknown'
