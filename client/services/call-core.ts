import type { RefusalCode, RefusalParams, Reply } from '../../types/errors'
import type { DeviceStorage } from '../platform/types'

/** What a page may have to tell: a refusal of the cloud, or that no answer came. */
export type CallErrorCode = RefusalCode | 'network'

/** A call that gave no data. `requestId` leads to the cloud's log; empty when no answer came. */
export class CallError extends Error {
  readonly code: CallErrorCode
  readonly params: RefusalParams
  readonly requestId: string

  constructor(code: CallErrorCode, params: RefusalParams = {}, requestId = '') {
    super(code)
    this.name = 'CallError'
    this.code = code
    this.params = params
    this.requestId = requestId
  }
}

/** What the caller needs of the world; tests hand in their own. */
export interface CallerParts {
  send(functionName: string, data: object): Promise<unknown>
  storage: DeviceStorage
  wait(ms: number): Promise<void>
  now(): number
  random(): number
}

export interface Caller {
  read(name: string, input: unknown, group?: unknown): Promise<unknown>
  write(name: string, input: unknown, group?: unknown): Promise<unknown>
}

const TRIES = 3
const BACKOFF_MS = 400
const KEY_PREFIX = 'call:'
/** After a day an unanswered write is given up: the same words again mean a new wish by then. */
const KEY_AGE_MAX_MS = 24 * 3_600_000

/** Answers that leave open whether the write was done, so that its key must not be lost. */
const isUndecided = (code: CallErrorCode) => code === 'network' || code === 'internal'

/**
 * The way of every call to the cloud. A write gets a key that is stored before the first sending and
 * forgotten only after an answer: a lost reply, a retry or a restart of the app repeat the same key,
 * and the cloud does the thing once. The same write while it is under way joins the first.
 */
export function createCaller(parts: CallerParts): Caller {
  const underWay = new Map<string, Promise<unknown>>()

  async function attempt(name: string, data: object): Promise<unknown> {
    const functionName = name.slice(0, name.indexOf('.'))
    let error = new CallError('network')
    for (let tries = 0; tries < TRIES; tries += 1) {
      if (tries > 0) await parts.wait(backoffMs(tries, parts.random()))
      const reply = await parts.send(functionName, data).catch(() => null)
      if (!isReply(reply)) continue
      if (reply.ok) return reply.data
      error = new CallError(reply.code, reply.params, reply.requestId)
      if (reply.code !== 'busy') break
    }
    throw error
  }

  const eventOf = (name: string, input: unknown, group: unknown, key?: string) => ({
    action: name.slice(name.indexOf('.') + 1),
    input,
    ...(key === undefined ? {} : { key }),
    ...(group === undefined ? {} : { group }),
  })

  return {
    read: (name, input, group) => attempt(name, eventOf(name, input, group)),
    write(name, input, group) {
      const slot = `${KEY_PREFIX}${name}:${hashOf(stableText(input))}`
      const running = underWay.get(slot)
      if (running) return running
      const key = keptKey(parts, slot)
      const sent = attempt(name, eventOf(name, input, group, key))
        .then(
          (data) => {
            parts.storage.remove(slot)
            return data
          },
          (error: CallError) => {
            if (!isUndecided(error.code)) parts.storage.remove(slot)
            throw error
          },
        )
        .finally(() => underWay.delete(slot))
      underWay.set(slot, sent)
      return sent
    },
  }
}

/** Doubles from try to try, half of it by chance so that phones do not return in step. */
const backoffMs = (tries: number, random: number) =>
  Math.round(BACKOFF_MS * 2 ** (tries - 1) * (0.5 + random / 2))

function keptKey({ storage, now, random }: CallerParts, slot: string): string {
  const [kept, at] = storage.get(slot)?.split(' ') ?? []
  if (kept && now() - Number(at) < KEY_AGE_MAX_MS) return kept
  const key = makeKey(random)
  storage.set(slot, `${key} ${now()}`)
  return key
}

/**
 * 128 bits in base32. It tells one person's wishes apart and is compared with nobody else's, so it
 * has to be distinct, not secret.
 */
export function makeKey(random: () => number): string {
  const digits = '0123456789abcdefghjkmnpqrstvwxyz'
  return Array.from({ length: 26 }, () => digits[Math.floor(random() * 32)]).join('')
}

/** JSON with sorted keys: the same input gives the same text, however it was put together. */
export function stableText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stableText).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const parts = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${stableText(item)}`)
  return `{${parts.join(',')}}`
}

/** 53 bits of a text (cyrb53): names a storage slot, guards nothing. */
function hashOf(text: string): string {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    a = Math.imul(a ^ unit, 2654435761)
    b = Math.imul(b ^ unit, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36)
}

/** Anything that is no reply of ours (a gateway's page, a cut body) counts as no answer. */
function isReply(value: unknown): value is Reply<unknown> {
  if (typeof value !== 'object' || value === null || !('ok' in value)) return false
  return value.ok === true || (value.ok === false && 'code' in value && 'requestId' in value)
}
