import { useEffect, useRef } from 'react'
import type { EventDetail } from '../../../../types/event'
import { useWrite } from '../../../hooks/use-write'
import { CHANGED_BY_EVENTS, type EventIds } from './ids'

/** More free seats at once than one step frees: guests and all. */
const SEATS_MAX = 6

/**
 * Lets free seats go to who waits now rather than within the timer's minute. Whether it works is
 * nobody's worry: the timer comes.
 */
export function usePromote(ids: EventIds | null): () => void {
  const { run } = useWrite('event.promote', CHANGED_BY_EVENTS)
  return async () => {
    for (let n = 0; ids && n < SEATS_MAX; n++) {
      const result = await run(ids)
      if (!result.ok || !result.data.moved || !result.data.more) return
    }
  }
}

/** The same for whoever sees a seat free while somebody waits: once a visit. */
export function useFreeSeats(ids: EventIds | null, event: EventDetail | undefined): void {
  const promote = usePromote(ids)
  const hasAsked = useRef(false)
  const policy = event?.form.waitlist
  const isDue =
    event?.state === 'published' &&
    (policy === 'firstCome' || policy === 'timedOffer') &&
    event.waiting > 0 &&
    event.seatsTaken < event.capacity
  const latest = useRef(promote)
  latest.current = promote
  useEffect(() => {
    if (!isDue || hasAsked.current) return
    hasAsked.current = true
    latest.current()
  }, [isDue])
}
