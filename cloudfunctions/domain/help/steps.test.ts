import { OFFERS_MAX } from '../../../types/help-rules'
import type { RequestDoc } from '../../db/documents'
import { asOf, settle } from './request'
import {
  acceptOffer,
  closeRequest,
  confirmDone,
  declineOffer,
  ENDED_OFFERS_KEPT,
  makeOffer,
  markDone,
  type Outcome,
  withdrawOffer,
} from './steps'

const BEFORE = new Date('2026-03-01T10:00:00Z')
const DEADLINE = new Date('2026-03-01T12:00:00Z')
const AFTER = new Date('2026-03-01T12:00:01Z')

const ann = { userId: 'ann', nickname: '安' }
const ben = { userId: 'ben', nickname: '本' }
const cai = { userId: 'cai', nickname: '蔡' }

const open = (helpersNeeded = 1): RequestDoc => ({
  _id: 'r1',
  v: 1,
  createdAt: BEFORE,
  communityId: 'c1',
  userId: ann.userId,
  templateKey: 'local',
  templateVersion: 1,
  templateName: '本地生活',
  templateIcon: 'hand',
  title: '借梯子',
  answers: { what: '借梯子' },
  deadline: DEADLINE,
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

/** The request after steps that must all succeed. */
function onward(request: RequestDoc, ...steps: ((request: RequestDoc) => Outcome)[]): RequestDoc {
  return steps.reduce((current, step) => {
    const outcome = step(current)
    if (!outcome.ok) throw new Error(`refused: ${outcome.code}`)
    return outcome.request
  }, request)
}

const offer =
  (by: typeof ben, now = BEFORE) =>
  (request: RequestDoc) =>
    makeOffer(request, by, '我来', now)
const accept =
  (by: typeof ben, now = BEFORE) =>
  (request: RequestDoc) =>
    acceptOffer(request, ann, by.userId, now)
const decline =
  (by: typeof ben, now = BEFORE) =>
  (request: RequestDoc) =>
    declineOffer(request, ann, by.userId, '下次', now)
const withdraw =
  (by: typeof ben, now = BEFORE) =>
  (request: RequestDoc) =>
    withdrawOffer(request, by, '要加班', now)
const finish =
  (by: typeof ben, now = BEFORE) =>
  (request: RequestDoc) =>
    markDone(request, by, now)
const confirm =
  (by: typeof ben, now = BEFORE) =>
  (request: RequestDoc) =>
    confirmDone(request, ann, by.userId, '多谢', now)
const close =
  (now = BEFORE) =>
  (request: RequestDoc) =>
    closeRequest(request, ann, '够了', now)

const entryOf = (request: RequestDoc, by: typeof ben) =>
  request.offers.find(({ userId }) => userId === by.userId)
const kinds = (outcome: Outcome) => (outcome.ok ? outcome.news.map(({ kind }) => kind) : [])

describe('the way from open to thanked', () => {
  test('one helper is offered, accepted, done and thanked', () => {
    const offered = onward(open(), offer(ben))
    expect(offered).toMatchObject({ state: 'open', helperUserIds: ['ben'] })
    const accepted = onward(offered, accept(ben))
    expect(accepted.state).toBe('matched')
    const done = onward(accepted, finish(ben))
    expect(done.state).toBe('fulfilled')
    const thanked = onward(done, confirm(ben))
    expect(thanked.state).toBe('thanked')
    expect(entryOf(thanked, ben)).toMatchObject({ state: 'thanked', thanks: '多谢' })
  })

  test('the requester may confirm without waiting for the word of the helper', () => {
    expect(onward(open(), offer(ben), accept(ben), confirm(ben)).state).toBe('thanked')
  })

  test('with two places the request stays open until the second is taken', () => {
    const one = onward(open(2), offer(ben), offer(cai), accept(ben), finish(ben), confirm(ben))
    expect(one.state).toBe('open')
    const two = onward(one, accept(cai))
    expect(two.state).toBe('matched')
    expect(onward(two, finish(cai)).state).toBe('fulfilled')
    expect(onward(two, confirm(cai)).state).toBe('thanked')
  })

  test('those who wait are declined and told once no place can become free any more', () => {
    const matched = onward(open(), offer(ben), offer(cai), accept(ben))
    expect(entryOf(matched, cai)?.state).toBe('offered')
    const outcome = finish(ben)(matched)
    expect(kinds(outcome)).toEqual(['help_done', 'request_closed'])
    expect(entryOf(onward(matched, finish(ben)), cai)?.state).toBe('declined')
  })
})

describe('offering', () => {
  test('is refused on a request of one’s own', () => {
    expect(offer(ann)(open())).toMatchObject({ ok: false, code: 'own_request' })
  })

  test('is refused while an offer of mine stands, and possible again after it ended', () => {
    const offered = onward(open(2), offer(ben))
    expect(offer(ben)(offered)).toMatchObject({ ok: false, code: 'already_offered' })
    for (const end of [[withdraw(ben)], [decline(ben)], [accept(ben), withdraw(ben)]]) {
      const again = onward(offered, ...end, offer(ben))
      expect(again.offers).toHaveLength(1)
      expect(entryOf(again, ben)).toMatchObject({ state: 'offered', reason: null })
    }
  })

  test('is refused when every place is taken', () => {
    const matched = onward(open(), offer(ben), accept(ben))
    expect(offer(cai)(matched)).toEqual({
      ok: false,
      code: 'request_full',
      params: { helpersNeeded: 1 },
    })
  })

  test('is refused from the very instant of the deadline', () => {
    expect(offer(ben, new Date(DEADLINE.getTime() - 1))(open()).ok).toBe(true)
    expect(offer(ben, DEADLINE)(open())).toEqual({
      ok: false,
      code: 'request_closed',
      params: { state: 'expired' },
    })
  })

  test('is refused on a matched request whose deadline has passed', () => {
    const matched = onward(open(), offer(ben), accept(ben))
    expect(offer(cai, AFTER)(matched)).toMatchObject({ code: 'request_closed' })
  })

  test('is refused when as many stand as one can read, and ended ones do not count', () => {
    let request = open()
    for (let n = 0; n < OFFERS_MAX; n++)
      request = onward(request, offer({ ...ben, userId: `h${n}` }))
    expect(offer(ben)(request)).toEqual({
      ok: false,
      code: 'too_many_offers',
      params: { max: OFFERS_MAX },
    })
    expect(offer(ben)(onward(request, decline({ ...ben, userId: 'h3' }))).ok).toBe(true)
  })

  test('forgets the oldest ended offers, so that the request stays small', () => {
    let request = onward(open(2), offer(cai), accept(cai))
    for (let n = 0; n < ENDED_OFFERS_KEPT + 5; n++) {
      const by = { ...ben, userId: `h${n}` }
      request = onward(request, offer(by), withdraw(by))
    }
    const last = onward(request, offer(ben))
    expect(last.offers).toHaveLength(ENDED_OFFERS_KEPT + 2)
    expect(entryOf(last, cai)?.state).toBe('accepted')
    expect(last.offers.map(({ userId }) => userId)).not.toContain('h4')
    expect(last.offers.map(({ userId }) => userId)).toContain('h5')
  })
})

describe('answering offers', () => {
  test('the last place goes to one; the other accept finds the request full', () => {
    const matched = onward(open(), offer(ben), offer(cai), accept(ben))
    expect(accept(cai)(matched)).toEqual({
      ok: false,
      code: 'request_full',
      params: { helpersNeeded: 1 },
    })
  })

  test('an offer that was taken, declined or withdrawn before is gone, with its state', () => {
    const offered = onward(open(2), offer(ben))
    const gone = (state: string) => ({ ok: false, code: 'offer_gone', params: { state } })
    expect(accept(ben)(onward(offered, accept(ben)))).toEqual(gone('accepted'))
    expect(accept(ben)(onward(offered, decline(ben)))).toEqual(gone('declined'))
    expect(decline(ben)(onward(offered, withdraw(ben)))).toEqual(gone('withdrawn'))
    expect(decline(ben)(onward(offered, accept(ben)))).toEqual(gone('accepted'))
    expect(confirm(ben)(offered)).toEqual(gone('offered'))
    expect(finish(ben)(offered)).toEqual(gone('offered'))
    expect(withdraw(ben)(onward(offered, accept(ben), finish(ben)))).toEqual(gone('done'))
  })

  test('a request that has ended says so', () => {
    const expired = onward(open(), offer(ben))
    const refusal = { ok: false, code: 'request_closed', params: { state: 'expired' } }
    expect(accept(ben, AFTER)(expired)).toEqual(refusal)
    expect(withdraw(ben, AFTER)(expired)).toEqual(refusal)
  })

  test('an offer that nobody made is not found', () => {
    expect(accept(cai)(open())).toMatchObject({ ok: false, code: 'not_found' })
  })

  test('a declined helper reads the reason', () => {
    const outcome = decline(ben)(onward(open(), offer(ben)))
    expect(outcome).toMatchObject({
      news: [{ kind: 'offer_declined', to: ['ben'], params: { name: '安', reason: '下次' } }],
    })
  })
})

describe('giving a place back', () => {
  test('opens a matched request again before the deadline', () => {
    const released = onward(open(), offer(ben), accept(ben), withdraw(ben))
    expect(released).toMatchObject({ state: 'open', helpersNeeded: 1, helperUserIds: [] })
    expect(entryOf(released, ben)).toMatchObject({ state: 'released', reason: '要加班' })
  })

  test('lets a request expire after the deadline when it was the only one', () => {
    const matched = onward(open(), offer(ben), accept(ben))
    const outcome = withdraw(ben, AFTER)(matched)
    expect(outcome).toMatchObject({ request: { state: 'expired' } })
    expect(kinds(outcome)).toEqual(['offer_withdrawn', 'request_expired'])
  })

  test('leaves the others their request after the deadline', () => {
    const matched = onward(open(2), offer(ben), offer(cai), accept(ben), accept(cai), finish(cai))
    const outcome = withdraw(ben, AFTER)(matched)
    expect(outcome).toMatchObject({ request: { state: 'fulfilled', helpersNeeded: 1 } })
    expect(kinds(outcome)).toEqual(['offer_withdrawn'])
  })

  test('does not open a request whose search was ended; without helpers it is cancelled', () => {
    const closed = onward(open(2), offer(ben), accept(ben), close())
    expect(closed).toMatchObject({ state: 'matched', helpersNeeded: 1 })
    const outcome = withdraw(ben)(closed)
    expect(outcome).toMatchObject({ request: { state: 'cancelled' } })
    expect(kinds(outcome)).toEqual(['offer_withdrawn'])
  })
})

describe('closing', () => {
  test('cancels a request nobody helped on and tells all who wait, with the reason', () => {
    const outcome = close()(onward(open(), offer(ben), offer(cai)))
    expect(outcome).toMatchObject({
      request: { state: 'cancelled', closeReason: '够了', helperUserIds: [] },
      news: [{ kind: 'request_closed', to: ['ben', 'cai'], params: { reason: '够了' } }],
    })
  })

  test('ends the search and goes on with those accepted, done or thanked', () => {
    const two = onward(open(3), offer(ben), offer(cai), accept(ben))
    expect(onward(two, close())).toMatchObject({ state: 'matched', helpersNeeded: 1 })
    expect(onward(two, finish(ben), close()).state).toBe('fulfilled')
    const thanked = onward(two, confirm(ben), close())
    expect(thanked.state).toBe('thanked')
    expect(entryOf(thanked, cai)).toMatchObject({ state: 'declined', reason: '够了' })
  })

  test('is refused when there is no search to end', () => {
    const matched = onward(open(), offer(ben), accept(ben))
    const closed = (state: string) => ({ ok: false, code: 'request_closed', params: { state } })
    expect(close()(onward(matched, close()))).toEqual(closed('matched'))
    expect(close(AFTER)(matched)).toEqual(closed('matched'))
    expect(close()(onward(matched, finish(ben)))).toEqual(closed('fulfilled'))
    expect(close()(onward(open(), close()))).toEqual(closed('cancelled'))
    expect(close(AFTER)(open())).toEqual(closed('expired'))
  })
})

describe('the deadline', () => {
  test('lets an open request expire, tells its requester and declines those who wait', () => {
    const { request, news } = settle(onward(open(), offer(ben)), AFTER)
    expect(request.state).toBe('expired')
    expect(entryOf(request, ben)).toMatchObject({ state: 'declined', changedAt: DEADLINE })
    expect(news).toEqual([
      { kind: 'request_expired', to: ['ann'], params: {} },
      { kind: 'request_closed', to: ['ben'], params: { reason: '' } },
    ])
  })

  test.each([
    ['matched', [accept(ben)]],
    ['fulfilled', [accept(ben), finish(ben)]],
    ['thanked', [accept(ben), confirm(ben)]],
  ] as const)('lets an open request go on as %s with those who were accepted', (state, steps) => {
    const { request, news } = settle(onward(open(2), offer(ben), ...steps), AFTER)
    expect(request).toMatchObject({ state, helpersNeeded: 1 })
    expect(news.map(({ kind }) => kind)).toEqual(['request_expired'])
  })

  test('is noticed by a step that comes before the timer, and told with it', () => {
    const outcome = finish(ben, AFTER)(onward(open(2), offer(ben), accept(ben)))
    expect(outcome).toMatchObject({ request: { state: 'fulfilled', helpersNeeded: 1 } })
    expect(kinds(outcome)).toEqual(['request_expired', 'help_done'])
  })

  test('is told once when the same step also ends what it had left', () => {
    const two = onward(open(2), offer(ben), offer(cai), accept(ben))
    const outcome = withdraw(ben, AFTER)(two)
    expect(outcome).toMatchObject({ request: { state: 'expired' } })
    expect(kinds(outcome)).toEqual(['request_closed', 'offer_withdrawn', 'request_expired'])
  })

  test('changes nothing on requests that are settled, and nothing twice', () => {
    const once = asOf(onward(open(2), offer(ben), accept(ben)), AFTER)
    expect(settle(once, AFTER)).toEqual({ request: once, news: [] })
    const cancelled = onward(open(), close())
    expect(settle(cancelled, AFTER)).toEqual({ request: cancelled, news: [] })
  })
})
