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
  // A claim of an earlier try of this very call may be of the other kind: a place in line.
  const isLine = delta.free < 0 && noted.undo.free === 0
  plan.to = isLine ? 'waiting' : to
  plan.at = noted.at
  plan.claimed = {
    eventId: event._id,
    who: who.userId,
    step,
    delta: isLine ? deltaOf(from, 'waiting', partyOf(who)) : delta,
  }
  return noted
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
