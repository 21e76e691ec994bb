import type { RegistrationState } from '../../../types/event'
import type { EventDoc, PendingMove, RegistrationDoc } from '../../db/documents'
import type { Tx } from '../../db/transact'
import { partyOf } from '../../domain/events/event'
import { type Delta, deltaOf, mayStep, type Step } from '../../domain/events/states'
import { claim, settleDelta } from '../../domain/events/tally'
import { refuse } from '../../runtime/errors'
import { hashed } from '../../runtime/ids'

/** A move of one person's part, from its claim on the seats to the end of the call. */
export type Plan = {
  to: RegistrationState | null
  at: Date | null
  claimed: { eventId: string; who: string; step: string; delta: Delta } | null
}

export const noPlan = (): Plan => ({ to: null, at: null, claimed: null })

/** The same for one call however often it is sent again. */
export const stepOf = (newId: (purpose: string) => string): string =>
  hashed('step', newId('step').slice(10))

/** Takes what the move needs; null when the seats are not there. */
export async function take(
  plan: Plan,
  event: EventDoc,
  who: { userId: string; guests: number },
  step: string,
  [from, to]: [from: RegistrationState | undefined, to: RegistrationState],
  when: Record<string, unknown> = {},
): Promise<PendingMove | null> {
  const delta = deltaOf(from, to, partyOf(who))
  const noted = await claim(event._id, who.userId, step, delta, when)
  if (noted === null) return null
  const became = claimedFor(to, noted)
  plan.to = became
  plan.at = noted.at
  plan.claimed = {
    eventId: event._id,
    who: who.userId,
    step,
    delta: became === to ? delta : deltaOf(from, became, partyOf(who)),
  }
  return noted
}

/**
 * What the note stands for: an earlier try of this very call, whose answer was lost, may have claimed
 * the other of the two, a seat that is gone for everybody else or a place in line.
 */
function claimedFor(to: RegistrationState, { undo }: PendingMove): RegistrationState {
  if (to === 'seated' && undo.waiting < 0) return 'waiting'
  if (to === 'waiting' && undo.free > 0) return 'seated'
  return to
}

/** Settles what the plan has claimed, if anything. */
export async function settlePlan({ claimed }: Plan, isDone: boolean): Promise<void> {
  if (!claimed) return
  const { eventId, who, step, delta } = claimed
  await settleDelta(eventId, who, step, delta, isDone)
}

/** The registration as it is inside the transaction. Refuses when the step is not possible any more. */
export async function loadPart(
  tx: Tx,
  id: string,
  step: Step,
  code: 'not_registered' | 'seat_gone' | 'already_attended' = 'not_registered',
): Promise<RegistrationDoc> {
  const registration = await tx.get('registrations', id)
  if (!registration || !mayStep(step, registration.state)) return refuse(code)
  return registration
}
