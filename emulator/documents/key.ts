import { Binary, Decimal128, Long, ObjectId } from 'bson'
import { requestFailed } from '../codes'

/**
 * Values as bytes whose order is MongoDB's order of values, types included. An encoding is never
 * the beginning of another one, so compound keys are plain concatenations, and a descending
 * component is the same bytes inverted. Missing and null are one value, as in an index there.
 */

export const typeByte = {
  emptyArray: 0x08,
  null: 0x10,
  number: 0x20,
  string: 0x30,
  object: 0x40,
  array: 0x50,
  binary: 0x60,
  objectId: 0x70,
  boolean: 0x80,
  date: 0x90,
  other: 0xa0,
  regexp: 0xb0,
  /** Cells of a geo index; no value has this type. */
  geo: 0xc0,
} as const

/** Greater than the first byte of any component, in both directions. */
export const afterAny = 0xff

export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const prototype = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/** The type bracket of a value: comparisons reach only values of the same one. */
export function typeOf(value: unknown): number {
  switch (typeof value) {
    case 'undefined':
      return typeByte.null
    case 'number':
    case 'bigint':
      return typeByte.number
    case 'string':
      return typeByte.string
    case 'boolean':
      return typeByte.boolean
    default:
  }
  if (value === null) return typeByte.null
  if (Array.isArray(value)) return typeByte.array
  if (value instanceof Date) return typeByte.date
  if (value instanceof RegExp) return typeByte.regexp
  if (value instanceof ObjectId) return typeByte.objectId
  if (value instanceof Binary || value instanceof Uint8Array) return typeByte.binary
  if (value instanceof Long || value instanceof Decimal128) return typeByte.number
  return isPlainObject(value) ? typeByte.object : typeByte.other
}

/** One value as ordered bytes. */
export function encodeKey(value: unknown): Buffer {
  const parts: Buffer[] = []
  append(value, parts, 0)
  return parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts)
}

/** MongoDB's total order of values; 0 is its equality, key order of objects included. */
export function compareValues(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') {
    if (a === b) return 0
    if (a < b) return -1
    if (a > b) return 1
  } else if (a === b) {
    return 0
  }
  const byType = typeOf(a) - typeOf(b)
  return byType !== 0 ? byType : Buffer.compare(encodeKey(a), encodeKey(b))
}

/** Turns an ascending component into a descending one. */
export function invert(bytes: Buffer): Buffer {
  const inverted = Buffer.allocUnsafe(bytes.length)
  for (let i = 0; i < bytes.length; i++) inverted[i] = 0xff - (bytes[i] as number)
  return inverted
}

function append(value: unknown, parts: Buffer[], depth: number): void {
  if (depth > 100) throw requestFailed('a key is nested too deeply')
  const type = typeOf(value)
  switch (type) {
    case typeByte.null:
      parts.push(Buffer.of(type))
      return
    case typeByte.number:
      parts.push(encodeNumber(type, Number(String(value))))
      return
    case typeByte.date:
      parts.push(encodeNumber(type, (value as Date).getTime()))
      return
    case typeByte.boolean:
      parts.push(Buffer.of(type, value ? 1 : 0))
      return
    case typeByte.string:
      parts.push(Buffer.of(type), escapeZeros(Buffer.from(value as string, 'utf8')))
      return
    case typeByte.objectId:
      parts.push(Buffer.of(type), Buffer.from((value as ObjectId).id))
      return
    case typeByte.binary: {
      const bytes = value instanceof Binary ? value.value() : (value as Uint8Array)
      parts.push(Buffer.of(type), escapeZeros(Buffer.from(bytes)))
      return
    }
    case typeByte.array:
      parts.push(Buffer.of(type))
      for (const item of value as unknown[]) append(item, parts, depth + 1)
      parts.push(Buffer.of(0))
      return
    case typeByte.object:
      parts.push(Buffer.of(type))
      for (const [name, item] of Object.entries(value as object)) {
        parts.push(Buffer.of(typeOf(item)), escapeZeros(Buffer.from(name, 'utf8')))
        append(item, parts, depth + 1)
      }
      parts.push(Buffer.of(0))
      return
    default:
      parts.push(Buffer.of(type), escapeZeros(Buffer.from(String(value), 'utf8')))
  }
}

/** IEEE 754, made ordered: positive numbers get the sign bit, negative ones are inverted. */
function encodeNumber(type: number, number: number): Buffer {
  const bytes = Buffer.alloc(9)
  bytes[0] = type
  if (Number.isNaN(number)) return bytes
  bytes.writeDoubleBE(number === 0 ? 0 : number, 1)
  if (((bytes[1] as number) & 0x80) === 0) {
    bytes[1] = (bytes[1] as number) | 0x80
    return bytes
  }
  for (let i = 1; i < 9; i++) bytes[i] = 0xff - (bytes[i] as number)
  return bytes
}

/** Zero bytes become 00 FF, the end is 00 00: shorter sorts before longer. */
function escapeZeros(bytes: Buffer): Buffer {
  if (!bytes.includes(0)) return Buffer.concat([bytes, Buffer.of(0, 0)])
  const escaped: number[] = []
  for (const byte of bytes) {
    escaped.push(byte)
    if (byte === 0) escaped.push(0xff)
  }
  escaped.push(0, 0)
  return Buffer.from(escaped)
}
