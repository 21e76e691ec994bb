import { strict as assert } from 'node:assert'
import {
  OPEN_REQUESTS_MAX,
  PRESSING_DAYS,
  PRESSING_MAX,
  URGENCIES,
  type Urgency,
} from '../../../types/help'
import type { Answers, Template } from '../../../types/template'
import type { RequestDoc } from '../../db/documents'
import { gt, oneOf, type Store } from '../../db/store'
import { termsOf } from '../../domain/help/terms'
import { wakeAt } from '../../domain/help/time-table'
import { isPressing, rankOf, tooFarFor, tooManyOf } from '../../domain/help/urgency'
import { refuse } from '../../runtime/errors'
import { timeOf } from '../../runtime/ids'

const DAY_MS = 86_400_000

/** What a member has on the board, as far as it bounds what they may add. */
export type Standing = { open: readonly Urgency[]; pressingLately: number }

export async function findStanding(
  store: Store,
  communityId: string,
  userId: string,
  now: Date,
): Promise<Standing> {
  const since = timeOf(new Date(now.getTime() - PRESSING_DAYS * DAY_MS))
  const [open, pressingLately] = await Promise.all([
    store.find('requests', {
      where: { communityId, userId, state: 'open', deadline: gt(now) },
      limit: OPEN_REQUESTS_MAX,
    }),
    store.countUpTo(
      'requests',
      { communityId, userId, _id: gt(since), urgency: oneOf(URGENCIES.filter(isPressing)) },
      PRESSING_MAX,
    ),
  ])
  return { open: open.map(({ urgency }) => urgency), pressingLately }
}

/**
 * Refuses what a member has too much of. Counted before the transaction: two posts at the same instant
 * may pass a bound by one, which keeps a board as readable and a post two steps cheaper.
 */
export function checkBounds(
  { open, pressingLately }: Standing,
  urgency: Urgency,
  deadline: Date,
  now: Date,
): void {
  if (open.length >= OPEN_REQUESTS_MAX) refuse('too_many_open_requests', { max: OPEN_REQUESTS_MAX })
  const hours = tooFarFor(urgency, deadline, now)
  if (hours !== null) refuse('not_so_pressing', { urgency, hours })
  const max = tooManyOf(urgency, open)
  if (max !== null) refuse('too_many_pressing', { urgency, max })
  if (isPressing(urgency) && pressingLately >= PRESSING_MAX) {
    refuse('too_many_pressing', { urgency, max: PRESSING_MAX, days: PRESSING_DAYS })
  }
}

type Draft = Pick<
  RequestDoc,
  | '_id'
  | 'communityId'
  | 'userId'
  | 'helpersNeeded'
  | 'urgency'
  | 'previousId'
  | 'invitedUserId'
  | 'visibility'
>

/** A request as it begins: open, with nobody's part in it yet. */
export function openRequest(
  draft: Draft,
  template: Template,
  answers: Answers,
  now: Date,
): RequestDoc {
  const { what, deadline } = answers
  assert(
    typeof what === 'string' && typeof deadline === 'string',
    `form ${template.key} lacks fixed fields`,
  )
  const request: RequestDoc = {
    ...draft,
    v: 1,
    createdAt: now,
    templateKey: template.key,
    templateVersion: template.version,
    templateName: template.name,
    templateIcon: template.icon,
    title: what,
    answers,
    deadline: new Date(deadline),
    state: 'open',
    offers: [],
    helperUserIds: [],
    closeReason: null,
    rank: rankOf(draft._id, draft.urgency, 'open'),
    terms: termsOf([what, template.name, ...wordsOf(template, answers)]),
    marks: [],
    wakeAt: null,
    endedAt: null,
    thread: { count: 0, seen: {} },
  }
  return { ...request, wakeAt: wakeAt(request) }
}

/** What was written on the form, and the names of what was chosen; the thanks say nothing of the need. */
function wordsOf({ fields }: Template, answers: Answers): string[] {
  return fields.flatMap(({ key, kind, options = [], reviewersOnly }) => {
    const value = answers[key]
    if (value === undefined || reviewersOnly) return []
    if (key === 'what' || key === 'thanks') return []
    if (kind === 'shortText' || kind === 'longText' || kind === 'place') return [String(value)]
    const chosen = Array.isArray(value) ? value : [value]
    return options.filter((option) => chosen.includes(option.value)).map(({ label }) => label)
  })
}
