import type { IncomingMessage } from 'node:http'
import { CloudError } from '../codes'
import { isPlainObject } from '../documents/key'
import type { Body } from '../documents/request'
import { adminBodyBytesMax } from '../limits'
import { readBytes } from './router'

/** The body of a request of the server SDK: JSON, or a form where it carries bytes. */
export async function readAdminBody(request: IncomingMessage): Promise<Body> {
  const bytes = await readBytes(request, adminBodyBytesMax)
  if (bytes === undefined) {
    throw new CloudError('EXCEED_MAX_PAYLOAD_SIZE', 'the request is too large')
  }
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)/.exec(
    request.headers['content-type'] ?? '',
  )
  if (boundary !== null) return readForm(bytes, boundary[1] ?? '')
  let body: unknown
  try {
    body = JSON.parse(bytes.toString('utf8'))
  } catch {
    throw new CloudError('INVALID_PARAM', 'the body is not valid JSON')
  }
  if (!isPlainObject(body)) throw new CloudError('INVALID_PARAM', 'the body must be an object')
  return body
}

/** Parts of a form as text, except `requestData`, whose bytes need not be text. */
function readForm(bytes: Buffer, boundary: string): Body {
  const body: Body = {}
  const mark = Buffer.from(`--${boundary}`)
  let start = bytes.indexOf(mark)
  while (start >= 0) {
    const end = bytes.indexOf(mark, start + mark.length)
    if (end < 0) break
    const part = bytes.subarray(start + mark.length + 2, end - 2)
    const gap = part.indexOf('\r\n\r\n')
    const name = /name="([^"]*)"/.exec(part.subarray(0, Math.max(gap, 0)).toString('utf8'))?.[1]
    if (name !== undefined) {
      const value = part.subarray(gap + 4)
      body[name] = name === 'requestData' ? value : value.toString('utf8')
    }
    start = end
  }
  return body
}
