import { isPlainObject } from '../documents/key'

/** What an interface is asked: the fields as the vendor's documentation names them. */
export type Fields = Record<string, unknown>

/** What an interface answers as JSON: `errcode` 0 and its fields. */
export type Reply = Record<string, unknown>

export interface Picture {
  contentType: string
  bytes: Buffer
}

/** A refusal of WeChat itself, with the number its documentation gives. */
export class WeChatError extends Error {
  readonly errcode: number
  constructor(errcode: number, message: string) {
    super(message)
    this.errcode = errcode
  }
}

/** Numbers with which the way to WeChat fails, before an interface is reached. */
export const systemFailures = {
  '-604100': 'API not found',
  '-604101': 'function has no permission to call this API',
  '-604102': 'call open API timeout',
  '-604103': 'call open API system error',
  '-604104': 'illegal source of invocation',
} as const

export type SystemFailure = keyof typeof systemFailures

export function isPicture(value: Reply | Picture): value is Picture {
  return Buffer.isBuffer((value as Picture).bytes)
}

/** A text that must be there; 44002 when it is missing, 47001 when it is no text. */
export function requireText(data: Fields, name: string): string {
  const value = data[name]
  if (value === undefined || value === null || value === '') {
    throw new WeChatError(44002, `empty post data: ${name}`)
  }
  if (typeof value !== 'string') throw new WeChatError(47001, `data format error: ${name}`)
  return value
}

/** The user a request is about; 40003 when it names none. */
export function requireOpenid(data: Fields, name = 'openid'): string {
  const value = data[name]
  if (typeof value !== 'string' || value === '') throw new WeChatError(40003, 'invalid openid')
  return value
}

export function requireOneOf<T>(data: Fields, name: string, values: readonly T[], errcode: number) {
  if (!values.includes(data[name] as T)) {
    throw new WeChatError(errcode, `invalid ${name}: ${values.join(', ')} expected`)
  }
  return data[name] as T
}

export function fieldsOf(value: unknown): Fields {
  return isPlainObject(value) ? value : {}
}
