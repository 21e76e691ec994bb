import type { CaseText, Flag, ScreenReason } from '../../../../types/moderation'
import { t } from '../../../i18n'

export const reasonWords = (reason: ScreenReason): string => t(`moderation.flag_${reason}`)

/** What stopped a case, each reason once. */
export const flagWords = (flags: readonly Flag[]): string[] => [
  ...new Set(flags.map(({ reason }) => reasonWords(reason))),
]

/** A field by its form's label, or by what it is in a profile. */
export function labelOf({ field, label }: Pick<CaseText, 'field' | 'label'>): string {
  if (label) return label
  if (field === 'nickname') return t('moderation.nickname')
  return /^skill\d+$/.test(field) ? t('moderation.skill') : t('moderation.text')
}
