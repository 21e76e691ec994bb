import { strict as assert } from 'node:assert'
import { type Audience, ESCALATION } from '../../../types/help-rules'
import type { RequestDoc } from '../../db/documents'
import { isSearching, type News, offerOf, settle, takenCount } from './request'
import { isStanding } from './states'
import { type Due, timeTable } from './time-table'

/** What the clock has done to a request, and what it asks of those who run it. */
export type Passed = {
  request: RequestDoc
  news: News[]
  /** Whom to tell that somebody is in need; who they are has to be looked up. */
  reach: Audience | null
  /** Helpers whose help was confirmed because nobody else did. */
  confirmed: string[]
}

/**
 * The request after everything that was due until this instant has been done, in order and once each:
 * a request that was looked at already stays as it is.
 */
export function passTime(found: RequestDoc, now: Date): Passed {
  const start = settle(found, now)
  const passed: Passed = { ...start, reach: null, confirmed: [] }
  // Each round sets a mark or ends a help; there are few of either.
  for (let due = dueAt(passed.request, now); due; due = dueAt(passed.request, now)) {
    const marked = { ...passed.request, marks: [...passed.request.marks, due.mark] }
    const { request, news } = settle(happen(marked, due, passed, now), now)
    passed.request = request
    passed.news.push(...news)
  }
  return passed
}

const dueAt = (request: RequestDoc, now: Date): Due | undefined =>
  timeTable(request).find(({ at }) => at <= now)

/** One thing that is due. Answers the request with what it changed; tells through `passed`. */
function happen(request: RequestDoc, due: Due, passed: Passed, now: Date): RequestDoc {
  const tell = (kind: News['kind'], to: readonly string[], params: News['params'] = {}) => {
    if (to.length > 0) passed.news.push({ kind, to, params })
  }
  const accepted = request.offers.filter(({ state }) => state === 'accepted')
  const helpers = accepted.map(({ userId }) => userId)
  switch (due.does) {
    case 'end':
      return request
    case 'takeAway':
      tell('request_closed', helpers, { reason: '' })
      return takenAway(request, now)
    case 'reach':
      if (!isAnswered(request, due.level)) {
        passed.reach = wider(passed.reach, ESCALATION[request.urgency][due.level]?.to)
      }
      return request
    case 'remind':
      // Noticed too late, there is nothing to be reminded of.
      if (now >= request.deadline) return request
      if (isSearching(request, now) && takenCount(request) < request.helpersNeeded) {
        tell('request_due', [request.userId])
      }
      tell('promise_due', helpers)
      return request
    case 'nudge':
      tell('promise_overdue', helpers)
      return request
    case 'notice':
      tell('confirm_soon', [request.userId])
      return request
    case 'confirm':
      return confirmByTime(request, due.helper, passed, now)
  }
}

/** A request that a moderator took away: nobody is to come any more; help that was given is thanked for. */
const takenAway = (request: RequestDoc, now: Date): RequestDoc => ({
  ...request,
  closeReason: request.closeReason ?? '',
  offers: request.offers.map((entry) =>
    entry.state === 'accepted' ? { ...entry, state: 'released', changedAt: now } : entry,
  ),
})

/** From few to many; each holds those before it. */
const WIDTH: readonly Audience[] = ['duty', 'fitting', 'members']

/** Of calls that come due together, because nobody looked for a while, the one that reaches more. */
const wider = (a: Audience | null, b: Audience | undefined): Audience | null =>
  WIDTH.findLast((audience) => audience === a || audience === b) ?? null

/** At once everybody who fits is told; later only while nobody stands by an offer. */
const isAnswered = (request: RequestDoc, level: number): boolean =>
  level > 0 && request.offers.some(({ state }) => isStanding(state))

/** The requester's words of thanks from the form stand for those they did not say. */
function confirmByTime(request: RequestDoc, helper: string, passed: Passed, now: Date): RequestDoc {
  const entry = offerOf(request, helper)
  assert(entry?.state === 'done')
  passed.confirmed.push(helper)
  passed.news.push(
    { kind: 'help_confirmed', to: [helper], params: {} },
    { kind: 'help_confirmed_by_time', to: [request.userId], params: {} },
  )
  const words = thanksSaidAhead(request)
  return {
    ...request,
    offers: request.offers.map((other) =>
      other === entry
        ? { ...entry, state: 'thanked', thanks: words, byTime: true, changedAt: now }
        : other,
    ),
  }
}

/** Every form asks for words of thanks; they are said when nobody said others. */
export function thanksSaidAhead({ answers }: RequestDoc): string {
  const words = answers.thanks
  return typeof words === 'string' ? words : ''
}
