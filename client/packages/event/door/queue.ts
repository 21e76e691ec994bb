import type { CallInput } from '../../../../types/contract'
import { storage } from '../../../platform/storage'

type Admit = CallInput<'event.admit'>

/** An arrival that could not be sent yet, as it will be: with the time at which it was taken. */
export interface Waiting {
  input: Admit
  /** Whom it is about, where the phone knows it. */
  name: string
}

const slotOf = (eventId: string) => `door:${eventId}`

/** What this phone has taken at the door of an event and not sent yet, oldest first. */
export function waitingAt(eventId: string): Waiting[] {
  try {
    const kept: unknown = JSON.parse(storage.get(slotOf(eventId)) ?? '[]')
    return Array.isArray(kept) ? (kept as Waiting[]) : []
  } catch {
    return []
  }
}

const same = (one: Waiting, other: Waiting) =>
  JSON.stringify(one.input.by) === JSON.stringify(other.input.by)

/** Keeps an arrival until it is sent; the same person or code twice is kept once, at its first time. */
export function keep(eventId: string, arrival: Waiting): Waiting[] {
  const before = waitingAt(eventId)
  if (before.some((one) => same(one, arrival))) return before
  return put(eventId, [...before, arrival])
}

/** Takes an arrival out: it was sent, or will never be taken. */
export const drop = (eventId: string, arrival: Waiting): Waiting[] =>
  put(
    eventId,
    waitingAt(eventId).filter((one) => !same(one, arrival)),
  )

function put(eventId: string, list: Waiting[]): Waiting[] {
  if (list.length === 0) storage.remove(slotOf(eventId))
  else storage.set(slotOf(eventId), JSON.stringify(list))
  return list
}

export interface Guest {
  registrationId: string
  name: string
  guests: number
  isIn: boolean
}

const listSlot = (eventId: string) => `door-list:${eventId}`

/** The list of names as it was last read, for a door without network. */
export function keptGuests(eventId: string): Guest[] {
  try {
    const kept: unknown = JSON.parse(storage.get(listSlot(eventId)) ?? '[]')
    return Array.isArray(kept) ? (kept as Guest[]) : []
  } catch {
    return []
  }
}

export const keepGuests = (eventId: string, guests: readonly Guest[]): void =>
  storage.set(listSlot(eventId), JSON.stringify(guests))
