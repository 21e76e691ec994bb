import * as fc from 'fast-check'
import type { RequestStep } from '../../../types/help-rules'
import type { RequestDoc } from '../../db/documents'
import { nextSteps } from './next-steps'
import { asOf, type News, settle } from './request'
import { isFinal, isTaken, REQUEST_WAYS, type Step, TAKEN_BY } from './states'
import * as steps from './steps'

const START = Date.parse('2026-03-01T10:00:00Z')
const DEADLINE_MIN = 100
/** Later than any helper may stay silent. */
const SILENT_MIN = 3000
const minute = (n: number) => new Date(START + n * 60_000)

const REQUESTER = 'ann'
const HELPERS = ['ben', 'cai', 'dan'] as const
const PEOPLE = [REQUESTER, ...HELPERS] as const
type Person = (typeof PEOPLE)[number]

type Command = { step: Step; by: Person; helper: Person }

const opened = (helpersNeeded: number): RequestDoc => ({
  _id: 'r1',
  v: 1,
  createdAt: minute(0),
  communityId: 'c1',
  userId: REQUESTER,
  templateKey: 'local',
  templateVersion: 1,
  templateName: '本地生活',
  templateIcon: 'hand',
  title: '搬书架',
  answers: { what: '搬书架' },
  deadline: minute(DEADLINE_MIN),
  helpersNeeded,
  state: 'open',
  offers: [],
  helperUserIds: [],
  closeReason: null,
  visibility: 'shown',
  urgency: 'normal',
  rank: '0r1',
  terms: [],
  place: '0-00',
  turn: 'xr1',
  marks: [],
  wakeAt: null,
  endedAt: null,
  thread: { count: 0, seen: {} },
  previousId: null,
  invitedUserId: null,
})

/** Takes a step as the actions do: those without a part in it are turned away first. */
function take(request: RequestDoc, { step, by, helper }: Command, now: Date): steps.Outcome {
  if (!steps.hasPart(step, request, by)) return { ok: false, code: 'forbidden', params: {} }
  const me = { userId: by, nickname: by }
  switch (step) {
    case 'makeOffer':
      return steps.makeOffer(request, me, 'hello', now)
    case 'acceptOffer':
      return steps.acceptOffer(request, me, helper, now)
    case 'declineOffer':
      return steps.declineOffer(request, me, helper, 'why', now)
    case 'withdrawOffer':
      return steps.withdrawOffer(request, me, 'why', now)
    case 'markDone':
      return steps.markDone(request, me, now)
    case 'confirmDone':
      return steps.confirmDone(request, me, helper, 'thanks', now)
    case 'replaceHelper':
      return steps.replaceHelper(request, me, helper, now)
    case 'closeRequest':
      return steps.closeRequest(request, me, 'why', now)
  }
}

const STEPS = Object.keys(TAKEN_BY) as Step[]
const COMMANDS: Command[] = STEPS.flatMap((step) =>
  PEOPLE.flatMap((by) =>
    PEOPLE.filter((helper) => helper === by || TAKEN_BY[step] === 'requester').map((helper) => ({
      step,
      by,
      helper,
    })),
  ),
)

/** What holds for every settled request at every instant, said without the code that computes it. */
function expectSound(request: RequestDoc, placesAsked: number, now: Date): void {
  const states = request.offers.map(({ state }) => state)
  const has = (state: (typeof states)[number]) => states.includes(state)
  const places = states.filter(isTaken).length
  const isDue = now >= request.deadline

  expect(places).toBeLessThanOrEqual(request.helpersNeeded)
  expect(request.helpersNeeded).toBeGreaterThanOrEqual(1)
  expect(request.helpersNeeded).toBeLessThanOrEqual(placesAsked)
  expect(new Set(request.offers.map(({ userId }) => userId)).size).toBe(states.length)
  expect(request.offers.map(({ userId }) => userId)).not.toContain(REQUESTER)
  expect(request.helperUserIds).toEqual(
    request.offers
      .filter(({ state }) => ['offered', 'accepted', 'done', 'thanked'].includes(state))
      .map(({ userId }) => userId),
  )
  for (const entry of request.offers) {
    expect(entry.thanks !== null).toBe(entry.state === 'thanked')
    if (entry.state === 'withdrawn' || entry.state === 'released') expect(entry.reason).toBe('why')
  }
  const isClosed = request.closeReason !== null
  if (has('offered')) expect([isDue, isClosed]).toEqual([false, false])
  switch (request.state) {
    case 'open':
      expect(places).toBeLessThan(request.helpersNeeded)
      expect([isDue, isClosed]).toEqual([false, false])
      break
    case 'matched':
      expect(places).toBe(request.helpersNeeded)
      expect(has('accepted')).toBe(true)
      break
    case 'fulfilled':
      expect(places).toBe(request.helpersNeeded)
      expect([has('offered'), has('accepted'), has('done')]).toEqual([false, false, true])
      break
    case 'thanked':
      expect(places).toBe(request.helpersNeeded)
      expect(states.filter((state) => state === 'thanked')).toHaveLength(places)
      expect(has('offered')).toBe(false)
      break
    case 'cancelled':
      expect([places, isClosed, has('offered')]).toEqual([0, true, false])
      break
    case 'expired':
      expect([places, isClosed, isDue, has('offered')]).toEqual([0, false, true, false])
      break
  }
}

/** Nobody's part changes behind their back, and nobody is told of what they did themselves. */
function expectTold(before: RequestDoc, after: RequestDoc, news: readonly News[], by?: Person) {
  const told = new Set(news.flatMap(({ to }) => to))
  for (const entry of after.offers) {
    const was = before.offers.find(({ userId }) => userId === entry.userId)
    if (was?.state === entry.state || entry.userId === by) continue
    expect(told).toContain(entry.userId)
  }
  if (by !== REQUESTER && JSON.stringify(before) !== JSON.stringify(after)) {
    const onlyWaiting = news.every(({ kind }) => kind === 'request_closed')
    expect(told.has(REQUESTER) || onlyWaiting).toBe(true)
  }
  const each = news.flatMap(({ kind, to }) => to.map((reader) => `${kind} to ${reader}`))
  expect(new Set(each).size).toBe(each.length)
  // Written in the transaction one by one, beside what waits for those who waited.
  const written = news.filter(({ kind, to }) => kind !== 'request_closed' && to[0] !== by)
  expect(written.length).toBeLessThanOrEqual(2)
  for (const { kind, to } of news) {
    if (by && kind !== 'request_expired') expect(to).not.toContain(by)
  }
}

const STEP_ON_PAGE: Record<Step, RequestStep> = {
  makeOffer: 'offer',
  acceptOffer: 'answerOffers',
  declineOffer: 'answerOffers',
  withdrawOffer: 'withdraw',
  markDone: 'markDone',
  confirmDone: 'confirm',
  replaceHelper: 'replace',
  closeRequest: 'close',
}

/** The steps offered are the commands that are not refused: no dead button, no hidden way. */
function expectHonestSteps(request: RequestDoc, now: Date): void {
  for (const by of PEOPLE) {
    const possible = COMMANDS.filter((command) => command.by === by)
      .filter((command) => take(request, command, now).ok)
      .map(({ step }) => STEP_ON_PAGE[step])
    expect(new Set(nextSteps(request, by, now))).toEqual(new Set(possible))
  }
}

test('people acting in any order keep the request sound, and are told what concerns them', () => {
  const turn = fc.record({
    command: fc.constantFrom(...COMMANDS),
    minutes: fc.oneof({ weight: 8, arbitrary: fc.constant(0) }, fc.nat(40)),
    timerRuns: fc.boolean(),
  })
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 3 }),
      fc.array(turn, { minLength: 1, maxLength: 40 }),
      (placesAsked, turns) => {
        let request = opened(placesAsked)
        let at = 0
        for (const { command, minutes, timerRuns } of turns) {
          at += minutes
          const now = minute(at)
          if (timerRuns) {
            const expiry = settle(request, now)
            expectTold(request, expiry.request, expiry.news)
            request = expiry.request
          }
          const before = asOf(request, now)
          const outcome = take(request, command, now)
          if (outcome.ok) {
            expect(isFinal(before.state)).toBe(false)
            const ways = [before.state, ...Object.keys(REQUEST_WAYS[before.state])]
            expect(ways).toContain(outcome.request.state)
            expectTold(request, outcome.request, outcome.news, command.by)
            request = outcome.request
          }
          expectSound(asOf(request, now), placesAsked, now)
          expect(asOf(asOf(request, now), now)).toEqual(asOf(request, now))
        }
      },
    ),
    { numRuns: 400 },
  )
})

/** Every request reachable by three helpers, before and after the deadline; found by walking all ways. */
function reachable(placesAsked: number): { request: RequestDoc; now: Date }[] {
  const found = new Map<string, { request: RequestDoc; now: Date }>()
  const waiting = [{ request: opened(placesAsked), now: minute(1) }]
  const label = (request: RequestDoc, now: Date) =>
    JSON.stringify([
      now >= request.deadline,
      now >= minute(SILENT_MIN),
      request.state,
      request.helpersNeeded,
      request.closeReason,
      // Who is who makes no difference, only how many stand where.
      HELPERS.map((name) => request.offers.find(({ userId }) => userId === name)?.state).sort(),
    ])
  for (let at = waiting.pop(); at; at = waiting.pop()) {
    const { request, now } = at
    const key = label(request, now)
    if (found.has(key)) continue
    found.set(key, at)
    for (const late of [minute(DEADLINE_MIN), minute(SILENT_MIN)].filter((at) => at > now)) {
      waiting.push({ request: asOf(request, late), now: late })
    }
    for (const command of COMMANDS) {
      const outcome = take(request, command, now)
      if (outcome.ok) waiting.push({ request: outcome.request, now })
    }
  }
  return [...found.values()]
}

describe.each([1, 2, 3])(
  'of all requests that three people can bring about with %i places',
  (places) => {
    const all = reachable(places)

    test('every state is reached', () => {
      expect(new Set(all.map(({ request }) => request.state))).toEqual(
        new Set(Object.keys(REQUEST_WAYS)),
      )
    })

    test('each is sound, and offers exactly the steps that are not refused', () => {
      for (const { request, now } of all) {
        expectSound(request, places, now)
        expectHonestSteps(request, now)
      }
    })

    test('a final one stays as it is, whoever tries what and however late', () => {
      for (const { request, now } of all.filter(({ request }) => isFinal(request.state))) {
        for (const command of COMMANDS) expect(take(request, command, now).ok).toBe(false)
        expect(asOf(request, minute(10_000))).toEqual(request)
      }
    })

    test('each takes a call whose clock is behind without leaving its ways', () => {
      for (const { request, now } of all.filter(({ now }) => now >= minute(DEADLINE_MIN))) {
        const early = minute(1)
        for (const command of COMMANDS) {
          const outcome = take(request, command, early)
          if (isFinal(request.state)) expect(outcome.ok).toBe(false)
          if (outcome.ok) expectSound(asOf(outcome.request, now), places, now)
        }
      }
    })

    test('any other has a way on, and its requester alone can bring it to an end', () => {
      for (const { request, now } of all.filter(({ request }) => !isFinal(request.state))) {
        expect(nextSteps(request, REQUESTER, now)).not.toEqual([])
        let current = request
        const close = take(current, { step: 'closeRequest', by: REQUESTER, helper: REQUESTER }, now)
        if (close.ok) current = close.request
        for (const helper of HELPERS) {
          const confirm = take(current, { step: 'confirmDone', by: REQUESTER, helper }, now)
          if (confirm.ok) current = confirm.request
        }
        expect(isFinal(current.state)).toBe(true)
      }
    })

    test('a helper who was accepted can always go on or step back', () => {
      for (const { request, now } of all) {
        for (const { userId } of request.offers.filter(({ state }) => state === 'accepted')) {
          expect(nextSteps(request, userId, now)).toEqual(['withdraw', 'markDone'])
        }
      }
    })
  },
)
