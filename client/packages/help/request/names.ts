import type { OfferView } from '../../../../types/help-views'
import { t } from '../../../i18n'

const NAMES_SHOWN = 3

/** The helpers' names; of many the first few and their number: 小满、大海、阿宁等 5 位. */
export function namesOf(offers: readonly OfferView[]): string {
  const all = offers.map(({ helper, own }) => (own ? t('help.me') : helper.nickname))
  const names = all.slice(0, NAMES_SHOWN).join(t('help.comma'))
  return all.length > NAMES_SHOWN ? t('help.namesMany', { names, count: all.length }) : names
}
