import { randomUUID } from 'node:crypto'
import { CloudError, callFailures } from '../codes'
import { isPlainObject } from '../documents/key'
import type { Core, Reply, Request } from '../documents/operation'
import { databaseOperations } from '../documents/operations'
import type { Body } from '../documents/request'
import { addDatabaseCall } from '../functions/call-log'
import { type Invoker, readEvent } from '../functions/invoker'
import type { WorkerPool } from '../functions/pool'
import type { FunctionWorker, Invocation } from '../functions/worker'
import { adminBodyBytesMax, eventFromServerBytesMax } from '../limits'
import { type Storage, storageOperations } from '../storage/operations'
import { type Exchange, type Handler, readText, sendJson } from './router'

/** Where the server SDK sends everything: one address, the action in the body, errors as 200. */
export function adminHandler(parts: {
  core: Core
  pool: WorkerPool
  invoker: Invoker
  storage: Storage
  report: (error: unknown) => void
}): Handler {
  const { core, pool, invoker, storage, report } = parts

  const serve = async (action: string, body: Body, request: Request, caller?: Invocation) => {
    if (action === 'functions.invokeFunction') return invokeFunction(invoker, body, caller)
    const database = own(databaseOperations, action)
    if (database !== undefined) return database(core, body, request)
    const stored = own(storageOperations, action)
    if (stored !== undefined) return stored(storage, body)
    throw new CloudError('INVALID_PARAM', `the local cloud does not know the action '${action}'`)
  }

  return async (exchange) => {
    const receivedAtNs = process.hrtime.bigint()
    const worker = pool.find(exchange.parts[0]?.split('/')[1] ?? '')
    const invocation = worker?.current
    const requestId = randomUUID()
    const sent = exchange.request.headers['x-cloud-sent']
    const request: Request = {
      worker: worker?.id,
      sentAtNs: typeof sent === 'string' && /^\d+$/.test(sent) ? BigInt(sent) : undefined,
      scanned: 0,
      returned: 0,
    }
    let reply: Reply
    let body: Body = {}
    let note: Note | undefined
    try {
      body = await readBody(exchange)
      const action = String(body.action)
      const startNs = request.sentAtNs ?? receivedAtNs
      if (action.startsWith('database.')) note = begin(invocation, action, startNs)
      if (note !== undefined && strike(note, 'before', exchange, worker)) return
      reply = { requestId, ...(await serve(action, body, request, invocation)) }
    } catch (error) {
      if (!(error instanceof CloudError)) report(error)
      const code = error instanceof CloudError ? error.code : 'SYS_ERR'
      reply = { requestId, code, message: (error as Error).message }
    }
    if (note !== undefined) {
      finish(note, request, body, reply)
      if (strike(note, 'after', exchange, worker)) return
    }
    sendJson(exchange.response, 200, reply)
  }
}

function own<T>(table: Record<string, T>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined
}

/** A database call of a function on its way. */
interface Note {
  invocation: Invocation
  seq: number
  action: string
  startMs: number
}

function begin(
  invocation: Invocation | undefined,
  action: string,
  startNs: bigint,
): Note | undefined {
  if (invocation === undefined) return undefined
  invocation.record.dbCalls++
  const seq = invocation.record.dbCalls
  return { invocation, seq, action, startMs: sinceStart(invocation, startNs) }
}

function finish(note: Note, request: Request, body: Body, reply: Reply): void {
  const transactionId = request.transactionId ?? body.transactionId
  addDatabaseCall(note.invocation.record, {
    seq: note.seq,
    action: note.action,
    ...(typeof body.collectionName === 'string' ? { collection: body.collectionName } : {}),
    startMs: note.startMs,
    endMs: sinceStart(note.invocation, process.hrtime.bigint()),
    scanned: request.scanned,
    returned: request.returned,
    ...(typeof reply.code === 'string' ? { code: reply.code } : {}),
    ...(typeof transactionId === 'string' ? { transactionId } : {}),
  })
}

function sinceStart(invocation: Invocation, atNs: bigint): number {
  return Math.round(Number(atNs - invocation.startedAtNs) / 1000) / 1000
}

/** Does what the fault of this call says at this point; answers whether the request is dealt with. */
function strike(
  note: Note,
  side: 'before' | 'after',
  exchange: Exchange,
  worker: FunctionWorker | undefined,
): boolean {
  const fault = note.invocation.fault
  if (fault === undefined || fault.side !== side || fault.call !== note.seq) return false
  fault.fired++
  if (fault.effect === 'fail') {
    sendJson(exchange.response, 200, {
      requestId: randomUUID(),
      code: 'SYS_ERR',
      message: 'the request failed on purpose (armed fault)',
    })
    return true
  }
  exchange.request.socket.destroy()
  if (fault.effect === 'kill') worker?.kill('ended on purpose (armed fault)')
  return true
}

async function readBody(exchange: Exchange): Promise<Body> {
  const text = await readText(exchange.request, adminBodyBytesMax)
  if (text === undefined) {
    throw new CloudError('EXCEED_MAX_PAYLOAD_SIZE', 'the request is too large')
  }
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    throw new CloudError('INVALID_PARAM', 'the body is not valid JSON')
  }
  if (!isPlainObject(body)) throw new CloudError('INVALID_PARAM', 'the body must be an object')
  return body
}

/** One function calls another one: the user stays the same, the source tells the way. */
async function invokeFunction(invoker: Invoker, body: Body, caller?: Invocation): Promise<Reply> {
  const text = typeof body.request_data === 'string' ? body.request_data : ''
  if (Buffer.byteLength(text) > eventFromServerBytesMax) {
    throw new CloudError('EXCEED_MAX_PAYLOAD_SIZE', 'the data for the function is too large')
  }
  const event = readEvent(text)
  if (event === undefined) throw new CloudError('INVALID_PARAM', 'the data must be a JSON object')
  const source = caller === undefined ? 'scf' : `${caller.record.source},scf`
  const openid = caller?.record.openid ?? undefined
  const answer = await invoker.invoke(String(body.function_name), event, { source, openid })
  if (!answer.ok) throw new CloudError(callFailures[answer.failure].code, answer.message)
  return { data: { response_data: answer.json } }
}
