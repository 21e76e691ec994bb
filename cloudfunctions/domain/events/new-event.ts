import type { EventForm } from '../../../types/event-form'
import type { EventDoc, TallyDoc } from '../../db/documents'
import { timesOf } from './event'

type Beginning = Pick<
  EventDoc,
  '_id' | 'communityId' | 'userId' | 'state' | 'visibility' | 'series' | 'doorKey'
>

/** An event with nobody signed up, and its seats. */
export function newEvent(
  beginning: Beginning,
  form: EventForm,
  now: Date,
): { event: EventDoc; tally: TallyDoc } {
  const base = { _id: beginning._id, v: 1 as const, createdAt: now }
  return {
    event: {
      ...beginning,
      ...base,
      ...timesOf(form, beginning._id, now),
      form,
      kind: form.kind,
      revision: 1,
      step: '',
      reason: null,
      recap: null,
      releasing: false,
    },
    tally: {
      ...base,
      communityId: beginning.communityId,
      capacity: form.capacity,
      free: form.capacity,
      waiting: 0,
      pending: {},
      inFlight: 0,
      joinedAt: now,
      promotes: promotesFor(form),
    },
  }
}

export const promotesFor = ({ waitlist }: Pick<EventForm, 'waitlist'>): boolean =>
  waitlist === 'firstCome' || waitlist === 'timedOffer'
