import { FEEDBACK_DAYS } from '../../../types/event-after'
import {
  DOOR_CLOSES_MINUTES_AFTER,
  DOOR_OPENS_MINUTES_BEFORE,
  LATE_AFTER_MINUTES,
} from '../../../types/event-door'
import type { EventForm } from '../../../types/event-form'
import type { EarnRule } from '../../../types/points'
import type { EventDoc, RegistrationDoc } from '../../db/documents'
import { orderedId } from '../../runtime/ids'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
/** Those signed up are reminded a day before, and again two hours before. */
const REMINDERS_MS = [DAY_MS, 120 * MINUTE_MS]

/** What the lists and the timer go by, as the form says it. */
export function timesOf(form: EventForm, eventId: string, now: Date) {
  const [startsAt, endsAt] = [new Date(form.startsAt), new Date(form.endsAt)]
  return {
    startsAt,
    endsAt,
    closesAt: new Date(endsAt.getTime() + DOOR_CLOSES_MINUTES_AFTER * MINUTE_MS),
    startKey: orderedId(startsAt, eventId),
    remindAt: nextReminder(startsAt, now),
  }
}

export function nextReminder(startsAt: Date, now: Date): Date | null {
  const at = REMINDERS_MS.map((before) => startsAt.getTime() - before).find(
    (time) => time > now.getTime(),
  )
  return at === undefined ? null : new Date(at)
}

export const partyOf = ({ guests }: Pick<RegistrationDoc, 'guests'>): number => 1 + guests

/** Signing up is possible: published, before the deadline. */
export const isOpen = ({ state, visibility, form }: EventDoc, now: Date): boolean =>
  state === 'published' && visibility === 'shown' && now < new Date(form.deadline)

/** What whoever was there earns by the points rules. */
export const rulesFor = ({ kind }: Pick<EventDoc, 'kind'>): EarnRule[] =>
  kind === 'volunteering' ? ['event_attended', 'volunteered'] : ['event_attended']

export const hasStarted = ({ startsAt }: EventDoc, now: Date): boolean => now >= startsAt

/** The hours at which people arrive. */
export const isDoorOpen = ({ state, startsAt, closesAt }: EventDoc, at: Date): boolean =>
  (state === 'published' || state === 'ended') &&
  at.getTime() >= startsAt.getTime() - DOOR_OPENS_MINUTES_BEFORE * MINUTE_MS &&
  at <= closesAt

export const isLate = ({ startsAt }: EventDoc, at: Date): boolean =>
  at.getTime() > startsAt.getTime() + LATE_AFTER_MINUTES * MINUTE_MS

export const takesFeedback = ({ endsAt, state }: EventDoc, now: Date): boolean =>
  (state === 'published' || state === 'ended') &&
  now >= endsAt &&
  now.getTime() < endsAt.getTime() + FEEDBACK_DAYS * DAY_MS

/** Whether those signed up have to know: when, where, or how. */
export const isNews = (before: EventForm, after: EventForm): boolean =>
  JSON.stringify([before.startsAt, before.endsAt, before.place]) !==
  JSON.stringify([after.startsAt, after.endsAt, after.place])

/** The same form one, two weeks or a month later. */
export function later(form: EventForm, every: 'week' | 'twoWeeks' | 'month'): EventForm {
  const move = (instant: string) => {
    const at = new Date(instant)
    if (every === 'month') {
      const day = at.getUTCDate()
      at.setUTCDate(1)
      at.setUTCMonth(at.getUTCMonth() + 1)
      const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate()
      at.setUTCDate(Math.min(day, last))
    } else at.setTime(at.getTime() + (every === 'week' ? 7 : 14) * DAY_MS)
    return at.toISOString()
  }
  return {
    ...form,
    startsAt: move(form.startsAt),
    endsAt: move(form.endsAt),
    deadline: move(form.deadline),
  }
}
