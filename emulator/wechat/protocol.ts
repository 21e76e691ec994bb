import type { Outcome } from './wechat'

/**
 * The older way to WeChat (`wx.openApi`): the request is a CommApiData of Protocol Buffers, the
 * answer a CommOpenApiResp, as wx-server-sdk reads and writes them.
 */

/** Reads the fields of a request; undefined when the bytes are not such a message. */
export function decodeRequest(bytes: Buffer): Record<string, unknown> | undefined {
  const fields: Record<string, unknown> = {}
  try {
    for (const openApi of messagesOf(bytes, 2)) {
      for (const pair of messagesOf(openApi, 1)) {
        const name = messagesOf(pair, 1)[0]?.toString('utf8')
        const value = messagesOf(pair, 2)[0]?.toString('utf8')
        if (name !== undefined && value !== undefined) fields[name] = JSON.parse(value)
      }
    }
  } catch {
    return undefined
  }
  return fields
}

export function encodeResponse(outcome: Exclude<Outcome, { type: 'lost' }>): Buffer {
  switch (outcome.type) {
    case 'system':
      return Buffer.concat([Buffer.from([0x18]), varint(BigInt(outcome.code))])
    case 'picture':
      return response(outcome.picture.bytes, outcome.picture.contentType)
    default:
      return response(Buffer.from(JSON.stringify(outcome.reply)), 'application/json')
  }
}

function response(data: Buffer, contentType: string): Buffer {
  const type = Buffer.from(contentType)
  return Buffer.concat([
    Buffer.from([0x0a]),
    varint(BigInt(data.length)),
    data,
    Buffer.from([0x12]),
    varint(BigInt(type.length)),
    type,
    // The status of HTTP that WeChat gave.
    Buffer.from([0x20]),
    varint(200n),
  ])
}

/** The contents of one field wherever it occurs; throws on bytes that end too soon. */
function messagesOf(bytes: Buffer, wanted: number): Buffer[] {
  const found: Buffer[] = []
  let at = 0
  const number = () => {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]
      if (byte === undefined || shift > 28) throw new RangeError('not a message')
      value += (byte & 0x7f) * 2 ** shift
      if (byte < 0x80) return value
    }
  }
  while (at < bytes.length) {
    const tag = number()
    if ((tag & 7) === 0) {
      number()
      continue
    }
    if ((tag & 7) !== 2) throw new RangeError('not a message')
    const length = number()
    if (at + length > bytes.length) throw new RangeError('not a message')
    if (tag >> 3 === wanted) found.push(bytes.subarray(at, at + length))
    at += length
  }
  return found
}

/** A whole number in groups of seven bits; a negative one as its 64 bits. */
function varint(value: bigint): Buffer {
  const bytes: number[] = []
  let left = BigInt.asUintN(64, value)
  do {
    bytes.push(Number(left & 0x7fn) | (left > 0x7fn ? 0x80 : 0))
    left >>= 7n
  } while (left > 0n)
  return Buffer.from(bytes)
}
