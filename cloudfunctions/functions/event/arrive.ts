import type { EventDoc, RegistrationDoc } from '../../db/documents'
import type { Tx } from '../../db/transact'
import { certificateCode } from '../../domain/events/codes'
import { isLate } from '../../domain/events/event'
import { mayStep } from '../../domain/events/states'
import { refuse } from '../../runtime/errors'

/** Records that somebody is there, once. Refuses `already_attended`, and `not_registered` without a seat. */
export async function arrive(
  tx: Tx,
  event: EventDoc,
  part: RegistrationDoc | null,
  { at, byUserId, name }: { at: Date; byUserId: string; name: string },
): Promise<RegistrationDoc> {
  if (part?.eventId !== event._id) return refuse('not_registered')
  if (part.state === 'attended') return refuse('already_attended', { name })
  // Who was put down as missing may still come while the door is open; later it was a queue's word.
  if (!mayStep('attend', part.state)) return refuse('not_registered')
  const arrived: RegistrationDoc = {
    ...part,
    state: 'attended',
    attendedAt: at,
    isLate: isLate(event, at),
    ...(event.form.volunteerHours > 0 ? { hours: event.form.volunteerHours } : {}),
    ...(part.missedAtMs === undefined ? {} : { missedAtMs: 0 }),
    certificate: certificateCode(event.doorKey, event._id, part.userId),
    log: [...part.log, { at, byUserId, what: 'attended', reason: null }],
  }
  await tx.put('registrations', arrived)
  return arrived
}
