import type { RegistrationState } from '../../../types/event'
import type { EventDoc, PendingMove, RegistrationDoc } from '../../db/documents'
import type { Tx } from '../../db/transact'
import { partyOf } from '../../domain/events/event'
import { deltaOf } from '../../domain/events/states'
import { type Claim, claim, isWritten, settle } from '../../domain/events/tally'
import type { Outcome } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { hashed } from '../../runtime/ids'

/** A move of one person's part, from its claim on the seats to the end of the call. */
export type Plan = {
  to: RegistrationState | null
  claimed: (Claim & { eventId: string; who: string }) | null
}

export const noPlan = (): Plan => ({ to: null, claimed: null })

/** The same for one call however often it is sent again. */
export const stepOf = (newId: (purpose: string) => string): string =>
  hashed('step', newId('step').slice(10))

/**
 * Notes the move and takes what it needs; false when the seats are not there. An earlier try of this
 * very call, whose answer was lost, may have noted another: a seat that is gone for everybody else, or
 * a place in line. Then that is what is planned.
 */
export async function take(
  plan: Plan,
  event: EventDoc,
  who: { userId: string; guests: number },
  step: string,
  [from, to]: [from: RegistrationState | undefined, to: RegistrationState],
  when: Record<string, unknown> = {},
): Promise<boolean> {
  const delta = deltaOf(from, to, partyOf(who))
  const claimed = await claim(event._id, who.userId, step, { to, delta }, when)
  if (claimed === null) return false
  plan.to = claimed.note.to
  plan.claimed = { ...claimed, eventId: event._id, who: who.userId }
  return true
}

/** The note that the plan's move is written under: to be named by what it moves. */
export const noteOf = ({ claimed }: Plan): PendingMove => (claimed ?? refuse('not_registered')).note

/**
 * Settles what the plan has claimed, if anything. What an earlier try of the call has done under a note
 * of its own is not done once more; a note that another try may still be using is left to the timer.
 */
export async function settlePlan({ claimed }: Plan, outcome: Outcome): Promise<void> {
  if (!claimed) return
  const { eventId, who, note, isFresh } = claimed
  if (outcome === 'refused' && !isFresh) return
  const isDone =
    outcome === 'done' || (outcome === 'repeated' && (await isWritten(eventId, who, note)))
  await settle(eventId, who, note, isDone)
}

/**
 * The registration inside the transaction, as it was when its move was noted. Refuses when it has been
 * moved in between: what was claimed is what it was then.
 */
export async function loadUnmoved(
  tx: Tx,
  { _id, state, step }: RegistrationDoc,
  code: 'not_registered' | 'seat_gone' = 'not_registered',
): Promise<RegistrationDoc> {
  const current = await tx.get('registrations', _id)
  return current?.state === state && current.step === step ? current : refuse(code)
}
