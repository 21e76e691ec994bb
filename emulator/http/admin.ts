import { randomUUID } from 'node:crypto'
import { CloudError, callFailures } from '../codes'
import type { Core, Reply, Request } from '../documents/operation'
import { databaseOperations } from '../documents/operations'
import type { Body } from '../documents/request'
import { addDatabaseCall } from '../functions/call-log'
import type { Chaos, Draw } from '../functions/chaos'
import { type Invoker, readEvent } from '../functions/invoker'
import type { WorkerPool } from '../functions/pool'
import type { Invocation } from '../functions/worker'
import { eventFromServerBytesMax } from '../limits'
import { type Storage, storageOperations } from '../storage/operations'
import type { WeChat } from '../wechat/wechat'
import { readAdminBody } from './admin-body'
import { callWeChat, callWeChatInBytes, type Served } from './admin-wechat'
import { type Exchange, type Handler, sendJson } from './router'
import { conflict, drawFor, type Note, strikesChaos, strikesFault, wait } from './strike'

export interface AdminParts {
  core: Core
  pool: WorkerPool
  invoker: Invoker
  storage: Storage
  wechat: WeChat
  chaos: Chaos
  report: (error: unknown) => void
}

/** Where the server SDK sends everything: one address, the action in the body, errors as 200. */
export function adminHandler(parts: AdminParts): Handler {
  const { pool, chaos, core, report } = parts
  return async (exchange) => {
    const receivedAtNs = process.hrtime.bigint()
    const worker = pool.find(exchange.parts[0]?.split('/')[1] ?? '')
    const invocation = worker?.current
    const sent = exchange.request.headers['x-cloud-sent']
    const request: Request = {
      worker: worker?.id,
      sentAtNs: typeof sent === 'string' && /^\d+$/.test(sent) ? BigInt(sent) : undefined,
      scanned: 0,
      returned: 0,
    }
    const requestId = randomUUID()
    let served: Served
    let body: Body = {}
    let note: Note | undefined
    let draw: Draw | undefined
    try {
      body = await readAdminBody(exchange.request)
      const action = String(body.action)
      const startNs = request.sentAtNs ?? receivedAtNs
      if (action.startsWith('database.')) note = begin(invocation, action, startNs)
      if (strikesFault(note, 'before', exchange, worker)) return
      draw = drawFor(chaos, invocation, body)
      if (draw !== undefined) await wait(draw.latencyMs)
      if (strikesChaos(draw, 'before', exchange, worker)) return
      if (draw?.effect === 'conflict') await conflict(core, body, request, draw)
      served = await serve(parts, action, body, request, invocation)
      if (!Buffer.isBuffer(served) && served !== 'lost') served = { requestId, ...served }
    } catch (error) {
      if (!(error instanceof CloudError)) report(error)
      const code = error instanceof CloudError ? error.code : 'SYS_ERR'
      served = { requestId, code, message: (error as Error).message }
    }
    if (note !== undefined) finish(note, request, body, served as Reply)
    if (strikesFault(note, 'after', exchange, worker)) return
    if (strikesChaos(draw, 'after', exchange, worker)) return
    send(exchange, served)
  }
}

async function serve(
  parts: AdminParts,
  action: string,
  body: Body,
  request: Request,
  caller: Invocation | undefined,
): Promise<Served> {
  if (action === 'functions.invokeFunction') return invokeFunction(parts.invoker, body, caller)
  if (action === 'wx.api') return callWeChat(parts.wechat, body, caller)
  if (action === 'wx.openApi') return callWeChatInBytes(parts.wechat, body, caller)
  const database = own(databaseOperations, action)
  if (database !== undefined) return database(parts.core, body, request)
  const stored = own(storageOperations, action)
  if (stored !== undefined) return stored(parts.storage, body)
  throw new CloudError('INVALID_PARAM', `the local cloud does not know the action '${action}'`)
}

function own<T>(table: Record<string, T>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined
}

function send({ request, response }: Exchange, served: Served): void {
  if (served === 'lost') request.socket.destroy()
  else if (Buffer.isBuffer(served)) {
    response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(served)
  } else sendJson(response, 200, served)
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
