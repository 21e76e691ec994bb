import { View } from '@tarojs/components'
import type { RequestCard } from '../../../types/help-views'
import { byWhen } from '../../i18n/by-when'
import { isNear, left } from '../../i18n/time'
import { Icon } from '../Icon'
import './deadline.scss'
import { stateTag } from './state-tag'

interface Props {
  request: Pick<RequestCard, 'state' | 'deadline' | 'visibility'>
  timeZone: string
}

const FAR_MS = 7 * 86_400_000

/** By when, while there is something to be in time for: 还剩 3 天 · 周六 20:00 前. */
export function Deadline({ request, timeZone }: Props) {
  const { state, deadline } = request
  if (state !== 'open' && state !== 'matched') return null
  return (
    <View className="hz-deadline">
      <Icon name="clock" size="small" className="hz-deadline__icon" />
      {inWords(deadline, timeZone, stateTag(request, timeZone) !== null)}
    </View>
  )
}

/** What the tag of the state says already is not said twice, and a far date says enough. */
function inWords(deadline: string, timeZone: string, isTagged: boolean): string {
  const words = byWhen(deadline, timeZone)
  const isFar = Date.parse(deadline) - Date.now() >= FAR_MS
  if (isTagged || isFar || isNear(deadline)) return words
  return `${left(deadline, timeZone)} · ${words}`
}
