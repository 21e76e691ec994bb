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
  if (event.state === 'refused') return { text: t('event.refusedFor', { reason }), tone: 'crimson' }
  if (event.state === 'pending') return { text: t('event.pendingNote'), tone: 'amber' }
  return ownPart(event, timeZone) ?? ended(event)
}

const ended = (event: EventDetail): Now | null =>
  event.state === 'ended'
    ? { text: t('event.endedNote', { count: event.attended }), tone: 'ink' }
    : null

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
    case 'offered': {
      const time = registration.offeredUntil ? atWhen(registration.offeredUntil, timeZone) : ''
      return { text: t('event.nowOffered', { time }), tone: 'amber' }
    }
    case 'seated':
      return registration.guests > 0
        ? { text: t('event.nowSeatedGuests', { count: registration.guests + 1 }), tone: 'jade' }
        : { text: t('event.nowSeated', { time: atWhen(startsAt, timeZone) }), tone: 'jade' }
    case 'declined':
      return { text: t('event.nowDeclined', { reason: registration.reason ?? '' }), tone: 'ink' }
    case 'attended':
      return { text: t(registration.isLate ? 'event.nowLate' : 'event.nowAttended'), tone: 'jade' }
    case 'noShow':
      return { text: t('event.nowNoShow'), tone: 'ink' }
  }
}
