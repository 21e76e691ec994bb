import type { EventDetail } from '../../../../types/event'
import type { EventForm, EventKind } from '../../../../types/event-form'
import { EVENT_CAPACITY_MAX, SEAT_OFFER_MINUTES } from '../../../../types/event-form'
import type { FieldDefinition } from '../../../../types/template'

export type Repeat = 'none' | 'week' | 'twoWeeks' | 'month'

/** What the organiser has written so far; times may still be missing. */
export interface EventDraft {
  kind: EventKind
  title: string
  about: string
  agenda: EventForm['agenda']
  speakers: EventForm['speakers']
  cover: string | null
  mode: 'onSite' | 'online'
  placeName: string
  address: string
  position: { latitude: number; longitude: number } | null
  how: string
  startsAt: string | null
  endsAt: string | null
  deadline: string | null
  capacity: number
  guestsMax: number
  needsApproval: boolean
  waitlist: EventForm['waitlist']
  offerMinutes: number
  questions: FieldDefinition[]
  collectsQuestions: boolean
  volunteerHours: number
  repeat: Repeat
  repeatTimes: number
}

export const emptyDraft: EventDraft = {
  kind: 'sharing',
  title: '',
  about: '',
  agenda: [],
  speakers: [],
  cover: null,
  mode: 'onSite',
  placeName: '',
  address: '',
  position: null,
  how: '',
  startsAt: null,
  endsAt: null,
  deadline: null,
  capacity: 20,
  guestsMax: 0,
  needsApproval: false,
  waitlist: 'firstCome',
  offerMinutes: SEAT_OFFER_MINUTES.usual,
  questions: [],
  collectsQuestions: false,
  volunteerHours: 0,
  repeat: 'none',
  repeatTimes: 4,
}

/** The draft that edits an event; `copy` begins a new one from it, whose times are still to be chosen. */
export function draftOf(
  { form, startsAt, endsAt, deadline }: EventDetail,
  copy: boolean,
): EventDraft {
  const { place, ...rest } = form
  return {
    ...emptyDraft,
    ...rest,
    mode: place.mode,
    placeName: place.mode === 'onSite' ? place.name : '',
    address: place.mode === 'onSite' ? place.address : '',
    position: place.mode === 'onSite' ? place.position : null,
    how: place.mode === 'online' ? place.how : '',
    startsAt: copy ? null : startsAt,
    endsAt: copy ? null : endsAt,
    deadline: copy ? null : deadline,
  }
}

export type DraftField =
  | 'title'
  | 'about'
  | 'startsAt'
  | 'endsAt'
  | 'deadline'
  | 'place'
  | 'capacity'
  | 'agenda'
  | 'speakers'
  | 'questions'

/** What still has to be mended, by field; the same bounds as the contract's form, in the order of the page. */
export function missing(draft: EventDraft, now: Date): DraftField[] {
  const start = draft.startsAt === null ? Number.NaN : Date.parse(draft.startsAt)
  const end = draft.endsAt === null ? Number.NaN : Date.parse(draft.endsAt)
  const until = draft.deadline === null ? Number.NaN : Date.parse(draft.deadline)
  const checks: [DraftField, boolean][] = [
    ['title', draft.title.trim().length >= 2],
    ['about', draft.about.trim().length >= 4],
    ['startsAt', start > now.getTime()],
    ['endsAt', end > start],
    ['deadline', until <= start && until > now.getTime()],
    ['place', (draft.mode === 'onSite' ? draft.placeName : `${draft.how} `).trim().length >= 1],
    ['capacity', draft.capacity >= 1 && draft.capacity <= EVENT_CAPACITY_MAX],
    ['agenda', draft.agenda.every(({ what }) => what.trim() !== '')],
    ['speakers', draft.speakers.every(({ name }) => name.trim() !== '')],
    ['questions', draft.questions.every(({ label }) => label.trim() !== '')],
  ]
  return checks.filter(([, isFine]) => !isFine).map(([field]) => field)
}

/** The form as the contract wants it; call it only when nothing is missing. */
export function formOf(draft: EventDraft): EventForm {
  const { mode, placeName, address, position, how, repeat: _r, repeatTimes: _t, ...rest } = draft
  return {
    ...rest,
    startsAt: draft.startsAt ?? '',
    endsAt: draft.endsAt ?? '',
    deadline: draft.deadline ?? '',
    place: mode === 'online' ? { mode, how } : { mode, name: placeName, address, position },
  }
}

export const repeatOf = ({ repeat, repeatTimes }: EventDraft) =>
  repeat === 'none' ? null : { every: repeat, times: repeatTimes }
