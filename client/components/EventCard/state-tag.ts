import type { EventCard, RegistrationState } from '../../../types/event'
import { t } from '../../i18n'
import type { IconName } from '../Icon'
import type { Tone } from '../tone'

interface StateTag {
  text: string
  tone: Tone
  icon: IconName
}

const mine = {
  requested: ['amber', 'wait'],
  waiting: ['amber', 'wait'],
  offered: ['amber', 'bell'],
  seated: ['jade', 'done'],
  declined: ['ink', 'close'],
  cancelled: ['ink', 'close'],
  attended: ['jade', 'check'],
  noShow: ['ink', 'close'],
} as const satisfies Record<RegistrationState, readonly [Tone, IconName]>

/** How it stands, in a word: first the looker's own part, then what keeps others out. Nothing for an event one can simply join. */
export function stateTag(event: EventCard, now: Date = new Date()): StateTag | null {
  switch (event.state) {
    case 'pending':
      return { text: t('event.state_pending'), tone: 'amber', icon: 'wait' }
    case 'refused':
      return { text: t('event.state_refused'), tone: 'crimson', icon: 'close' }
    case 'cancelled':
      return { text: t('event.state_cancelled'), tone: 'ink', icon: 'close' }
    case 'ended':
    case 'published': {
      if (event.mine && event.mine !== 'cancelled') {
        const [tone, icon] = mine[event.mine]
        return { text: t(`event.mine_${event.mine}`), tone, icon }
      }
      return publicTag(event, now)
    }
  }
}

function publicTag(event: EventCard, now: Date): StateTag | null {
  const at = now.getTime()
  if (event.state === 'ended' || at >= Date.parse(event.endsAt)) {
    return { text: t('event.state_ended'), tone: 'ink', icon: 'clock' }
  }
  if (at >= Date.parse(event.startsAt)) {
    return { text: t('event.running'), tone: 'indigo', icon: 'clock' }
  }
  if (at >= Date.parse(event.deadline)) {
    return { text: t('event.closed'), tone: 'ink', icon: 'lock' }
  }
  if (event.seatsTaken >= event.capacity) {
    return { text: t('event.full'), tone: 'amber', icon: 'group' }
  }
  return null
}
