import { strict as assert } from 'node:assert'
import {
  PRESSING_DAYS,
  PRESSING_MAX,
  URGENCY_BOUNDS,
  type Urgency,
} from '../../../types/help-rules'
import type { Answers, Template } from '../../../types/template'
import type { RequestDoc } from '../../db/documents'
import { lt, type Store } from '../../db/store'
import { freePlace, NO_PLACE, nextTurn, noPlace, PLACES_MAX } from '../../domain/help/places'
import { termsOf } from '../../domain/help/terms'
import { wakeAt } from '../../domain/help/time-table'
import { isPressing, rankOf, tooFarFor } from '../../domain/help/urgency'
import { refuse } from '../../runtime/errors'

/** What a member has on the board, as far as it bounds what they may add. */
export type Standing = {
  holders: readonly Pick<RequestDoc, '_id' | 'place' | 'deadline'>[]
  lastPressing: readonly Pick<RequestDoc, 'turn' | 'createdAt'>[]
}

export async function findStanding(
  store: Store,
  communityId: string,
  userId: string,
): Promise<Standing> {
  const [holders, lastPressing] = await Promise.all([
    store.findParts(
      'requests',
      { where: { communityId, userId, place: lt(NO_PLACE) }, limit: PLACES_MAX },
      ['_id', 'place', 'deadline'],
    ),
    store.findParts(
      'requests',
      {
        where: { communityId, userId, turn: lt(NO_PLACE) },
        orderBy: ['turn', 'desc'],
        limit: PRESSING_MAX,
      },
      ['turn', 'createdAt'],
    ),
  ])
  return { holders, lastPressing }
}

/**
 * The place and the turn of one more request; refuses what a member has too much of. Both are unique
 * keys of the member: who finds them taken after all looks anew.
 */
export function placeFor(
  { holders, lastPressing }: Standing,
  { _id, urgency, deadline }: { _id: string; urgency: Urgency; deadline: Date },
  now: Date,
): Pick<RequestDoc, 'place' | 'turn'> {
  const hours = tooFarFor(urgency, deadline, now)
  if (hours !== null) refuse('not_so_pressing', { urgency, hours })
  const place = freePlace(urgency, holders, now)
  const max = URGENCY_BOUNDS[urgency].openMax
  if (!isPressing(urgency)) {
    if (place === null) return refuse('too_many_open_requests', { max })
    return { place, turn: noPlace(_id) }
  }
  if (place === null) return refuse('too_many_pressing', { urgency, max })
  const turn = nextTurn(lastPressing, now)
  if (turn === null) {
    return refuse('too_many_pressing', { urgency, max: PRESSING_MAX, days: PRESSING_DAYS })
  }
  return { place, turn }
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
  | 'place'
  | 'turn'
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
