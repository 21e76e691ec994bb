import { CloudError } from '../codes'
import type { Reply } from '../documents/operation'
import type { Body } from '../documents/request'
import { readEvent } from '../functions/invoker'
import type { Invocation } from '../functions/worker'
import { decodeRequest, encodeResponse } from '../wechat/protocol'
import { systemFailures } from '../wechat/reply'
import type { Outcome, WeChat } from '../wechat/wechat'

/** JSON for the SDK, bytes where it wants bytes, or nothing at all: an answer that is lost. */
export type Served = Reply | Buffer | 'lost'

/** `callWxOpenApi`: a refusal of WeChat is a reply; the way there failing is a code. */
export async function callWeChat(
  wechat: WeChat,
  body: Body,
  caller: Invocation | undefined,
): Promise<Served> {
  const data = readEvent(typeof body.requestData === 'string' ? body.requestData : '')
  if (data === undefined) throw new CloudError('INVALID_PARAM', 'requestData must be an object')
  const outcome = await wechat.call(String(body.apiName), data, caller?.record.function)
  switch (outcome.type) {
    case 'lost':
      return 'lost'
    case 'system':
      return { code: outcome.code, message: systemFailures[outcome.code] }
    case 'picture': {
      const { contentType, bytes } = outcome.picture
      const buffer = bytes.toString('base64')
      return { data: { responseData: JSON.stringify({ contentType, buffer }) } }
    }
    default:
      return { data: { responseData: JSON.stringify(outcome.reply) } }
  }
}

/** `callCompatibleWxOpenApi`: asks in Protocol Buffers and is answered so; in JSON likewise. */
export async function callWeChatInBytes(
  wechat: WeChat,
  body: Body,
  caller: Invocation | undefined,
): Promise<Served> {
  const bytes = Buffer.isBuffer(body.requestData) ? body.requestData : Buffer.alloc(0)
  const isJson = bytes[0] === 0x7b
  const data = isJson ? readEvent(bytes.toString('utf8')) : decodeRequest(bytes)
  if (data === undefined) throw new CloudError('INVALID_PARAM', 'requestData cannot be read')
  const outcome: Outcome = await wechat.call(String(body.apiName), data, caller?.record.function)
  if (outcome.type === 'lost') return 'lost'
  if (!isJson) return encodeResponse(outcome)
  if (outcome.type === 'picture') return outcome.picture.bytes
  if (outcome.type === 'json') return Buffer.from(JSON.stringify(outcome.reply))
  return { code: outcome.code, message: systemFailures[outcome.code] }
}
