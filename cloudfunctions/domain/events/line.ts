import { SEAT_OFFER_MINUTES } from '../../../types/event-form'
import type { EventDoc, RegistrationDoc, TallyDoc } from '../../db/documents'
import { hashed, timeOf } from '../../runtime/ids'
import { hasStarted, partyOf } from './event'
import { promotesFor } from './new-event'
import { arrivalOf } from './seat-card'
import type { Step } from './states'
import { CLAIM_LIFE_MS } from './tally'

/** Whether free seats go to who waits without the organiser: not where they pick, nor once it has begun. */
export const isPromoting = (event: EventDoc, at: Date): boolean =>
  event.state === 'published' && !hasStarted(event, at) && promotesFor(event.form)

/** The longest waiting whose party fits: no seat stays empty while somebody waits who could have it. */
export const firstThatFits = (
  line: readonly RegistrationDoc[],
  free: number,
): RegistrationDoc | undefined => line.find((part) => partyOf(part) <= free)

/**
 * Those of the line before whom nobody can come any more. Whoever claimed a place first may be written
 * last: so nobody is given a seat who arrived after a place that is still on its way, or after the
 * tally was read, which must have been before the line was. Who has waited for CLAIM_LIFE_MS arrived
 * before that by any clock.
 */
export function certain(
  { pending, joinedAt }: Pick<TallyDoc, 'pending' | 'joinedAt'>,
  line: readonly RegistrationDoc[],
  at: Date,
): RegistrationDoc[] {
  const known = timeOf(new Date(Math.max(joinedAt.getTime(), at.getTime() - CLAIM_LIFE_MS)))
  const written = new Set(line.map(({ step }) => step))
  const onTheirWay = Object.values(pending)
    .filter(({ id, undo }) => undo.waiting < 0 && !written.has(id))
    .map(({ at }) => timeOf(at))
  return line.filter((part) => {
    const arrival = arrivalOf(part)
    return arrival <= known && onTheirWay.every((other) => arrival < other)
  })
}

/**
 * Who is given a seat next: who was already being given one by a try that ended in between, whose seat
 * is taken for nobody else; otherwise the longest waiting who fits.
 */
export function nextOf(
  event: EventDoc,
  tally: Pick<TallyDoc, 'free' | 'pending' | 'joinedAt'>,
  line: readonly RegistrationDoc[],
  at: Date,
): RegistrationDoc | undefined {
  const begun = line.find(
    (part) => tally.pending[part.userId]?.step === giftFor(event, part, at).stepId,
  )
  return begun ?? firstThatFits(certain(tally, line, at), tally.free)
}

/** What giving a seat to one who waits does: at once, or as an offer to be answered in time. */
export function giftFor(event: EventDoc, part: RegistrationDoc, at: Date) {
  const isOffer = event.form.waitlist === 'timedOffer'
  const minutes = event.form.offerMinutes || SEAT_OFFER_MINUTES.usual
  const until = new Date(Math.min(at.getTime() + minutes * 60_000, event.startsAt.getTime()))
  const step = isOffer ? ('offer' as const) : ('give' as const)
  return {
    step,
    stepId: stepFrom(step, part),
    to: isOffer ? ('offered' as const) : ('seated' as const),
    change: { offeredUntil: isOffer ? until : null },
    news: isOffer ? ('event_seat_offered' as const) : ('event_seat_given' as const),
  }
}

/**
 * The id of a step that nobody's call names: made of the part as it stands, so that two who take the
 * same step at once (the timer twice, the timer and a phone) take it once.
 */
export const stepFrom = (step: Step, part: RegistrationDoc): string =>
  hashed('timer', step, part._id, part.step, part.state)
