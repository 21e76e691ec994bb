import { wordsOfFields } from '../../../types/definition'
import type { FieldIssue } from '../../../types/errors'
import type { EventForm } from '../../../types/event-form'
import { pictureIssuesOf } from '../../domain/pictures'
import type { Screenable } from '../../runtime/screening'

/** An event is planned this far ahead at most, and lasts no longer than a week. */
const AHEAD_DAYS_MAX = 366
const LASTS_DAYS_MAX = 7
const DAY_MS = 86_400_000

/** What does not fit together in a form whose single fields are right. */
export function issuesOf(form: EventForm, now: Date): FieldIssue[] {
  const [start, end, deadline] = [form.startsAt, form.endsAt, form.deadline].map(Date.parse) as [
    number,
    number,
    number,
  ]
  const issues: FieldIssue[] = []
  const bad = (field: string, code: FieldIssue['code'], bound: number) =>
    issues.push({ field, code, bound })
  if (start <= now.getTime()) bad('startsAt', 'too_soon', 0)
  if (start > now.getTime() + AHEAD_DAYS_MAX * DAY_MS) bad('startsAt', 'too_late', AHEAD_DAYS_MAX)
  if (end <= start) bad('endsAt', 'too_soon', 0)
  if (end > start + LASTS_DAYS_MAX * DAY_MS) bad('endsAt', 'too_late', LASTS_DAYS_MAX)
  if (deadline > start) bad('deadline', 'too_late', 0)
  // Answers are read by organisers alone and are shown at once: no picture is held back among them.
  if (form.questions.some(({ kind }) => kind === 'images')) {
    issues.push({ field: 'questions', code: 'wrong_kind' })
  }
  const keys = form.questions.map(({ key }) => key)
  if (new Set(keys).size < keys.length) issues.push({ field: 'questions', code: 'duplicate' })
  return issues
}

/** What is wrong with a cover: it must lie in the organiser's own folder. */
export const coverIssues = (
  { cover }: EventForm,
  at: { communityId: string; userId: string },
): Promise<FieldIssue[]> =>
  cover === null ? Promise.resolve([]) : pictureIssuesOf({ cover: [cover] }, at)

/**
 * Everything in a form that others will read; title and text may be corrected by a moderator. A cover
 * that stands there already (`before`) was looked at.
 */
export function screenableOf(form: EventForm, before: EventForm | null = null): Screenable {
  const { title, about, agenda, speakers, place, questions, cover } = form
  const others = [
    ...agenda.map(({ at, what }) => `${at} ${what}`),
    ...speakers.map((speaker) => `${speaker.name} ${speaker.about}`),
    place.mode === 'online' ? place.how : `${place.name} ${place.address}`,
    ...wordsOfFields(questions).map(({ text }) => text),
  ]
  return {
    kind: 'event',
    texts: [
      { field: 'title', text: title, min: 2, max: 30 },
      { field: 'about', text: about, min: 4, max: 1000 },
      { field: 'details', text: others.join('\n') },
    ],
    files: cover === null || cover === before?.cover ? [] : [cover],
  }
}
