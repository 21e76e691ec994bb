import type { RequestState } from '../../../types/help-rules'
import type { RequestCard } from '../../../types/help-views'
import { t } from '../../i18n'
import { isNear, left } from '../../i18n/time'
import type { IconName } from '../Icon'
import type { Tone } from '../tone'

export interface StateTag {
  text: string
  tone: Tone
  icon: IconName
}

const tones = {
  matched: ['jade', 'match'],
  fulfilled: ['amber', 'wait'],
  thanked: ['jade', 'heart'],
  cancelled: ['ink', 'close'],
  expired: ['ink', 'clock'],
} as const satisfies Record<Exclude<RequestState, 'open'>, readonly [Tone, IconName]>

/**
 * How a request stands, in a word. An open one says how little time is left when it presses, and
 * nothing while it does not: on a board of open requests the usual needs no label.
 */
export function stateTag(
  { state, deadline, visibility }: Pick<RequestCard, 'state' | 'deadline' | 'visibility'>,
  timeZone: string,
  now: Date = new Date(),
): StateTag | null {
  if (visibility !== 'shown') {
    return { text: t(`help.visibility_${visibility}`), tone: 'amber', icon: 'wait' }
  }
  if (state !== 'open') {
    const [tone, icon] = tones[state]
    return { text: t(`help.state_${state}`), tone, icon }
  }
  if (!isNear(deadline, now)) return null
  return { text: left(deadline, timeZone, now), tone: 'amber', icon: 'urgent' }
}
