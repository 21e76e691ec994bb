import type { EventCard, EventDetail, OwnRegistration } from '../../../types/event'
import type { SignUpLimit } from '../../../types/event-rules'
import type { LiveCard } from '../../../types/live-card'
import type { Person } from '../../../types/shape'
import type { EventDoc, RegistrationDoc, TallyDoc } from '../../db/documents'
import { stepsFor } from '../../domain/events/next-steps'
import { isExcused } from '../../domain/events/no-show'

/** What stands around an event when it is shown. */
export type Around = {
  tally: TallyDoc | null
  mine: RegistrationDoc | null
  person: (userId: string) => Person
  addresses: ReadonlyMap<string, string>
}

export function cardOf(event: EventDoc, around: Around, viewerId: string): EventCard {
  const { form, series } = event
  const { capacity, free, waiting } = around.tally ?? {
    capacity: form.capacity,
    free: form.capacity,
    waiting: 0,
  }
  return {
    eventId: event._id,
    kind: event.kind,
    title: form.title,
    cover: form.cover === null ? null : (around.addresses.get(form.cover) ?? null),
    placeName: form.place.mode === 'onSite' ? form.place.name : '',
    isOnline: form.place.mode === 'online',
    startsAt: event.startsAt.toISOString(),
    endsAt: event.endsAt.toISOString(),
    deadline: form.deadline,
    state: event.state,
    capacity,
    seatsTaken: capacity - free,
    waiting,
    series: series && { index: series.index, of: series.of },
    organiser: around.person(event.userId),
    mine: around.mine?.state ?? null,
    own: event.userId === viewerId,
  }
}

export function detailOf(
  event: EventDoc,
  around: Around & {
    place: number | null
    faces: Person[]
    attended: number
    liveCard: LiveCard | null
    seatCard: string | null
    limit: SignUpLimit | null
  },
  viewer: { userId: string; manages: boolean; decides: boolean; runsDoor: boolean },
  now: Date,
): EventDetail {
  const { mine } = around
  const isInside = viewer.manages || mine?.state === 'seated' || mine?.state === 'attended'
  const { place } = event.form
  return {
    ...cardOf(event, around, viewer.userId),
    form: {
      ...event.form,
      place: place.mode === 'online' && !isInside ? { ...place, how: '' } : place,
    },
    revision: event.revision,
    registration: mine && ownOf(mine, around.place),
    limit: around.limit,
    steps: stepsFor(event, mine, { ...viewer, isPaused: Boolean(around.limit?.until) }, now),
    reason: event.reason,
    faces: around.faces,
    attended: around.attended,
    liveCard: around.liveCard,
    seatCard: around.seatCard,
    recap: recapOf(event, around, viewer),
    createdAt: event.createdAt.toISOString(),
  }
}

const ownOf = (mine: RegistrationDoc, place: number | null): OwnRegistration => ({
  state: mine.state,
  guests: mine.guests,
  answers: mine.answers,
  place: mine.state === 'waiting' ? place : null,
  offeredUntil: mine.offeredUntil?.toISOString() ?? null,
  attendedAt: mine.attendedAt?.toISOString() ?? null,
  isLate: mine.isLate,
  reason: mine.reason,
  gaveFeedback: mine.gaveFeedback,
  isExcused: isExcused(mine),
  isDisputed: mine.dispute !== undefined,
})

/** A recap is seen when it is shown, and before that by those who manage the event. */
function recapOf(
  { recap }: EventDoc,
  { addresses }: Around,
  { manages }: { manages: boolean },
): EventDetail['recap'] {
  if (!recap) return null
  const { words, photos, publishedAt, visibility = 'shown' } = recap
  if (visibility !== 'shown' && !manages) return null
  return {
    words,
    visibility,
    publishedAt: publishedAt.toISOString(),
    photos: photos.flatMap((fileId) => {
      const address = addresses.get(fileId)
      return address === undefined ? [] : [{ fileId, address }]
    }),
  }
}
