import type { OfferState } from '../../../../types/help-rules'
import type { OfferView, RequestDetail } from '../../../../types/help-views'
import { mainStep, sortOffers, withAccepted } from './standing'

const AT = '2026-03-01T10:00:00.000Z'
const ann = { memberId: 'c1:ann', nickname: '安', avatar: 'a1' } as const

const offer = (offerId: string, state: OfferState, own = false): OfferView => ({
  offerId,
  helper: { ...ann, memberId: `c1:${offerId}` },
  message: '我来',
  state,
  reason: null,
  thanks: null,
  byTime: false,
  own,
  changedAt: AT,
  replaceableAt: null,
  missedLately: null,
  ratings: null,
})

const request = (parts: Partial<RequestDetail>): RequestDetail => ({
  requestId: 'r1',
  templateKey: 'local',
  templateName: '本地生活',
  icon: 'home',
  title: '搬书架',
  urgency: 'normal',
  deadline: AT,
  state: 'open',
  visibility: 'shown',
  helpersNeeded: 2,
  helpersTaken: 0,
  bountyEach: 0,
  offersWaiting: 0,
  requester: ann,
  own: true,
  createdAt: AT,
  fields: [],
  offers: [],
  steps: [],
  closeReason: null,
  previousId: null,
  liveCard: null,
  nextId: null,
  invited: false,
  thread: null,
  ...parts,
})

test('who has no step is offered none', () => {
  expect(mainStep(request({ steps: [] }))).toBeNull()
  expect(mainStep(request({ steps: ['close'] }))).toBeNull()
})

test('offers that wait are answered before help is thanked for', () => {
  const given = request({
    offers: [offer('ben', 'done'), offer('cai', 'offered')],
    steps: ['answerOffers', 'confirm', 'close'],
  })
  expect(mainStep(given)).toEqual({ step: 'answerOffers', count: 1 })
  const answered = request({ offers: [offer('ben', 'done')], steps: ['confirm'] })
  expect(mainStep(answered)).toEqual({ step: 'confirm', offer: offer('ben', 'done') })
})

test('nobody is pressed to thank before the helper has said "done"', () => {
  const given = request({ offers: [offer('ben', 'accepted')], steps: ['confirm', 'close'] })
  expect(mainStep(given)).toBeNull()
})

test('an accepted helper is asked for "done" rather than for stepping back', () => {
  expect(mainStep(request({ own: false, steps: ['withdraw', 'markDone'] }))).toEqual({
    step: 'markDone',
  })
  expect(mainStep(request({ own: false, steps: ['withdraw'] }))).toEqual({ step: 'withdraw' })
})

test('offers are sorted by what came of them', () => {
  const offers = [
    offer('ben', 'offered'),
    offer('cai', 'thanked'),
    offer('dan', 'declined', true),
    offer('eve', 'accepted'),
  ]
  const { waiting, taken, ended, own } = sortOffers({ offers })
  const ids = (list: OfferView[]) => list.map(({ offerId }) => offerId)
  expect([ids(waiting), ids(taken), ids(ended), own?.offerId]).toEqual([
    ['ben'],
    ['cai', 'eve'],
    ['dan'],
    'dan',
  ])
})

test('accepting shows at once what the cloud will answer', () => {
  const given = request({
    offers: [offer('ben', 'offered'), offer('cai', 'offered')],
    offersWaiting: 2,
    steps: ['answerOffers', 'close'],
  })
  const one = withAccepted(given, 'ben', AT)
  expect(one).toMatchObject({ state: 'open', helpersTaken: 1, offersWaiting: 1 })
  expect(one.steps).toContain('answerOffers')
  const both = withAccepted(one, 'cai', AT)
  expect(both).toMatchObject({ state: 'matched', helpersTaken: 2, offersWaiting: 0 })
  expect(both.steps).toEqual(['close'])
})
