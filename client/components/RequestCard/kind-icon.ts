import type { IconName } from '../Icon'

/** Pictures of the kinds of help that come with the app; a community's own forms get the hand. */
const icons: Readonly<Record<string, IconName>> = {
  life: 'package',
  knowledge: 'idea',
  referral: 'link',
  collaboration: 'tool',
}

export const kindIcon = (templateKey: string): IconName => icons[templateKey] ?? 'hand'
