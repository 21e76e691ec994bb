import * as fc from 'fast-check'
import { ESCALATION, URGENCIES, type Urgency } from '../../../types/help-rules'
import type { RequestDoc } from '../../db/documents'
import { passTime } from './pass-time'
import * as steps from './steps'
import { timeTable, wakeAt } from './time-table'

const START = Date.parse('2026-03-01T10:00:00Z')
const HOUR_MS = 3_600_000
const hour = (n: number) => new Date(START + n * HOUR_MS)
const ann = { userId: 'ann', nickname: '安' }
const ben = { userId: 'ben', nickname: '本' }

function opened(urgency: Urgency, deadlineHours: number): RequestDoc {
  const request: RequestDoc = {
    _id: 'r1',
    v: 1,
    createdAt: hour(0),
    communityId: 'c1',
    userId: 'ann',
    templateKey: 'life',
    templateVersion: 1,
    templateName: '邻里生活',
    templateIcon: 'package',
    title: '搬书架',
    answers: { what: '搬书架', thanks: '请你喝茶' },
    deadline: hour(deadlineHours),
    helpersNeeded: 1,
    state: 'open',
    offers: [],
    helperUserIds: [],
    closeReason: null,
    visibility: 'shown',
    urgency,
    rank: '',
    terms: [],
    place: '0-00',
    turn: 'xr1',
    marks: [],
    wakeAt: null,
    endedAt: null,
    thread: { count: 0, seen: {} },
    previousId: null,
    invitedUserId: null,
  }
  return { ...request, wakeAt: wakeAt(request) }
}

function after(outcome: steps.Outcome): RequestDoc {
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.request
}
const offered = (request: RequestDoc, at: Date) => after(steps.makeOffer(request, ben, '我来', at))
const accepted = (request: RequestDoc, at: Date) =>
  after(steps.acceptOffer(offered(request, at), ann, 'ben', at))

const minutes = (n: number) => new Date(START + n * 60_000)

describe('a pressing request that nobody answers', () => {
  test.each(['urgent', 'emergency'] as const)(
    'reaches further people at the published times: %s',
    (urgency) => {
      let request = opened(urgency, 20)
      for (const { afterMinutes, to } of ESCALATION[urgency]) {
        if (afterMinutes > 0) {
          const early = passTime(request, minutes(afterMinutes - 1))
          expect(early.reach).toBeNull()
          request = early.request
        }
        const passed = passTime(request, minutes(afterMinutes))
        expect(passed.reach).toBe(to)
        // Looked at again, nothing more is done.
        expect(passTime(passed.request, minutes(afterMinutes))).toMatchObject({
          reach: null,
          news: [],
          request: passed.request,
        })
        request = passed.request
      }
    },
  )

  test('looked at late, calls once, as wide as the latest would have', () => {
    expect(passTime(opened('urgent', 20), minutes(130)).reach).toBe('fitting')
    expect(passTime(opened('emergency', 20), minutes(120)).reach).toBe('members')
  })
})

test('somebody who offers ends the calling, except the first', () => {
  const first = passTime(offered(opened('urgent', 20), hour(0)), hour(0))
  expect(first.reach).toBe('fitting')
  expect(passTime(first.request, hour(7)).reach).toBeNull()
})

test('nobody is called to what is not shown, and everybody once it is', () => {
  const held: RequestDoc = { ...opened('urgent', 20), visibility: 'pending' }
  const waited = passTime(held, hour(1))
  expect(waited.reach).toBeNull()
  expect(passTime({ ...waited.request, visibility: 'shown' }, hour(1)).reach).toBe('fitting')
})

test('reminds before the deadline, once, and not when it is over', () => {
  const request = opened('normal', 40)
  expect(passTime(request, hour(29)).news).toEqual([])
  const passed = passTime(request, hour(30))
  expect(passed.news).toEqual([{ kind: 'request_due', to: ['ann'], params: {} }])
  expect(passTime(passed.request, hour(39)).news).toEqual([])
  expect(passTime(request, hour(41)).news.map(({ kind }) => kind)).toEqual(['request_expired'])
})

test('reminds who promised, and asks a day after the deadline', () => {
  const request = accepted(opened('normal', 40), hour(1))
  expect(passTime(request, hour(30)).news).toEqual([
    { kind: 'promise_due', to: ['ben'], params: {} },
  ])
  const kinds = passTime(request, hour(64)).news.map(({ kind }) => kind)
  expect(kinds).toContain('promise_overdue')
})

test('help that nobody confirms is announced, then confirmed with the words said ahead', () => {
  const done = after(steps.markDone(accepted(opened('normal', 40), hour(1)), ben, hour(2)))
  const told = passTime(done, hour(2 + 48))
  expect(told.news.map(({ kind }) => kind)).toContain('confirm_soon')
  expect(told.request.state).toBe('fulfilled')
  const passed = passTime(told.request, hour(2 + 72))
  expect(passed.confirmed).toEqual(['ben'])
  expect(passed.request).toMatchObject({ state: 'thanked', wakeAt: null })
  expect(passed.request.offers[0]).toMatchObject({ thanks: '请你喝茶', byTime: true })
  expect(passed.news).toEqual([
    { kind: 'help_confirmed', to: ['ben'], params: {} },
    { kind: 'help_confirmed_by_time', to: ['ann'], params: {} },
  ])
})

test('however often and late it is looked at, the same is done, and nothing stays due', () => {
  const looks = fc.uniqueArray(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 12 })
  const act = fc.constantFrom('none', 'offer', 'accept', 'done')
  fc.assert(
    fc.property(fc.constantFrom(...URGENCIES), act, looks, (urgency, how, hours) => {
      let request = opened(urgency, 20)
      if (how === 'offer') request = offered(request, hour(1))
      if (how === 'accept' || how === 'done') request = accepted(request, hour(1))
      if (how === 'done') request = after(steps.markDone(request, ben, hour(2)))
      const told: string[] = []
      for (const at of [...hours.sort((a, b) => a - b), 400].map(hour)) {
        const passed = passTime(request, at)
        request = passed.request
        told.push(...passed.news.flatMap(({ kind, to }) => to.map((who) => `${kind} ${who}`)))
        expect(timeTable(request).filter((due) => due.at <= at)).toEqual([])
        expect(request.wakeAt === null || request.wakeAt > at).toBe(true)
      }
      // Nobody is told the same twice, whenever the clock ran.
      expect(new Set(told).size).toBe(told.length)
      expect(request.state).toBe(
        { none: 'expired', offer: 'expired', accept: 'matched', done: 'thanked' }[how],
      )
    }),
  )
})
