import type { IconName } from '../Icon'

/** Pictures of the kinds of help that come with the app; a community's own forms get the hand. */
const icons: Readonly<Record<string, IconName>> = {
  knowledge: 'idea',
  skill: 'idea',
  introduction: 'join',
  emergency: 'urgent',
  local: 'home',
  errand: 'package',
  lend: 'tool',
  shopping: 'shopping',
  project: 'briefcase',
  mentoring: 'sprout',
  carpool: 'car',
}

export const kindIcon = (templateKey: string): IconName => icons[templateKey] ?? 'hand'
