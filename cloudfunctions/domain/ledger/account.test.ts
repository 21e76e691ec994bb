import { openMemory } from '../../../test/world/memory-tx'
import type { AccountDoc, CommunityDoc } from '../../db/documents'
import { hold, post } from '.'
import {
  addHold,
  availableOf,
  credit,
  debit,
  debitBack,
  debitHold,
  emptyAccount,
  NEVER,
  NEVER_MS,
  removeHold,
} from './account'
import { HOLDS_MAX } from './invariants'
import { FOR_EVER } from './lots'
import { FIRST_RULES } from './rules'

const NOW = new Date('2026-03-10T04:00:00Z')
const minute = (n: number) => new Date(NOW.getTime() + n * 60_000)
const community = { _id: 'c1', timeZone: 'Asia/Shanghai', points: FIRST_RULES } as CommunityDoc
const lot = (month: string, amount: number) => ({ month, amount })
const purpose = (key: string, expiresAt: Date | null = null) => ({
  key,
  cause: { kind: 'request', id: key } as const,
  heldAt: NOW,
  expiresAt,
})
const named = ({ holds }: AccountDoc, wanted: string) => {
  const found = holds.find(({ key }) => key === wanted)
  if (!found) throw new Error(`no hold ${wanted}`)
  return found
}
/** Ten points of two months. */
const ten = () => credit(emptyAccount('c1', 'ann', NOW), [lot('2027-03', 4), lot('2027-04', 6)])

test('before anything moved an account holds nothing, and no job looks for it', () => {
  expect(emptyAccount('c1', 'ann', NOW)).toEqual({
    _id: 'c1:ann',
    v: 1,
    createdAt: NOW,
    communityId: 'c1',
    userId: 'ann',
    posted: 0,
    held: 0,
    lots: [],
    holds: [],
    seq: 0,
    head: 'start',
    lastMs: 0,
    earned: { day: '', month: '', onDay: {}, inMonth: {} },
    nextExpiry: NEVER,
    noticeDue: NEVER,
    noticedFor: '',
    holdsUntilMs: NEVER_MS,
  })
  expect(NEVER > FOR_EVER).toBe(true)
})

test('what is set aside is not available', () => {
  expect(availableOf(ten())).toBe(10)
  expect(availableOf(addHold(ten(), 3, purpose('a')))).toBe(7)
  expect(addHold(ten(), 10, purpose('a'))).toMatchObject({ posted: 10, held: 10, lots: [] })
})

test('to take more than is available is a bug', () => {
  const part = addHold(ten(), 3, purpose('a'))
  const beyond = 'a debit beyond what is available'
  expect(debit(part, 7).account).toMatchObject({ posted: 3, held: 3, lots: [] })
  expect(() => debit(part, 8)).toThrow(beyond)
  expect(debitBack(part, [lot('2027-04', 7)]).account).toMatchObject({ posted: 3, lots: [] })
  expect(() => debitBack(part, [lot('2027-04', 8)])).toThrow(beyond)
})

test('to set aside nothing, or more than is available, is a bug', () => {
  for (const amount of [-1, 0, 11]) {
    expect(() => addHold(ten(), amount, purpose('a'))).toThrow('a hold beyond what is available')
  }
})

test('to pay nothing, or more than is held, out of a hold is a bug', () => {
  const held = addHold(ten(), 3, purpose('a'))
  for (const amount of [-1, 0, 4]) {
    expect(() => debitHold(held, named(held, 'a'), amount)).toThrow(
      'more is captured than was held',
    )
  }
})

describe('of two holds', () => {
  const twoHolds = () => addHold(addHold(ten(), 3, purpose('a')), 2, purpose('b'))

  test('one is paid out, in part or whole, and the other stays as it is', () => {
    const both = twoHolds()
    const part = debitHold(both, named(both, 'b'), 1)
    expect(part.taken).toEqual([lot('2027-03', 1)])
    expect(part.account).toMatchObject({ posted: 9, held: 4 })
    expect(part.account.holds).toEqual([
      named(both, 'a'),
      { ...purpose('b'), remaining: 1, lots: [lot('2027-04', 1)] },
    ])
    const whole = debitHold(both, named(both, 'a'), 3).account
    expect(whole).toMatchObject({ posted: 7, held: 2, holds: [named(both, 'b')] })
  })

  test('one is released, and the other stays as it is', () => {
    const both = twoHolds()
    const released = removeHold(both, named(both, 'a'))
    expect(released).toMatchObject({
      posted: 10,
      held: 2,
      lots: [lot('2027-03', 3), lot('2027-04', 5)],
      holds: [named(both, 'b')],
    })
  })
})

describe('what the jobs look for', () => {
  const entry = {
    community,
    cause: { kind: 'request', id: 'r1' } as const,
    actor: 'ann',
    reason: 'adjusted' as const,
    at: NOW,
  }
  const ann = { userId: 'ann' }

  test('is the oldest lot and the first hold to end', async () => {
    const world = openMemory()
    const until = minute(90)
    await world.transact(async (tx) => {
      await post(tx, { ...entry, key: 'k', from: 'issuance', to: ann, amount: 30 })
      await hold(tx, { ...entry, ...ann, holdKey: 'a', amount: 1, expiresAt: minute(99) })
      await hold(tx, { ...entry, ...ann, holdKey: 'b', amount: 1, expiresAt: until })
      await hold(tx, { ...entry, ...ann, holdKey: 'c', amount: 1, expiresAt: null })
    })
    expect(world.all('accounts')[0]).toMatchObject({
      nextExpiry: '2027-03',
      noticeDue: '2027-03',
      holdsUntilMs: until.getTime(),
    })
  })

  test('is nothing when points are good for ever', async () => {
    const world = openMemory()
    const lasting = { ...community, points: { ...FIRST_RULES, expiryMonths: null } }
    await world.transact((tx) =>
      post(tx, {
        ...entry,
        community: lasting,
        key: 'k',
        from: 'issuance',
        to: ann,
        amount: 30,
      }),
    )
    expect(world.all('accounts')[0]).toMatchObject({
      lots: [{ month: FOR_EVER, amount: 30 }],
      nextExpiry: NEVER,
      noticeDue: NEVER,
      holdsUntilMs: NEVER_MS,
    })
  })

  test('a member holds points for so many things and no more', async () => {
    const world = openMemory()
    const add = (n: number) =>
      world.transact((tx) =>
        hold(tx, { ...entry, ...ann, holdKey: `h${n}`, amount: 1, expiresAt: null }),
      )
    await world.transact((tx) =>
      post(tx, { ...entry, key: 'k', from: 'issuance', to: ann, amount: 90 }),
    )
    for (let n = 0; n < HOLDS_MAX; n++) expect((await add(n)).ok).toBe(true)
    expect(await add(HOLDS_MAX)).toEqual({
      ok: false,
      code: 'too_many_holds',
      params: { max: HOLDS_MAX },
    })
  })
})
