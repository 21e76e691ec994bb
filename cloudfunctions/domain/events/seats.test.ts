import fc from 'fast-check'
import type { MemoryDatabase } from '../../../test/world/memory-database'
import {
  type Answer,
  ask,
  EVENT,
  eventIn,
  givenEvent,
  OWNER,
  PEOPLE,
  partsIn,
  tallyIn,
} from '../../../test/world/seats'
import type { WaitlistPolicy } from '../../../types/event-form'
import { answerSeat } from '../../functions/event/answer-seat'
import { cancel } from '../../functions/event/cancel'
import { cancelRegistration } from '../../functions/event/cancel-registration'
import { decideRegistration } from '../../functions/event/decide-registration'
import { edit } from '../../functions/event/edit'
import { promote } from '../../functions/event/promote'
import { register } from '../../functions/event/register'
import {
  giveSeats,
  lapseOffers,
  releaseCancelled,
  resolveSeats,
} from '../../functions/timer/events'
import { partyOf } from './event'
import { deltaOf, STANDING } from './states'

/** Begun before the modules that use it are loaded; the clock is the test's. */
const mockClock = { ms: Date.parse('2026-05-16T08:00:00Z') }
jest.mock('../../runtime/clock', () => ({ now: () => new Date(mockClock.ms) }))
jest.mock('../../runtime/log', () => ({ log: () => undefined, described: () => ({}) }))
jest.mock('../../db/cloud', () => ({
  callWxOpenApi: async () => ({
    result: { errcode: 0, result: { suggest: 'pass', label: 100 } },
  }),
}))
jest.mock('../../db/store', () => {
  const { openMemoryDatabase, operators } = jest.requireActual(
    '../../../test/world/memory-database',
  )
  const memory = openMemoryDatabase(() => mockClock.ms)
  return { ...operators, store: memory.store, memory }
})
jest.mock('../../db/transact', () => {
  class Busy extends Error {}
  class Outdated extends Busy {}
  const { memory } = jest.requireMock('../../db/store')
  return { Busy, Outdated, transact: memory.transact }
})
const { memory } = jest.requireMock('../../db/store') as { memory: MemoryDatabase }

const MINUTE_MS = 60_000
const OFFER_MINUTES = 30
const RUNS = Number(process.env.SEATS_RUNS ?? 400)

type Act =
  | { what: 'register'; who: number; guests: number }
  | { what: 'cancel' | 'accept' | 'refuse' | 'approve' | 'decline' | 'promote'; who: number }
  | { what: 'capacity'; seats: number }
  | { what: 'timer' | 'wait' | 'callOff' }

const who = fc.nat(PEOPLE.length - 1)
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ what: fc.constant('register'), who, guests: fc.nat(2) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      what: fc.constantFrom('cancel', 'accept', 'refuse', 'approve', 'decline', 'promote'),
      who,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ what: fc.constant('capacity'), seats: fc.integer({ min: 1, max: 6 }) }),
  },
  { weight: 3, arbitrary: fc.record({ what: fc.constantFrom('timer', 'wait') }) },
) as fc.Arbitrary<Act>
const formOf = fc.record({
  capacity: fc.integer({ min: 1, max: 5 }),
  waitlist: fc.constantFrom<WaitlistPolicy>('none', 'firstCome', 'timedOffer', 'pick'),
  needsApproval: fc.boolean(),
})

let keys = 0
const newKey = () => {
  keys += 1
  return `k${String(keys).padStart(25, '0')}`
}

/** What the timer does to seats, in its order. */
async function timer(): Promise<void> {
  await resolveSeats(50)
  await lapseOffers(50)
  await giveSeats(50)
  await releaseCancelled(50)
}

async function perform(one: Act, key: string): Promise<Answer> {
  const person = 'who' in one ? (PEOPLE[one.who] as string) : OWNER
  const registrationId = `${EVENT}:${person}`
  switch (one.what) {
    case 'register':
      return ask(register, person, { guests: one.guests, answers: {} }, key)
    case 'cancel':
      return ask(cancelRegistration, person, {}, key)
    case 'accept':
    case 'refuse':
      return ask(answerSeat, person, { accept: one.what === 'accept' }, key)
    case 'approve':
    case 'decline':
      return ask(decideRegistration, OWNER, { registrationId, verdict: one.what }, key)
    case 'promote':
      return ask(promote, person, {}, key)
    case 'capacity': {
      const { form, revision } = eventIn(memory)
      return ask(edit, OWNER, { basedOn: revision, form: { ...form, capacity: one.seats } }, key)
    }
    case 'callOff':
      return ask(cancel, OWNER, { reason: '场地用不了了' }, key)
    default:
      await timer()
      return {}
  }
}

/** The rules of docs/events.md in as few words as there are: one thing after another, nothing at once. */
function plainModel(form: { capacity: number; waitlist: WaitlistPolicy; needsApproval: boolean }) {
  type Part = { state: string; party: number; order: number; until: number }
  const parts = new Map<string, Part>()
  let { capacity } = form
  let arrivals = 0
  const holds = ({ state }: Part) => state === 'seated' || state === 'offered'
  const of = (state: string) => [...parts.values()].filter((part) => part.state === state)
  const free = () =>
    capacity - [...parts.values()].filter(holds).reduce((sum, { party }) => sum + party, 0)
  const line = () => of('waiting').sort((a, b) => a.order - b.order)
  const moves = form.waitlist === 'firstCome' || form.waitlist === 'timedOffer'

  function give(): boolean {
    const next = moves ? line().find(({ party }) => party <= free()) : undefined
    if (!next) return false
    next.state = form.waitlist === 'timedOffer' ? 'offered' : 'seated'
    next.until = mockClock.ms + OFFER_MINUTES * MINUTE_MS
    return true
  }
  function step(one: Act): Answer {
    const name = 'who' in one ? (PEOPLE[one.who] as string) : ''
    const part = parts.get(name)
    const stands = part !== undefined && (STANDING as readonly string[]).includes(part.state)
    switch (one.what) {
      case 'register': {
        if (stands) return { code: 'already_registered' }
        const mine: Part = {
          state: 'requested',
          party: 1 + one.guests,
          order: arrivals++,
          until: 0,
        }
        if (!form.needsApproval) {
          const isSeated = line().length === 0 && free() >= mine.party
          if (!isSeated && form.waitlist === 'none') return { code: 'event_full' }
          mine.state = isSeated ? 'seated' : 'waiting'
        }
        parts.set(name, mine)
        return { state: mine.state }
      }
      case 'cancel':
        if (!stands) return { code: 'not_registered' }
        part.state = 'cancelled'
        return {}
      case 'accept':
      case 'refuse':
        if (part?.state !== 'offered' || part.until <= mockClock.ms) return { code: 'seat_gone' }
        part.state = one.what === 'accept' ? 'seated' : 'cancelled'
        return { state: part.state }
      case 'approve':
        if (!part) return { code: 'not_found' }
        if (part.state !== 'requested' && part.state !== 'waiting')
          return { code: 'not_registered' }
        if (free() >= part.party) part.state = 'seated'
        else if (part.state === 'waiting' || form.waitlist === 'none') return { code: 'event_full' }
        else part.state = 'waiting'
        return { state: part.state }
      case 'decline':
        if (!part) return { code: 'not_found' }
        if (part.state !== 'requested' && part.state !== 'waiting')
          return { code: 'not_registered' }
        part.state = 'declined'
        return { state: 'declined' }
      case 'promote':
        give()
        return {}
      case 'capacity':
        if (capacity - free() > one.seats) return { code: 'invalid_fields' }
        capacity = one.seats
        return {}
      default:
        for (const offer of of('offered')) {
          if (offer.until <= mockClock.ms) offer.state = 'cancelled'
        }
        while (give());
        return {}
    }
  }
  const states = () => Object.fromEntries([...parts].map(([name, { state }]) => [name, state]))
  return { step, states, seats: () => ({ capacity, free: free(), waiting: line().length }) }
}

const states = () => Object.fromEntries(partsIn(memory).map(({ userId, state }) => [userId, state]))
const seats = () => {
  const { capacity, free, waiting } = tallyIn(memory)
  return { capacity, free, waiting }
}
const told = ({ state, code }: Answer): Answer =>
  code === undefined ? (state === undefined || state === 'published' ? {} : { state }) : { code }

test('one thing after another, seats and line are what the plain rules say', async () => {
  await fc.assert(
    fc.asyncProperty(formOf, fc.array(act, { maxLength: 30 }), async (form, acts) => {
      givenEvent(memory, new Date(mockClock.ms), { ...form, offerMinutes: OFFER_MINUTES })
      const model = plainModel(form)
      for (const one of acts) {
        mockClock.ms += one.what === 'wait' ? (OFFER_MINUTES + 1) * MINUTE_MS : MINUTE_MS
        const answer = told(await perform(one, newKey()))
        expect({ one, ...answer }).toEqual({ one, ...model.step(one) })
        expect({ one, ...states() }).toEqual({ one, ...model.states() })
        expect(seats()).toEqual(model.seats())
      }
    }),
    { numRuns: RUNS },
  )
})

/** Nothing is on its way any more: claims of the dead are old enough to be given back. */
async function calm(): Promise<void> {
  mockClock.ms += 3 * MINUTE_MS
  for (const _ of [1, 2]) await timer()
}

/** Whatever happened: the sums are right, no seat is empty while somebody waits, and nobody was passed by. */
function expectSound(isPicked: ReadonlySet<string>): void {
  const { pending, inFlight, capacity, free, waiting } = tallyIn(memory)
  const parts = partsIn(memory)
  expect({ pending, inFlight }).toEqual({ pending: {}, inFlight: 0 })
  const taken = parts.reduce(
    (sum, part) => sum - deltaOf(undefined, part.state, partyOf(part)).free,
    0,
  )
  const line = parts.filter(({ state }) => state === 'waiting')
  expect({ free, waiting }).toEqual({ free: capacity - taken, waiting: line.length })
  expect(free).toBeGreaterThanOrEqual(0)
  expect(capacity).toBe(eventIn(memory).form.capacity)
  const { form, state } = eventIn(memory)
  if (state === 'cancelled') {
    expect(parts.filter((part) => STANDING.includes(part.state))).toEqual([])
  } else if (form.waitlist === 'firstCome' || form.waitlist === 'timedOffer') {
    expect(line.filter((part) => partyOf(part) <= free)).toEqual([])
  }
  for (const first of line) {
    const passedBy = parts.filter(
      (part) =>
        part.state === 'seated' &&
        !isPicked.has(part.userId) &&
        part.order > first.order &&
        partyOf(part) >= partyOf(first),
    )
    expect(passedBy).toEqual([])
  }
}

const struck = fc.record({
  one: fc.oneof(
    { weight: 30, arbitrary: act },
    { weight: 1, arbitrary: fc.constant<Act>({ what: 'callOff' }) },
  ),
  life: fc.option(
    fc.record({ operations: fc.integer({ min: 1, max: 16 }), isLastDone: fc.boolean() }),
    { freq: 2 },
  ),
  /** The phone lost patience and sent the call again while the first was under way. */
  isTwice: fc.nat(9).map((n) => n === 0),
})

test('at once, in any order, with functions that die anywhere, no seat is lost or given twice', async () => {
  await fc.assert(
    fc.asyncProperty(
      formOf,
      fc.array(fc.array(struck, { minLength: 2, maxLength: 6 }), { minLength: 1, maxLength: 5 }),
      fc.infiniteStream(fc.nat()),
      async (form, rounds, order) => {
        givenEvent(memory, new Date(mockClock.ms), { ...form, offerMinutes: OFFER_MINUTES })
        const isPicked = new Set<string>()
        const choose = (count: number) => Number(order.next().value) % Math.max(1, count)
        for (const acts of rounds) {
          mockClock.ms += acts.some(({ one }) => one.what === 'wait') ? 31 * MINUTE_MS : MINUTE_MS
          for (const { one } of acts) {
            if (one.what === 'approve') isPicked.add(PEOPLE[one.who] as string)
          }
          const calls = acts.flatMap(({ one, life, isTwice }) => {
            const call = { one, life, key: newKey() }
            return isTwice ? [call, { ...call, life: null }] : [call]
          })
          const answers = await memory.play(
            calls.map(({ one, life, key }) => ({
              ...(life === null ? {} : { life }),
              work: () => perform(one, key),
            })),
            choose,
            () => expect(tallyIn(memory).free).toBeGreaterThanOrEqual(0),
          )
          // The phones send again what was not answered, with the same keys.
          for (const [n, answer] of answers.entries()) {
            const call = calls[n]
            const isOpen =
              answer.status === 'rejected' ||
              answer.value.code === 'killed' ||
              answer.value.code === 'busy'
            if (call && isOpen) await perform(call.one, call.key).catch(() => undefined)
          }
          await calm()
          expectSound(isPicked)
        }
      },
    ),
    { numRuns: RUNS },
  )
}, 120_000)
