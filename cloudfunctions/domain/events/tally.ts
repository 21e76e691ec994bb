import { randomUUID } from 'node:crypto'
import type { RegistrationState } from '../../../types/event'
import type { PendingMove, TallyDoc } from '../../db/documents'
import { exists, gte, serverDate, store } from '../../db/store'
import { Busy } from '../../db/transact'
import { now } from '../../runtime/clock'
import { hashed } from '../../runtime/ids'
import type { Delta } from './states'

/**
 * Seats are moved in three steps, each of which may be the last before a crash:
 *
 * 1. `claim`: one conditional update takes what the move needs and notes it under the person's name,
 *    with an id of its own and what to give back;
 * 2. the registration is written in a transaction of its own and names the note;
 * 3. `settle`: one update clears the note and gives what the move frees, or gives back.
 *
 * Whoever finds a note (`resolve`: the timer, or the same person's next call) knows by the
 * registration whether step 2 happened. So every move of a part before the door is noted, also one
 * that takes and frees nothing: while a note stands nobody else moves that part, and what is noted
 * once more for a move that is done already is told from it by its id.
 *
 * No transaction ever touches the tally, so a rush for the last seats meets no conflicts, and the
 * condition of step 1 holds whatever happens at once.
 */

/** A note older than this whose registration does not name it: its transaction cannot commit any more. */
export const CLAIM_LIFE_MS = 120_000

/** Who a move is noted under: a person, or the change of the capacity. */
export const CAPACITY = 'capacity'

export const noSeats: Delta = { free: 0, waiting: 0, capacity: 0 }

/** What is taken at once, and what is given only when the move is done. */
function split(delta: Delta): { taken: Delta; later: Delta } {
  const isLess = delta.free < 0
  const taken: Delta = {
    free: isLess ? delta.free : 0,
    waiting: Math.max(0, delta.waiting),
    capacity: isLess ? delta.capacity : 0,
  }
  return {
    taken,
    later: {
      free: delta.free - taken.free,
      waiting: delta.waiting - taken.waiting,
      capacity: delta.capacity - taken.capacity,
    },
  }
}

const negative = ({ free, waiting, capacity }: Delta): Delta => ({
  free: 0 - free,
  waiting: 0 - waiting,
  capacity: 0 - capacity,
})

/** A note, and whether it was made now or found as an earlier try of the same step had left it. */
export type Claim = { note: PendingMove; isFresh: boolean }

/**
 * Takes what a move needs; answers the note of it. Null when there are not so many free seats (or,
 * with `when`, what else must hold does not). The same step again finds its own note,
 * which may be of another move than is asked for now. Throws `Busy`
 * while another move of the same person is on its way.
 */
export async function claim(
  eventId: string,
  who: string,
  step: string,
  { to, delta }: { to: RegistrationState | null; delta: Delta },
  when: Record<string, unknown> = {},
): Promise<Claim | null> {
  const { taken, later } = split(delta)
  const path = `pending.${who}`
  const id = hashed('note', randomUUID())
  const claimed = await store.amend('tallies', eventId, {
    when: {
      ...when,
      [path]: exists(false),
      ...(taken.free < 0 ? { free: gte(0 - taken.free) } : {}),
    },
    add: { ...taken, inFlight: 1 },
    set: {
      ...(delta.waiting > 0 ? { joinedAt: serverDate() } : {}),
      [`${path}.id`]: id,
      [`${path}.step`]: step,
      [`${path}.to`]: to,
      [`${path}.at`]: serverDate(),
      [`${path}.done`]: later,
      [`${path}.undo`]: negative(taken),
    },
  })
  const made = claimed?.pending[who]
  if (made) return { note: made, isFresh: true }
  const found = await store.get('tallies', eventId)
  const other = found?.pending[who]
  if (!found || !other) return null
  if (other.step === step) return { note: other, isFresh: other.id === id }
  await resolveOne(eventId, who, other)
  throw new Busy('another move of the same person is on its way')
}

/** Clears a note and gives what is due. Once: whoever comes second finds it cleared. */
export async function settle(
  eventId: string,
  who: string,
  { id, done, undo }: PendingMove,
  isDone: boolean,
): Promise<void> {
  await store.amend('tallies', eventId, {
    when: { [`pending.${who}.id`]: id },
    add: { ...(isDone ? done : undo), inFlight: -1 },
    remove: [`pending.${who}`],
  })
}

/** Finishes what crashes have left; a move that may still be on its way is let be. Answers how many. */
export async function resolve({ _id, pending }: TallyDoc): Promise<number> {
  let resolved = 0
  for (const [who, note] of Object.entries(pending)) {
    if (await resolveOne(_id, who, note)) resolved += 1
  }
  return resolved
}

async function resolveOne(eventId: string, who: string, note: PendingMove): Promise<boolean> {
  const isDone = await isWritten(eventId, who, note)
  if (!isDone && now().getTime() - note.at.getTime() < CLAIM_LIFE_MS) return false
  await settle(eventId, who, note, isDone)
  return true
}

/** Whether the move of a note is done: what it moves names the note. */
export async function isWritten(
  eventId: string,
  who: string,
  { id }: PendingMove,
): Promise<boolean> {
  const target =
    who === CAPACITY
      ? await store.get('events', eventId)
      : await store.get('registrations', `${eventId}:${who}`)
  return target?.step === id
}
