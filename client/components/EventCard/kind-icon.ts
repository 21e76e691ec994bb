import type { EventKind } from '../../../types/event-form'
import type { IconName } from '../Icon'

export const kindIcon: Readonly<Record<EventKind, IconName>> = {
  sharing: 'mic',
  seminar: 'idea',
  training: 'book',
  contest: 'trophy',
  outing: 'walk',
  volunteering: 'sprout',
  project: 'tool',
  care: 'heart',
}
