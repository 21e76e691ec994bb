import { createHmac } from 'node:crypto'
import { DOOR_CODE_SECONDS } from '../../../types/event-door'

/** Characters of a signature: 96 bits and more, and short enough for a small picture. */
const MARK_CHARS = 16

const mark = (key: string, ...parts: string[]): string =>
  createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url').slice(0, MARK_CHARS)

const windowOf = (at: Date) => Math.floor(at.getTime() / (DOOR_CODE_SECONDS * 1000))

/** The code at the door for the window of this instant, and until when it is taken. */
export function doorCode(key: string, eventId: string, at: Date): { code: string; until: Date } {
  const window = windowOf(at)
  return {
    code: `hzd.${window}.${mark(key, 'door', eventId, String(window))}`,
    until: new Date((window + 2) * DOOR_CODE_SECONDS * 1000),
  }
}

/** A code is good in its own window and in the next one: so long does a scan take. */
export function readDoorCode(
  key: string,
  eventId: string,
  code: string,
  at: Date,
): 'good' | 'stale' | 'wrong' {
  const [kind, window = '', signed] = code.split('.')
  if (kind !== 'hzd' || !/^\d{1,12}$/.test(window)) return 'wrong'
  if (signed !== mark(key, 'door', eventId, window)) return 'wrong'
  const age = windowOf(at) - Number(window)
  return age === 0 || age === 1 ? 'good' : 'stale'
}

/** A member's own code for a steward to scan. */
export const ticketCode = (key: string, eventId: string, userId: string): string =>
  `hzt.${userId}.${mark(key, 'ticket', eventId, userId)}`

/** Whose ticket it is; null when it is none of this event. */
export function readTicket(key: string, eventId: string, code: string): string | null {
  const [kind, userId = ''] = code.split('.')
  return kind === 'hzt' && code === ticketCode(key, eventId, userId) ? userId : null
}

/** What a certificate is verified by: told to its owner, not to be guessed from anything shown. */
export const certificateCode = (key: string, eventId: string, userId: string): string =>
  `hzc${mark(key, 'certificate', eventId, userId)}`
