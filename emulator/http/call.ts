import type { IncomingMessage, ServerResponse } from 'node:http'
import { callFailures } from '../codes'
import type { CallRecord } from '../functions/call-log'
import type { Chaos } from '../functions/chaos'
import type { Caller } from '../functions/context'
import { type Answer, type Invoker, readEvent } from '../functions/invoker'
import type { OpenData } from '../functions/open-data'
import { eventBytesMax } from '../limits'
import type { WeChat } from '../wechat/wechat'
import { type Handler, readJson, readText, sendJson, sendText } from './router'

/** A member's phone calls a function: the body is the event, the user is a header. */
export function callHandler(invoker: Invoker, wechat: WeChat, chaos: Chaos): Handler {
  return async ({ request, response, parts }) => {
    const name = parts[0] ?? ''
    const caller: Caller = {
      source: header(request, 'x-wx-source') ?? 'wx_client',
      openid: header(request, 'x-wx-openid'),
      appid: header(request, 'x-wx-appid'),
    }
    if (caller.openid !== undefined && caller.source === 'wx_client') wechat.visit(caller.openid)
    const text = await readText(request, eventBytesMax)
    const event = text === undefined ? undefined : readEvent(text)
    let answer: Answer
    if (text === undefined) {
      const message = `the data is larger than ${eventBytesMax} bytes`
      answer = invoker.refuse(name, caller, 'eventTooLarge', message)
    } else if (event === undefined) {
      answer = invoker.refuse(name, caller, 'invalidEvent', 'the data must be a JSON object')
    } else {
      answer = await invoker.invoke(name, event, caller)
    }
    const draw = answer.ok ? chaos.draw(answer.record, 'reply', false) : undefined
    if (draw?.effect === 'lose') {
      draw.stroke()
      request.socket.destroy()
      return
    }
    sendAnswer(response, answer)
  }
}

/** The phone asks WeChat for the group it was opened from. */
export function groupEnterHandler(openData: OpenData): Handler {
  return async ({ request, response }) => {
    const body = await readJson(request, eventBytesMax)
    const group = (body as { group?: unknown } | null)?.group
    const openid = header(request, 'x-wx-openid')
    if (openid === undefined || typeof group !== 'string' || group === '') {
      sendJson(response, 400, { errCode: 40097, errMsg: 'getGroupEnterInfo:fail invalid scene' })
      return
    }
    sendJson(response, 200, openData.enterGroup(openid, group))
  }
}

/** Sends what a function answered, or how it failed, and the figures of the call. */
export function sendAnswer(response: ServerResponse, answer: Answer): void {
  setFigures(response, answer.record)
  if (answer.ok) {
    sendText(response, 200, answer.json)
    return
  }
  const { status, errCode } = callFailures[answer.failure]
  sendJson(response, status, {
    errCode,
    errMsg: answer.message,
    requestId: answer.record.requestId,
  })
}

function setFigures(response: ServerResponse, record: CallRecord): void {
  response.setHeader('x-cloud-request-id', record.requestId)
  response.setHeader('x-cloud-db-calls', record.dbCalls)
  response.setHeader('x-cloud-db-steps', record.steps)
  response.setHeader('x-cloud-scanned', record.scanned)
  response.setHeader('x-cloud-returned', record.returned)
  response.setHeader('x-cloud-cold', record.cold ? 1 : 0)
  response.setHeader('x-cloud-ms', record.ms)
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}
