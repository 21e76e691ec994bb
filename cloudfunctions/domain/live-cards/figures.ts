import type { EventDoc, RequestDoc, TallyDoc } from '../../db/documents'
import { hasStarted } from '../events/event'
import { asOf, takenCount } from '../help/request'

/** What a chat is told of a card: 0 gathers ("n/m"), 1 has begun, 2 is over. It never goes back. */
export type Figures = { state: 0 | 1 | 2; taken: number; total: number }

/** Seats of an event, guests included. */
export function figuresOfEvent(event: EventDoc, tally: TallyDoc | null, at: Date): Figures {
  const total = tally?.capacity ?? event.form.capacity
  const taken = tally === null ? 0 : tally.capacity - tally.free
  const isOver = event.state !== 'published' || event.visibility !== 'shown' || at >= event.endsAt
  return { state: isOver ? 2 : hasStarted(event, at) ? 1 : 0, taken, total }
}

/** Helpers of a request. One who is replaced makes room again, so it gathers until it is over. */
export function figuresOfRequest(found: RequestDoc, at: Date): Figures {
  const request = asOf(found, at)
  const isGathering = request.state === 'open' || request.state === 'matched'
  return {
    state: isGathering && request.visibility === 'shown' ? 0 : 2,
    taken: takenCount(request),
    total: request.helpersNeeded,
  }
}
