import { PACES, type Pace } from '../../types/pace'
import { gt, store } from '../db/store'
import { refuse } from './errors'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/**
 * When this person wrote in this manner lately, the latest first: their receipts, no further back and
 * no more than the limits ask for. One query, run beside the other look-ups of a write.
 */
export async function recentWrites(userId: string, pace: Pace, now: Date): Promise<Date[]> {
  const { minute, day } = PACES[pace]
  const windowMs = day === null ? MINUTE_MS : DAY_MS
  return store.instants(
    'receipts',
    { userId, pace, createdAt: gt(new Date(now.getTime() - windowMs)) },
    day ?? minute,
  )
}

/** Refuses `too_fast`, with the seconds until the next one is welcome. */
export function checkPace(recent: readonly Date[], pace: Pace, now: Date): void {
  const { minute, day } = PACES[pace]
  const waits = [
    waitOf(recent, minute, MINUTE_MS, now),
    day === null ? 0 : waitOf(recent, day, DAY_MS, now),
  ]
  const ms = Math.max(...waits)
  if (ms > 0) refuse('too_fast', { seconds: Math.ceil(ms / 1000) })
}

/** Until the `max`-th latest is older than the window. */
function waitOf(recent: readonly Date[], max: number, windowMs: number, now: Date): number {
  const oldest = recent[max - 1]
  return oldest === undefined ? 0 : oldest.getTime() + windowMs - now.getTime()
}
