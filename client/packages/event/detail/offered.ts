import { useRef } from 'react'
import type { EventDetail } from '../../../../types/event'
import { useAfter } from '../../../hooks/use-seconds-left'
import { t } from '../../../i18n'
import { atWhen } from '../../../i18n/at-when'
import type { Now } from './now'

/**
 * How long an offered seat is still kept, to the second; when the time is over, that it is, and the page
 * is asked anew until the seat has gone on.
 */
export function useOffer(until: string | null, timeZone: string, onOver: () => void): Now | null {
  const leftS = useAfter(until, onOver)
  if (until === null) return null
  if (leftS === 0) return { text: t('event.offerOver'), tone: 'ink' }
  const left = leftInWords(leftS)
  return { text: t('event.nowOffered', { time: atWhen(until, timeZone), left }), tone: 'amber' }
}

/** Who let an offer pass while the page was open is told why there is a way to sign up again. */
export function useLapsed({ registration }: EventDetail): Now | null {
  const hadUntil = useRef<string | null>(null)
  if (registration?.offeredUntil) hadUntil.current = registration.offeredUntil
  const until = hadUntil.current
  const isLapsed =
    registration?.state === 'cancelled' && until !== null && Date.parse(until) <= Date.now()
  return isLapsed ? { text: t('event.offerOver'), tone: 'ink' } : null
}

function leftInWords(leftS: number): string {
  const [hours, minutes, seconds] = [
    Math.floor(leftS / 3600),
    Math.floor((leftS % 3600) / 60),
    leftS % 60,
  ]
  return hours > 0
    ? t('event.leftHours', { hours, minutes })
    : t('event.leftMinutes', { minutes, seconds })
}
