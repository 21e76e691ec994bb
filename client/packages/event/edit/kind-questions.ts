import type { EventKind } from '../../../../types/event-form'
import type { FieldDefinition } from '../../../../types/template'
import { t } from '../../../i18n'
import type { EventDraft } from './draft'

/** What organisers of a kind usually have to know; names of sentences, and whether one must answer. */
const USUAL = {
  sharing: [['askHope', false]],
  seminar: [['askTopic', false]],
  training: [
    ['askExperience', true],
    ['askHope', false],
  ],
  contest: [['askGroup', true]],
  outing: [
    ['askTravel', true],
    ['askFood', false],
  ],
  volunteering: [['askTask', true]],
  project: [['askPart', true]],
  care: [['askNeed', false]],
} as const satisfies Record<EventKind, readonly (readonly [string, boolean])[]>

/** The questions that a kind begins with, in the reader's language; the organiser changes them freely. */
export const usualQuestions = (kind: EventKind): FieldDefinition[] =>
  USUAL[kind].map(([name, required], place) => ({
    key: `usual${place + 1}`,
    kind: 'shortText',
    label: t(`event.${name}`),
    required,
  }))

/** Another kind brings its questions along, unless the organiser has written their own. */
export function withKind(draft: EventDraft, kind: EventKind): Partial<EventDraft> {
  const isUntouched =
    draft.questions.length === 0 ||
    JSON.stringify(draft.questions) === JSON.stringify(usualQuestions(draft.kind))
  return isUntouched ? { kind, questions: usualQuestions(kind) } : { kind }
}
