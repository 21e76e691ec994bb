import { randomUUID } from 'node:crypto'
import { CloudError } from '../codes'
import type { Core, Request } from '../documents/operation'
import type { Body } from '../documents/request'
import type { Chaos, Draw } from '../functions/chaos'
import type { FaultEffect } from '../functions/faults'
import type { FunctionWorker, Invocation } from '../functions/worker'
import { type Exchange, sendJson } from './router'

/** A database call of a function on its way. */
export interface Note {
  invocation: Invocation
  seq: number
  action: string
  startMs: number
}

/** Does what the fault of this call says at this point; answers whether the request is dealt with. */
export function strikesFault(
  note: Note | undefined,
  side: 'before' | 'after',
  exchange: Exchange,
  worker: FunctionWorker | undefined,
): boolean {
  const fault = note?.invocation.fault
  if (fault === undefined || fault.side !== side || fault.call !== note?.seq) return false
  fault.fired++
  strike(fault.effect, 'armed fault', exchange, worker)
  return true
}

/** The same for what chaos has drawn. */
export function strikesChaos(
  draw: Draw | undefined,
  side: 'before' | 'after',
  exchange: Exchange,
  worker: FunctionWorker | undefined,
): boolean {
  if (draw?.effect === undefined || draw.effect === 'conflict' || draw.side !== side) return false
  draw.stroke()
  strike(draw.effect, 'chaos', exchange, worker)
  return true
}

function strike(
  effect: FaultEffect,
  why: string,
  exchange: Exchange,
  worker: FunctionWorker | undefined,
): void {
  if (effect === 'fail') {
    sendJson(exchange.response, 200, {
      requestId: randomUUID(),
      code: 'SYS_ERR',
      message: `the request failed on purpose (${why})`,
    })
    return
  }
  exchange.request.socket.destroy()
  if (effect === 'kill') worker?.kill(`ended on purpose (${why})`)
}

/** What chaos has in store for a request of a function. */
export function drawFor(
  chaos: Chaos,
  invocation: Invocation | undefined,
  body: Body,
): Draw | undefined {
  if (invocation === undefined) return undefined
  const about = body.collectionName ?? body.function_name ?? body.apiName ?? ''
  const isTransaction = typeof body.transactionId === 'string'
  return chaos.draw(invocation.record, `${body.action} ${about}`.trim(), isTransaction)
}

/** Ends the transaction that a request belongs to, as if another one had been first. */
export async function conflict(
  core: Core,
  body: Body,
  request: Request,
  draw: Draw,
): Promise<never> {
  draw.stroke()
  return core.transactions.run(body.transactionId, request.sentAtNs, () => {
    throw new CloudError('DATABASE_TRANSACTION_CONFLICT', 'Transaction is conflict (chaos)')
  })
}

export function wait(ms: number): Promise<void> | undefined {
  return ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : undefined
}
