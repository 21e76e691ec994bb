import * as v from 'valibot'
import { onEvent, onRegistration, reason } from './event-inputs'
import { done, id, instant, person } from './shape'

/** A door code is drawn anew every so many seconds; a photograph of it is useless two windows later. */
export const DOOR_CODE_SECONDS = 30
/** The door opens so long before the start, and stays open so long after the end. */
export const DOOR_OPENS_MINUTES_BEFORE = 60
export const DOOR_CLOSES_MINUTES_AFTER = 120
/** Arriving later than this after the start is recorded as late. */
export const LATE_AFTER_MINUTES = 15

/** A scanned code: what the phone read, nothing decided yet. */
const scanned = v.pipe(v.string(), v.maxLength(200))

/** Part of the domain `event`. */
export const eventDoorCalls = {
  /** The code a steward's phone shows at the door now, and for how long it is taken. */
  'event.getDoorCode': {
    kind: 'read',
    scope: 'member',
    input: v.object(onEvent),
    output: v.object({
      code: v.string(),
      /** Until then another one is to be shown; in seconds, for phones' clocks are not ours. */
      validSeconds: v.number(),
      attended: v.number(),
      expected: v.number(),
    }),
  },
  /** A member's own code for a steward to scan. */
  'event.getTicket': {
    kind: 'read',
    scope: 'member',
    input: v.object(onEvent),
    output: v.object({ code: v.string() }),
  },
  /** A member has scanned the code at the door. */
  'event.attend': {
    kind: 'write',
    scope: 'member',
    input: v.object({ ...onEvent, code: scanned }),
    output: v.object({ isLate: v.boolean() }),
  },
  /**
   * A steward lets somebody in: by the code on their phone or by name. `at` is when it was done, for
   * what was kept while there was no network; it must lie within the door's hours and not ahead.
   */
  'event.admit': {
    kind: 'write',
    scope: 'member',
    input: v.object({
      ...onEvent,
      by: v.variant('way', [
        v.object({ way: v.literal('code'), code: scanned }),
        v.object({ way: v.literal('name'), registrationId: id }),
      ]),
      at: instant,
    }),
    output: v.object({ member: person, isLate: v.boolean(), guests: v.number() }),
  },
  /** A steward takes back a wrong arrival; it stays in the log. */
  'event.undoAttendance': {
    kind: 'write',
    pace: 'duty',
    scope: 'member',
    input: v.object({ ...onRegistration, reason }),
    output: done,
  },
} as const
