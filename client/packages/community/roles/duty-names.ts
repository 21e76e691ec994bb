import type { Duty } from '../../../../types/community'
import { t } from '../../../i18n'

/** Duties as words in a row; for a plain member what everybody may do. */
export const dutyNames = (duties: readonly Duty[]): string =>
  duties.length === 0
    ? t('community.rolesEveryoneText')
    : duties.map((duty) => t(`community.duty_${duty}`)).join(t('common.listComma'))
