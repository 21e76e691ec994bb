import type { EventDoc, MemberDoc, RegistrationDoc, TallyDoc } from '../../db/documents'
import type { Store } from '../../db/store'
import type { Tx } from '../../db/transact'
import type { Actor } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { ours } from './policy'

type Input = { eventId: string }

/** The event, its seats and one's own part, side by side. */
export async function fetchEvent({
  store,
  input,
  userId,
}: {
  store: Store
  input: Input
  userId: string
}): Promise<{ event: EventDoc | null; tally: TallyDoc | null; mine: RegistrationDoc | null }> {
  const [event, tally, mine] = await Promise.all([
    store.get('events', input.eventId),
    store.get('tallies', input.eventId),
    store.get('registrations', `${input.eventId}:${userId}`),
  ])
  return { event, tally, mine }
}

/** Whose registration it is, by its key: for the name in the log. */
export async function fetchRegistrant({
  store,
  input: { communityId, registrationId },
}: {
  store: Store
  input: { communityId: string; registrationId: string }
}): Promise<{ member: MemberDoc | null }> {
  const userId = registrationId.split(':').at(-1)
  return { member: await store.get('members', `${communityId}:${userId}`) }
}

/** The event under the transaction's eye. Refuses `not_found`. */
export async function loadEvent({
  tx,
  actor,
  input,
}: {
  tx: Tx
  actor: Actor
  input: Input
}): Promise<{ event: EventDoc }> {
  return { event: ours(await tx.get('events', input.eventId), actor) }
}

/** A registration for this event. Refuses `not_found`. */
export function ofEvent(registration: RegistrationDoc | null, event: EventDoc): RegistrationDoc {
  return registration?.eventId === event._id ? registration : refuse('not_found')
}
