import type { CallInput } from '../../types/contract'
import { storage } from '../platform/storage'

type Admit = CallInput<'event.admit'>

/** An arrival that could not be sent yet, as it will be: with the time at which it was taken. */
export interface Waiting {
  input: Admit
  /** Whom it is about, where the phone knows it. */
  name: string
}

const slotOf = (eventId: string) => `door:${eventId}`

/** What stands in a slot; nothing where it is broken. */
function listIn<T>(slot: string): T[] {
  try {
    const kept: unknown = JSON.parse(storage.get(slot) ?? '[]')
    return Array.isArray(kept) ? (kept as T[]) : []
  } catch {
    return []
  }
}

/** What this phone has taken at the door of an event and not sent yet, oldest first. */
export const waitingAt = (eventId: string): Waiting[] => listIn(slotOf(eventId))

export const isSame = (one: Waiting, other: Waiting) =>
  JSON.stringify(one.input.by) === JSON.stringify(other.input.by)

/** Keeps an arrival until it is sent; the same person or code twice is kept once, at its first time. */
export function keep(eventId: string, arrival: Waiting): Waiting[] {
  const before = waitingAt(eventId)
  if (before.some((one) => isSame(one, arrival))) return before
  return put(eventId, [...before, arrival])
}

/** Takes an arrival out: it was sent, or will never be taken. */
export const drop = (eventId: string, arrival: Waiting): Waiting[] =>
  put(
    eventId,
    waitingAt(eventId).filter((one) => !isSame(one, arrival)),
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
export const keptGuests = (eventId: string): Guest[] => listIn(listSlot(eventId))

export const keepGuests = (eventId: string, guests: readonly Guest[]): void =>
  storage.set(listSlot(eventId), JSON.stringify(guests))

/** A door that this phone has stood at: the way back to it where nothing can be asked. */
export interface KeptDoor {
  communityId: string
  eventId: string
  title: string
  closesAt: string
}

const DOORS = 'doors'

/** Doors that are open still, or of which something is to be sent. */
export const keptDoors = (now: Date = new Date()): KeptDoor[] =>
  listIn<KeptDoor>(DOORS).filter(
    ({ eventId, closesAt }) =>
      Date.parse(closesAt) > now.getTime() || waitingAt(eventId).length > 0,
  )

/** The way to a door and the names there do not stay on the phone when it has closed. */
export function forgetClosedDoors(now: Date = new Date()): void {
  const open = keptDoors(now)
  for (const { eventId } of listIn<KeptDoor>(DOORS)) {
    if (!open.some((one) => one.eventId === eventId)) storage.remove(listSlot(eventId))
  }
  if (open.length === 0) storage.remove(DOORS)
  else storage.set(DOORS, JSON.stringify(open))
}

export function keepDoor(door: KeptDoor, now: Date = new Date()): void {
  forgetClosedDoors(now)
  const others = keptDoors(now).filter(({ eventId }) => eventId !== door.eventId)
  storage.set(DOORS, JSON.stringify([door, ...others]))
}
