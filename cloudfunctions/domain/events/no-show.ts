import type { NoShowRule, SignUpLimit } from '../../../types/event-rules'
import { DISPUTE_DAYS, NO_SHOW_BOUNDS } from '../../../types/event-rules'
import type { CommunityDoc, EventDoc, RegistrationDoc } from '../../db/documents'
import { gt, type Store } from '../../db/store'

const DAY_MS = 86_400_000

/** What every community starts with: three times in three months, then the organiser looks first. */
const FIRST_RULE: NoShowRule = {
  consequence: 'approval',
  times: 3,
  withinDays: 90,
  pauseDays: 30,
}

export const eventRulesOf = ({ events }: Pick<CommunityDoc, 'events'>) =>
  events ?? { version: 0, noShow: FIRST_RULE }

/** When this person stayed away lately, the last time first: as often as any rule may ask for. */
export async function missedBy(
  store: Store,
  { communityId, userId, now }: { communityId: string; userId: string; now: Date },
): Promise<number[]> {
  const [, longest] = NO_SHOW_BOUNDS.withinDays
  const found = await store.find('registrations', {
    where: {
      communityId,
      userId,
      state: 'noShow',
      missedAtMs: gt(now.getTime() - longest * DAY_MS),
    },
    orderBy: ['missedAtMs', 'desc'],
    limit: NO_SHOW_BOUNDS.times[1],
  })
  return found.flatMap(({ missedAtMs }) => missedAtMs ?? [])
}

/** Those within the rule's days. */
export const countedMisses = (rule: NoShowRule, missedMs: readonly number[], now: Date) =>
  missedMs.filter((at) => at > now.getTime() - rule.withinDays * DAY_MS)

/** How the rule holds somebody who stayed away at these times; null when it does not. */
export function limitOf(
  rule: NoShowRule,
  missedMs: readonly number[],
  now: Date,
): SignUpLimit | null {
  const { consequence, times, withinDays, pauseDays } = rule
  const counted = countedMisses(rule, missedMs, now)
  if (consequence === 'none' || counted.length < times) return null
  const limit = { missed: counted.length, withinDays }
  if (consequence === 'approval') return { ...limit, consequence, until: null }
  const until = new Date(Math.max(...counted) + pauseDays * DAY_MS)
  return now < until ? { ...limit, consequence, until: until.toISOString() } : null
}

/** Whether a no-show counts against its person: not one that the organiser has taken back. */
export const isExcused = ({ state, missedAtMs }: RegistrationDoc): boolean =>
  state === 'noShow' && missedAtMs === 0

/** Said once, by whom it is about, for two weeks. */
export const mayDispute = (event: EventDoc, part: RegistrationDoc | null, now: Date): boolean =>
  part?.state === 'noShow' &&
  !isExcused(part) &&
  !part.dispute &&
  now.getTime() < event.endsAt.getTime() + DISPUTE_DAYS * DAY_MS
