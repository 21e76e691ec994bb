import {
  AUTO_CONFIRM_HOURS,
  AUTO_CONFIRM_NOTICE_HOURS,
  ESCALATION,
  URGENCY_BOUNDS,
} from '../../../types/help-rules'
import { UNDO_SECONDS } from '../../../types/moderation'
import type { OfferEntry, RequestDoc } from '../../db/documents'
import { isFinal } from './states'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** A reminder comes when a quarter of the time is left, and a day ahead at most. */
const REMINDER_SHARE = 4
const REMINDER_HOURS_MAX = 24
/** Promised help of which nothing was heard is asked after this long after the deadline. */
const NUDGE_HOURS = 24

/** What the clock does to a request, once each. */
export type Due =
  | { does: 'end' | 'remind' | 'nudge' | 'takeAway'; mark: string; at: Date }
  | { does: 'reach'; mark: string; at: Date; level: number }
  | { does: 'notice' | 'confirm'; mark: string; at: Date; helper: string }

const after = (from: Date, ms: number) => new Date(from.getTime() + ms)

/** When the helper lost the right to stay silent. */
export const replaceableAt = (request: RequestDoc, entry: OfferEntry): Date =>
  after(entry.heardAt, URGENCY_BOUNDS[request.urgency].silentHours * HOUR_MS)

export function remindAt({ createdAt, deadline }: RequestDoc): Date {
  const share = (deadline.getTime() - createdAt.getTime()) / REMINDER_SHARE
  return after(deadline, -Math.min(share, REMINDER_HOURS_MAX * HOUR_MS))
}

/** All that the clock has yet to do to this request as it stands, the earliest first. */
export function timeTable(request: RequestDoc): Due[] {
  const { state, deadline, createdAt, urgency } = request
  if (isFinal(state)) return []
  const due: Due[] = []
  if (request.visibility === 'removed' && request.removedAt) {
    const at = after(request.removedAt, UNDO_SECONDS * 1000)
    due.push({ does: 'takeAway', mark: `take away ${request.removedAt.getTime()}`, at })
  }
  const isLive = state === 'open' || state === 'matched'
  if (isLive && request.closeReason === null) due.push({ does: 'end', mark: 'end', at: deadline })
  if (isLive) due.push({ does: 'remind', mark: 'remind', at: remindAt(request) })
  // Nobody is called to what nobody may see yet.
  if (state === 'open' && request.visibility === 'shown') {
    for (const [level, { afterMinutes }] of ESCALATION[urgency].entries()) {
      const at = after(createdAt, afterMinutes * MINUTE_MS)
      if (at < deadline) due.push({ does: 'reach', mark: `reach ${level}`, at, level })
    }
  }
  if (request.offers.some((entry) => entry.state === 'accepted')) {
    due.push({ does: 'nudge', mark: 'nudge', at: after(deadline, NUDGE_HOURS * HOUR_MS) })
  }
  for (const { userId: helper, state: part, changedAt } of request.offers) {
    if (part !== 'done') continue
    const notice = after(changedAt, AUTO_CONFIRM_NOTICE_HOURS * HOUR_MS)
    const confirm = after(changedAt, AUTO_CONFIRM_HOURS * HOUR_MS)
    due.push({ does: 'notice', mark: `notice ${helper}`, at: notice, helper })
    due.push({ does: 'confirm', mark: `confirm ${helper}`, at: confirm, helper })
  }
  return due
    .filter(({ mark }) => !request.marks.includes(mark))
    .sort((a, b) => a.at.getTime() - b.at.getTime())
}

/** When the clock has to look at this request again; null when never. */
export const wakeAt = (request: RequestDoc): Date | null => timeTable(request)[0]?.at ?? null
