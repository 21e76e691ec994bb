import { THREAD_DAYS } from '../../../types/help-rules'
import type { RequestDoc } from '../../db/documents'
import { partiesOf } from './request'

const DAY_MS = 86_400_000

/** When nobody can write any more; null while the request goes on. */
export const threadClosesAt = ({ endedAt }: RequestDoc): Date | null =>
  endedAt === null ? null : new Date(endedAt.getTime() + THREAD_DAYS * DAY_MS)

/** A thread needs two: it opens with the first helper, and closes some days after the end. */
export function isThreadOpen(request: RequestDoc, now: Date): boolean {
  const closesAt = threadClosesAt(request)
  return partiesOf(request).length > 1 && (closesAt === null || now < closesAt)
}

export const unreadFor = ({ thread }: RequestDoc, userId: string): number =>
  thread.count - Math.min(thread.count, thread.seen[userId] ?? 0)

/**
 * One more message by this person. Answers the request and who is to be told: those who had seen
 * everything; the others know already that something waits for them.
 */
export function withMessage(
  request: RequestDoc,
  by: string,
  now: Date,
): { request: RequestDoc; toTell: string[] } {
  const toTell = partiesOf(request).filter(
    (userId) => userId !== by && unreadFor(request, userId) === 0,
  )
  const count = request.thread.count + 1
  // What one writes under, one has read.
  const seen = { ...request.thread.seen, [by]: count }
  const offers = request.offers.map((entry) =>
    entry.userId === by ? { ...entry, heardAt: now } : entry,
  )
  return { request: { ...request, offers, thread: { count, seen } }, toTell }
}

export function withThreadSeen(request: RequestDoc, by: string): RequestDoc {
  const { count, seen } = request.thread
  return { ...request, thread: { count, seen: { ...seen, [by]: count } } }
}
