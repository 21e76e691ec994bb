import { type Memory, openMemory } from '../../../test/world/memory-tx'
import type { AccountDoc, CommunityDoc } from '../../db/documents'
import { DuplicateKey } from '../../db/failure'
import { award, capture, hold, post, release, reverse } from '.'
import { reversalId } from './book'
import { FIRST_RULES } from './rules'

const NOW = new Date('2026-03-10T04:00:00Z')
const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000)
const community = {
  _id: 'c1',
  timeZone: 'Asia/Shanghai',
  points: { ...FIRST_RULES, expiryMonths: 12 },
} as CommunityDoc
const base = {
  community,
  cause: { kind: 'request', id: 'r1' },
  actor: 'ann',
  at: NOW,
} as const

let memory: Memory
beforeEach(() => {
  memory = openMemory()
})

let keys = 0
const key = () => `key${keys++}`

const grant = (userId: string, amount: number, at = NOW) =>
  memory.transact((tx) =>
    post(tx, {
      ...base,
      at,
      key: key(),
      reason: 'adjusted',
      from: 'issuance',
      to: { userId },
      amount,
    }),
  )
const spend = (userId: string, amount: number, at = NOW) =>
  memory.transact((tx) =>
    post(tx, {
      ...base,
      at,
      key: key(),
      reason: 'redeemed',
      from: { userId },
      to: 'store',
      amount,
    }),
  )
const setAside = (userId: string, amount: number, holdKey = 'bounty:r1') =>
  memory.transact((tx) => hold(tx, { ...base, userId, holdKey, amount, expiresAt: null }))
const pay = (to: string | null, amount: number, holdKey = 'bounty:r1', k = key()) =>
  memory.transact((tx) =>
    capture(tx, {
      ...base,
      key: k,
      reason: 'bounty',
      payer: 'ann',
      holdKey,
      to: to === null ? 'store' : { userId: to },
      amount,
    }),
  )
const account = (userId: string): AccountDoc => {
  const found = memory.all('accounts').find((one) => one.userId === userId)
  if (!found) throw new Error(`no account of ${userId}`)
  return found
}
const balance = (userId: string) => {
  const { posted, held, lots } = account(userId)
  return { posted, held, lots: lots.map(({ month, amount }) => [month, amount]) }
}

describe('posting', () => {
  test('points come in from issuance with their month of expiry, and go to the store', async () => {
    await grant('ann', 30)
    expect((await spend('ann', 12)).ok).toBe(true)
    expect(balance('ann')).toEqual({ posted: 18, held: 0, lots: [['2027-03', 18]] })
    const [first, second] = memory.all('transfers')
    expect(first?.postings.map(({ account: id, amount }) => [id, amount])).toEqual([
      ['c1:issuance', -30],
      ['c1:ann', 30],
    ])
    expect(second?.postings.map(({ account: id, amount }) => [id, amount])).toEqual([
      ['c1:ann', -12],
      ['c1:store', 12],
    ])
    expect(memory.all('accounts')).toHaveLength(1)
  })

  test('is refused when fewer are available, to the last point, and writes nothing', async () => {
    await grant('ann', 10)
    const before = memory.all('accounts')
    expect(await spend('ann', 11)).toEqual({
      ok: false,
      code: 'not_enough_points',
      params: { available: 10 },
    })
    expect(memory.all('accounts')).toEqual(before)
    expect(memory.all('transfers')).toHaveLength(1)
    expect((await spend('ann', 10)).ok).toBe(true)
    expect(balance('ann')).toEqual({ posted: 0, held: 0, lots: [] })
  })

  test('spends the oldest lot first', async () => {
    await grant('ann', 10)
    await grant('ann', 10, later(31))
    await spend('ann', 13, later(32))
    expect(balance('ann').lots).toEqual([['2027-04', 7]])
  })

  test('a member-only movement is three steps, between members five', async () => {
    await grant('ann', 10)
    expect(memory.stepsTaken()).toBe(3)
    await memory.transact((tx) =>
      post(tx, {
        ...base,
        key: key(),
        reason: 'bounty',
        from: { userId: 'ann' },
        to: { userId: 'ben' },
        amount: 4,
      }),
    )
    expect(memory.stepsTaken()).toBe(3 + 5)
    expect([balance('ann').posted, balance('ben').posted]).toEqual([6, 4])
  })

  test('a key moves points once', async () => {
    await grant('ann', 10)
    const once = () =>
      memory.transact((tx) =>
        post(tx, {
          ...base,
          key: 'same',
          reason: 'redeemed',
          from: { userId: 'ann' },
          to: 'store',
          amount: 1,
        }),
      )
    await once()
    await expect(once()).rejects.toBeInstanceOf(DuplicateKey)
    expect(balance('ann').posted).toBe(9)
  })

  test('refuses what is no amount as a bug', async () => {
    for (const amount of [0.5, -1, Number.NaN]) await expect(grant('ann', amount)).rejects.toThrow()
    expect(memory.all('transfers')).toEqual([])
  })
})

describe('holds', () => {
  test('set points aside: posted stays, available falls; release gives the same lots back', async () => {
    await grant('ann', 10)
    await grant('ann', 10, later(31))
    await setAside('ann', 14)
    expect(balance('ann')).toEqual({ posted: 20, held: 14, lots: [['2027-04', 6]] })
    expect((await spend('ann', 7)).ok).toBe(false)
    const released = () =>
      memory.transact((tx) => release(tx, { ...base, userId: 'ann', holdKey: 'bounty:r1' }))
    expect(await released()).toBe(14)
    expect(balance('ann')).toEqual({
      posted: 20,
      held: 0,
      lots: [
        ['2027-03', 10],
        ['2027-04', 10],
      ],
    })
    expect(await released()).toBe(0)
  })

  test('are paid out part by part, to members and to the store; emptied they are closed', async () => {
    await grant('ann', 20)
    await setAside('ann', 15)
    await pay('ben', 10)
    expect(account('ann')).toMatchObject({ posted: 10, held: 5 })
    expect(account('ben')).toMatchObject({ posted: 10, held: 0 })
    expect((await pay('ben', 6)).ok).toBe(false)
    await pay(null, 5)
    expect(account('ann')).toMatchObject({ posted: 5, held: 0, holds: [] })
    expect(await pay(null, 1)).toEqual({ ok: false, code: 'hold_gone', params: {} })
  })

  test('are refused beyond what is available', async () => {
    await grant('ann', 10)
    await setAside('ann', 6)
    expect(await setAside('ann', 5, 'order:o1')).toEqual({
      ok: false,
      code: 'not_enough_points',
      params: { available: 4 },
    })
    expect((await setAside('ann', 4, 'order:o1')).ok).toBe(true)
    expect(balance('ann')).toEqual({ posted: 10, held: 10, lots: [] })
  })

  test('of one purpose are paid out and released for that purpose alone', async () => {
    await grant('ann', 10)
    await setAside('ann', 6)
    await setAside('ann', 4, 'order:o1')
    await pay(null, 1, 'order:o1')
    expect(account('ann').holds.map(({ key: k, remaining }) => [k, remaining])).toEqual([
      ['bounty:r1', 6],
      ['order:o1', 3],
    ])
    const released = await memory.transact((tx) =>
      release(tx, { ...base, userId: 'ann', holdKey: 'order:o1' }),
    )
    expect(released).toBe(3)
    expect(account('ann')).toMatchObject({ posted: 9, held: 6, holds: [{ key: 'bounty:r1' }] })
  })
})

describe('reversals', () => {
  test('of a payment restore the payer’s lots with their months', async () => {
    await grant('ann', 10)
    await grant('ann', 10, later(31))
    const paid = await spend('ann', 14, later(31))
    if (!paid.ok) throw new Error('not paid')
    const back = () =>
      memory.transact((tx) =>
        reverse(tx, { ...base, reason: 'refunded', at: later(60), transferId: paid.transfer._id }),
      )
    const undone = await back()
    if (!undone.ok) throw new Error('not taken back')
    expect(undone.transfer).toMatchObject({
      _id: paid.transfer._id.replace('c1:', 'c1:reversed:'),
      reverses: paid.transfer._id,
    })
    expect(reversalId('c1', paid.transfer._id)).toBe(undone.transfer._id)
    expect(balance('ann').lots).toEqual([
      ['2027-03', 10],
      ['2027-04', 10],
    ])
    await expect(back()).rejects.toBeInstanceOf(DuplicateKey)
  })

  test('of a gift take the lot that came, or the oldest where it was spent', async () => {
    const given = await grant('ann', 10, later(31))
    if (!given.ok) throw new Error('not given')
    await grant('ann', 10)
    await setAside('ann', 12)
    expect(balance('ann').lots).toEqual([['2027-04', 8]])
    const back = () =>
      memory.transact((tx) =>
        reverse(tx, { ...base, reason: 'reversed', transferId: given.transfer._id }),
      )
    expect(await back()).toMatchObject({ code: 'not_enough_points', params: { available: 8 } })
    await grant('ann', 4)
    await back()
    expect(balance('ann')).toEqual({ posted: 14, held: 12, lots: [['2027-03', 2]] })
  })

  test('of an award that gave nothing move nothing, to the sign', async () => {
    const none = { amount: 0, perDay: null, perMonth: null }
    const given = await memory.transact((tx) =>
      award(tx, { ...base, rule: 'quiz_passed', userId: 'ann', award: none }),
    )
    const back = await memory.transact((tx) =>
      reverse(tx, { ...base, reason: 'reversed', transferId: given._id }),
    )
    if (!back.ok) throw new Error('not taken back')
    for (const { postings } of [given, back.transfer]) {
      expect(postings.map(({ amount }) => amount)).toEqual([0, 0])
    }
    expect(balance('ann')).toEqual({ posted: 0, held: 0, lots: [] })
  })

  test('of what is not there, or of another community, are not found', async () => {
    const given = await grant('ann', 10)
    if (!given.ok) throw new Error('not given')
    const foreign = { ...base, community: { ...community, _id: 'c2' } }
    for (const [entry, transferId] of [
      [base, 'c1:none'],
      [foreign, given.transfer._id],
    ] as const) {
      const answer = await memory.transact((tx) =>
        reverse(tx, { ...entry, reason: 'reversed', transferId }),
      )
      expect(answer).toMatchObject({ ok: false, code: 'not_found' })
    }
  })
})
