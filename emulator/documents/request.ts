import { CloudError } from '../codes'
import { queryLimitDefault, queryLimitMax } from '../limits'
import { isPlainObject } from './key'
import type { Sort } from './sorting'
import { type Document, parseEjson, settle } from './values'

/** The body of a request of the server SDK; every field is still to be checked. */
export type Body = Record<string, unknown>

export function readQuery(body: Body, nowMs: number): Document {
  if (body.query === undefined || body.query === '') return {}
  return readObject(body.query, 'query', nowMs)
}

export function readObject(text: unknown, what: string, nowMs: number): Document {
  const value = settle(parseEjson(text, what), nowMs)
  if (!isPlainObject(value)) throw new CloudError('INVALID_PARAM', `${what} must be an object`)
  return value
}

/** `{field: 1 | -1}`; the order of the names is the order of importance. */
export function readSort(body: Body): Sort {
  if (body.order === undefined || body.order === '') return []
  const order = parseEjson(body.order, 'order')
  const pairs: [string, unknown][] = Array.isArray(order)
    ? order.map((item) => [String(item?.field), item?.direction])
    : Object.entries(isPlainObject(order) ? order : {})
  return pairs.map(([path, direction]) => {
    if (direction === -1 || direction === 'desc') return [path, -1]
    if (direction === 1 || direction === 'asc') return [path, 1]
    throw new CloudError('INVALID_PARAM', `the order of '${path}' must be 1 or -1`)
  })
}

export function readProjection(body: Body): Document | undefined {
  if (body.projection === undefined || body.projection === '') return undefined
  return readObject(body.projection, 'projection', 0)
}

export function readLimit(body: Body): number {
  const limit = wholeNumber(body.limit, 'limit') ?? queryLimitDefault
  return Math.min(limit === 0 ? queryLimitDefault : limit, queryLimitMax)
}

export function readSkip(body: Body): number {
  return wholeNumber(body.offset, 'offset') ?? 0
}

function wholeNumber(value: unknown, what: string): number | undefined {
  if (value === undefined || value === null) return undefined
  if (!Number.isSafeInteger(value) || (value as number) < 0) {
    throw new CloudError('INVALID_PARAM', `${what} must be a whole number, 0 or more`)
  }
  return value as number
}
