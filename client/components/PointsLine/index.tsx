import { View } from '@tarojs/components'
import type { StatementLine } from '../../../types/points'
import { lookUp, t } from '../../i18n'
import { inFull } from '../../i18n/time'
import { spoken } from '../a11y'
import { cx } from '../cx'
import { Icon } from '../Icon'
import './index.scss'

interface Props {
  line: StatementLine
  timeZone: string
  /** Leads to what it was for. */
  onOpen?: () => void
}

/** One movement of points, soberly: why, for what, when, how much. */
export function PointsLine({ line, timeZone, onOpen }: Props) {
  const { amount, at, reversed } = line
  const note = noteOf(line)
  return (
    <View
      className={cx('points-line', onOpen && 'points-line--tap')}
      {...(onOpen ? { onClick: onOpen } : {})}
      {...(onOpen ? spoken({ role: 'button', focusable: true }) : {})}
    >
      <View className="points-line__words">
        <View className="points-line__title">{titleOf(line)}</View>
        {note && <View className="points-line__note">{note}</View>}
        <View className="points-line__when">
          {inFull(at, timeZone)}
          {reversed && ` · ${t('points.takenBack')}`}
        </View>
      </View>
      <View
        className={cx(
          'points-line__amount',
          amount > 0 && !reversed && 'points-line__amount--in',
          reversed && 'points-line__amount--back',
        )}
        {...spoken({
          label: t(amount < 0 ? 'points.amountOut' : 'points.amountIn', {
            amount: Math.abs(amount),
          }),
        })}
      >
        {signed(amount)}
      </View>
      {onOpen && <Icon name="next" size="small" className="points-line__arrow" />}
    </View>
  )
}

/** `＋5`, `－3`, `0`: signs as wide as the digits are tall. */
export const signed = (amount: number): string =>
  amount === 0 ? '0' : `${amount > 0 ? '＋' : '－'}${Math.abs(amount)}`

function titleOf({ reason, amount, other }: StatementLine): string {
  if (reason === 'bounty' && other) {
    return t(amount < 0 ? 'points.bountyTo' : 'points.bountyFrom', { name: other.nickname })
  }
  return lookUp('points', `reason_${reason}`)
}

/** Whose words, of which request, or why it was less than the rule says. */
function noteOf({ params, amount, reason }: StatementLine): string {
  if (typeof params.words === 'string') return params.words
  if (typeof params.title === 'string') return params.title
  if (typeof params.month === 'string' && reason === 'expired') return params.month
  if (typeof params.share === 'number' && params.share < 100) {
    return t('points.share', { share: params.share })
  }
  return amount === 0 ? t('points.nothing') : ''
}
