import type { EventDetail } from '../../../../types/event'
import type { Tone } from '../../../components/tone'
import { t } from '../../../i18n'
import { atWhen } from '../../../i18n/at-when'

export interface Now {
  text: string
  tone: Extract<Tone, 'jade' | 'amber' | 'ink' | 'crimson'>
}

/** How it stands for the one who looks, in a sentence; null when there is nothing to say. */
export function nowFor(event: EventDetail, timeZone: string): Now | null {
  const reason = event.reason ?? ''
  if (event.state === 'cancelled')
    return { text: t('event.cancelledFor', { reason }), tone: 'crimson' }
  if (event.state === 'refused') {
    const text = reason === '' ? t('event.refusedLate') : t('event.refusedFor', { reason })
    return { text, tone: 'crimson' }
  }
  if (event.state === 'pending') return { text: t('event.pendingNote'), tone: 'amber' }
  return ownPart(event, timeZone) ?? limited(event, timeZone) ?? ended(event)
}

const ended = (event: EventDetail): Now | null =>
  event.state === 'ended'
    ? { text: t('event.endedNote', { count: event.attended }), tone: 'ink' }
    : null

/** Why signing up is not as usual for who stayed away too often. */
function limited({ limit, state }: EventDetail, timeZone: string): Now | null {
  if (!limit || state !== 'published') return null
  const { missed: count, withinDays: days, until } = limit
  return until === null
    ? { text: t('event.limitApproval', { count, days }), tone: 'amber' }
    : { text: t('event.limitPause', { count, days, time: atWhen(until, timeZone) }), tone: 'amber' }
}

function ownPart({ registration, form, startsAt }: EventDetail, timeZone: string): Now | null {
  switch (registration?.state) {
    case undefined:
    case 'cancelled':
      return null
    case 'requested':
      return { text: t('event.nowRequested'), tone: 'amber' }
    case 'waiting':
      return form.waitlist === 'pick' || registration.place === null
        ? { text: t('event.nowWaitingPick'), tone: 'amber' }
        : { text: t('event.nowWaiting', { place: registration.place }), tone: 'amber' }
    // Counts down: ./offered.
    case 'offered':
      return null
    case 'seated':
      return registration.guests > 0
        ? { text: t('event.nowSeatedGuests', { count: registration.guests + 1 }), tone: 'jade' }
        : { text: t('event.nowSeated', { time: atWhen(startsAt, timeZone) }), tone: 'jade' }
    case 'declined':
      return { text: t('event.nowDeclined', { reason: registration.reason ?? '' }), tone: 'ink' }
    case 'attended':
      return { text: t(registration.isLate ? 'event.nowLate' : 'event.nowAttended'), tone: 'jade' }
    case 'noShow':
      if (registration.isExcused) return { text: t('event.nowExcused'), tone: 'jade' }
      return {
        text: t(registration.isDisputed ? 'event.nowDisputed' : 'event.nowNoShow'),
        tone: 'ink',
      }
  }
}
