import { BSON, BSONRegExp, Double, EJSON, Int32, Long } from 'bson'
import { CloudError, requestFailed } from '../codes'
import { documentBytesMax, documentDepthMax } from '../limits'
import { isPlainObject } from './key'
import { toRegExp } from './regular-expression'

export type Document = Record<string, unknown>

/** Reads the SDK's EJSON text into plain values: numbers, dates, regular expressions, ObjectIds. */
export function parseEjson(text: unknown, what: string): unknown {
  if (typeof text !== 'string') throw new CloudError('INVALID_PARAM', `${what} must be a string`)
  try {
    return EJSON.parse(text)
  } catch {
    throw new CloudError('INVALID_PARAM', `${what} is not valid EJSON`)
  }
}

/** A document as the SDK reads it. */
export function toEjson(value: unknown): string {
  return EJSON.stringify(value, { relaxed: false })
}

/** A document as a person reads it: dates as text, numbers as numbers. */
export function toReadable(value: unknown): unknown {
  return EJSON.serialize(value, { relaxed: true })
}

/**
 * Makes parsed values ready for storing and matching: server dates get the cloud's time, wrapped
 * numbers and regular expressions become JavaScript's own.
 */
export function settle(value: unknown, nowMs: number, depth = 0): unknown {
  if (depth > documentDepthMax) throw requestFailed('the value is nested too deeply')
  if (Array.isArray(value)) return value.map((item) => settle(item, nowMs, depth + 1))
  if (value instanceof BSONRegExp) return toRegExp(value.pattern, value.options)
  // Global and sticky expressions remember where they stopped: a query must not.
  if (value instanceof RegExp) return toRegExp(value.source, value.flags.replace(/[^ims]/g, ''))
  if (value instanceof Int32 || value instanceof Double) return value.valueOf()
  if (value instanceof Long) return value.toNumber()
  if (!isPlainObject(value)) return value
  const serverDate = value.$tcb_server_date
  if (serverDate !== undefined) {
    const offset = isPlainObject(serverDate) ? Number(serverDate.offset ?? 0) : 0
    return new Date(nowMs + offset)
  }
  const settled: Document = {}
  for (const [name, item] of Object.entries(value)) {
    if (name === '__proto__') throw requestFailed("the field name '__proto__' is not allowed")
    if (item !== undefined) settled[name] = settle(item, nowMs, depth + 1)
  }
  return settled
}

/** Refuses what MongoDB refuses as a stored field name. */
export function checkFieldNames(value: unknown): void {
  if (Array.isArray(value)) {
    for (const item of value) checkFieldNames(item)
    return
  }
  if (!isPlainObject(value)) return
  for (const [name, item] of Object.entries(value)) {
    if (name.startsWith('$')) {
      throw requestFailed(`The dollar ($) prefixed field '${name}' is not valid for storage.`)
    }
    if (name.includes('\0')) throw requestFailed('a field name must not contain a null character')
    checkFieldNames(item)
  }
}

export function encodeDocument(document: Document): Buffer {
  const bytes = BSON.serialize(document, { ignoreUndefined: true })
  if (bytes.length > documentBytesMax) {
    throw requestFailed(`object to insert too large. size in bytes: ${bytes.length}`)
  }
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

export function decodeDocument(bytes: Buffer): Document {
  return BSON.deserialize(bytes)
}
