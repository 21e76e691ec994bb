import { type Memory, openMemory } from '../../../test/world/memory-tx'
import type { CommunityDoc } from '../../db/documents'
import { hold, post, release } from '.'
import { NEVER } from './account'
import { expireHolds, expireLots, markNoticed } from './expiry'
import { FIRST_RULES } from './rules'

/** Ten points came in March and ten in April 2026: good to the ends of March and April 2027. */
const MARCH = new Date('2026-03-10T04:00:00Z')
const APRIL = new Date('2026-04-10T04:00:00Z')
/** The instant at which a month of 2027 begins in Shanghai. */
const beginOf = (month: string) => new Date(`2027-${month}-01T00:00:00+08:00`)
const before = (at: Date) => new Date(at.getTime() - 1)
const minute = (n: number) => new Date(APRIL.getTime() + n * 60_000)
const community = {
  _id: 'c1',
  timeZone: 'Asia/Shanghai',
  points: { ...FIRST_RULES, expiryMonths: 12 },
} as CommunityDoc
const entry = {
  community,
  cause: { kind: 'request', id: 'r1' } as const,
  actor: 'ann',
  reason: 'adjusted' as const,
}

let memory: Memory
beforeEach(async () => {
  memory = openMemory()
  for (const at of [MARCH, APRIL]) {
    await memory.transact((tx) =>
      post(tx, {
        ...entry,
        key: String(at),
        at,
        from: 'issuance',
        to: { userId: 'ann' },
        amount: 10,
      }),
    )
  }
})

const account = () => memory.all('accounts')[0]
const written = () => JSON.stringify([memory.all('accounts'), memory.all('transfers')])
const expire = (at: Date, userId = 'ann') =>
  memory.transact((tx) => expireLots(tx, { community, userId, at }))
const endHolds = (at: Date, userId = 'ann') =>
  memory.transact((tx) => expireHolds(tx, { community, userId, at }))
const notice = (at: Date, userId = 'ann') =>
  memory.transact((tx) => markNoticed(tx, { community, userId, at }))
const setAside = (holdKey: string, amount: number, expiresAt: Date | null = null) =>
  memory.transact((tx) =>
    hold(tx, { ...entry, at: APRIL, userId: 'ann', holdKey, amount, expiresAt }),
  )

describe('points', () => {
  test('expire when their month has ended in the community’s zone, and not a millisecond before', async () => {
    const untouched = written()
    expect(await expire(before(beginOf('04')))).toBe(0)
    expect(written()).toBe(untouched)
    expect(await expire(beginOf('04'))).toBe(10)
    expect(account()).toMatchObject({
      posted: 10,
      lots: [{ month: '2027-04', amount: 10 }],
      nextExpiry: '2027-04',
    })
    expect(await expire(beginOf('04'))).toBe(0)
    expect(memory.all('transfers')).toHaveLength(3)
  })

  test('expire of several months at once; the transfer names the last', async () => {
    expect(await expire(beginOf('05'))).toBe(20)
    expect(account()).toMatchObject({ posted: 0, lots: [], nextExpiry: NEVER })
    const { createdAt, reason, params, cause, actorUserId, postings } =
      memory.all('transfers').find(({ _id }) => _id === 'c1:expired:ann:3') ?? {}
    expect({ createdAt, reason, params, cause, actorUserId }).toEqual({
      createdAt: beginOf('05'),
      reason: 'expired',
      params: { month: '2027-04' },
      cause: { kind: 'month', id: '2027-04' },
      actorUserId: null,
    })
    expect(postings?.map(({ account: id, amount }) => [id, amount])).toEqual([
      ['c1:ann', -20],
      ['c1:expired', 20],
    ])
  })

  test('that are held do not expire; released, they go with the next run', async () => {
    await setAside('bounty:r1', 4)
    expect(await expire(beginOf('04'))).toBe(6)
    expect(account()).toMatchObject({ posted: 14, held: 4 })
    await memory.transact((tx) =>
      release(tx, { community, userId: 'ann', holdKey: 'bounty:r1', at: beginOf('04') }),
    )
    expect(await expire(beginOf('04'))).toBe(4)
    expect(account()).toMatchObject({ posted: 10, held: 0 })
  })
})

describe('holds', () => {
  test('end when their time is over, to the millisecond; those without a time never', async () => {
    await setAside('order:o1', 1, minute(10))
    await setAside('order:o2', 2, minute(20))
    await setAside('bounty:r1', 4)
    const untouched = written()
    expect(await endHolds(before(minute(10)))).toBe(0)
    expect(written()).toBe(untouched)
    expect(await endHolds(minute(10))).toBe(1)
    expect(account()).toMatchObject({ posted: 20, held: 6, holdsUntilMs: minute(20).getTime() })
    expect(await endHolds(beginOf('01'))).toBe(1)
    expect(account()).toMatchObject({ held: 4, holds: [{ key: 'bounty:r1', remaining: 4 }] })
  })

  test('whose time is over end together', async () => {
    await setAside('order:o1', 1, minute(10))
    await setAside('order:o2', 2, minute(20))
    expect(await endHolds(minute(20))).toBe(2)
    expect(account()).toMatchObject({ held: 0, holds: [] })
  })
})

describe('the owner', () => {
  test('is told once, from the start of the last month on, of the oldest points', async () => {
    const untouched = written()
    expect(await notice(before(beginOf('03')))).toBeNull()
    expect(written()).toBe(untouched)
    expect(await notice(beginOf('03'))).toEqual({ month: '2027-03', amount: 10 })
    expect(account()).toMatchObject({
      noticedFor: '2027-03',
      noticeDue: NEVER,
      nextExpiry: '2027-03',
      posted: 20,
    })
    expect(await notice(beginOf('04'))).toBeNull()
  })

  test('is told of the next when the oldest are gone', async () => {
    await notice(beginOf('03'))
    await expire(beginOf('04'))
    expect(account()).toMatchObject({ noticedFor: '2027-03', noticeDue: '2027-04' })
    expect(await notice(beginOf('04'))).toEqual({ month: '2027-04', amount: 10 })
  })
})

test('of a member without an account nothing is due, and none is made', async () => {
  expect(await expire(beginOf('12'), 'ben')).toBe(0)
  expect(await endHolds(beginOf('12'), 'ben')).toBe(0)
  expect(await notice(beginOf('12'), 'ben')).toBeNull()
  expect(memory.all('accounts')).toHaveLength(1)
})
