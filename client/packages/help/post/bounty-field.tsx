import { BOUNTY_EACH_MAX } from '../../../../types/points'
import { NumberField } from '../../../components/NumberField'
import { useRead } from '../../../hooks/use-read'
import { t } from '../../../i18n'

interface Props {
  communityId: string
  value: string
  helpers: number
  onChange: (value: string) => void
}

/** Points of one's own for each helper; offered to those who have any. */
export function BountyField({ communityId, value, helpers, onChange }: Props) {
  const { data: mine } = useRead('points.getMine', { communityId })
  const available = mine?.available ?? 0
  if (available === 0 && value === '') return null
  const each = Number(value)
  const sum = each * helpers
  const error =
    each > BOUNTY_EACH_MAX
      ? t('points.wrongNumber', { min: 0, max: BOUNTY_EACH_MAX })
      : mine && sum > available
        ? t('points.bountyTooMuch', { sum, available })
        : undefined
  return (
    <NumberField
      label={t('points.bountyLabel')}
      why={t('points.bountyWhy', { available })}
      required={false}
      value={value}
      unit={sum > 0 && helpers > 1 ? t('points.bountySum', { sum }) : t('points.unit')}
      error={error}
      onChange={onChange}
    />
  )
}
