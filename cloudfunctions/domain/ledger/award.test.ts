import { type Memory, openMemory } from '../../../test/world/memory-tx'
import type { CommunityDoc } from '../../db/documents'
import { DuplicateKey } from '../../db/failure'
import { award } from './award'
import { FIRST_RULES } from './rules'

const NOW = new Date('2026-03-10T04:00:00Z')
const DAY_MS = 86_400_000
const later = (days: number) => new Date(NOW.getTime() + days * DAY_MS)
const community = {
  _id: 'c1',
  timeZone: 'Asia/Shanghai',
  points: { ...FIRST_RULES, expiryMonths: 12 },
} as CommunityDoc

let memory: Memory
beforeEach(() => {
  memory = openMemory()
})

const help = (userId: string, id: string, partner?: string, at = NOW) =>
  memory.transact((tx) =>
    award(tx, {
      community,
      actor: 'ann',
      at,
      cause: { kind: 'request', id },
      rule: 'help_confirmed',
      userId,
      ...(partner === undefined ? {} : { partner }),
    }),
  )
const given = async (...args: Parameters<typeof help>) => (await help(...args)).postings[1]?.amount
const pairs = () => memory.all('pairs').map(({ _id, atMs }) => [_id, atMs.length])

test('gives what the rule says until the cap of the day, then nothing, and again the next day', async () => {
  const amounts: (number | undefined)[] = []
  for (let n = 0; n < 5; n++) amounts.push(await given('ben', `r${n}`))
  expect(amounts).toEqual([10, 10, 10, 10, 0])
  expect(await given('ben', 'next', undefined, later(1))).toBe(10)
  expect(memory.all('accounts')).toMatchObject([{ userId: 'ben', posted: 50 }])
})

test('stops at the cap of the month', async () => {
  let sum = 0
  for (let n = 0; n < 60; n++)
    sum += (await given('ben', `r${n}`, undefined, later(Math.floor(n / 4)))) ?? 0
  expect(sum).toBe(300)
  const april = new Date('2026-04-01T00:00:00+08:00')
  expect(await given('ben', 'april', undefined, april)).toBe(10)
})

test('keeps its cap when clocks differ around midnight', async () => {
  const midnight = new Date('2026-03-11T00:00:00+08:00')
  const before = new Date(midnight.getTime() - 5)
  let sum = 0
  for (let n = 0; n < 14; n++) {
    sum += (await given('ben', `r${n}`, undefined, n % 2 === 0 ? midnight : before)) ?? 0
  }
  expect(sum).toBe(40)
})

test('says what a full award would have been and what part of it was given', async () => {
  await help('ben', 'r1', 'ann')
  await help('ben', 'r2', 'ann')
  const { _id, reason, params, cause, actorUserId } = await help('ben', 'r3', 'ann')
  expect({ _id, reason, params, cause, actorUserId }).toEqual({
    _id: 'c1:help_confirmed:r3:ben',
    reason: 'help_confirmed',
    params: { full: 10, share: 50 },
    cause: { kind: 'request', id: 'r3' },
    actorUserId: 'ann',
  })
  expect((await help('ben', 'r4')).params).toEqual({ full: 10, share: 100 })
})

describe('to the same two people', () => {
  test('it is less each time, whichever of them helped', async () => {
    expect(await given('ben', 'r1', 'ann')).toBe(10)
    expect(await given('ann', 'r2', 'ben')).toBe(10)
    expect(await given('ben', 'r3', 'ann')).toBe(5)
    expect(await given('ann', 'r4', 'ben')).toBe(2)
    expect(await given('ben', 'r5', 'ann')).toBe(0)
    expect(await given('ben', 'r6', 'cai')).toBe(10)
    expect(await given('ben', 'r7', 'ann', later(31))).toBe(10)
  })

  test('what lies thirty days back, to the millisecond, does not count any more', async () => {
    await given('ben', 'r1', 'ann')
    await given('ben', 'r2', 'ann')
    const almost = new Date(later(30).getTime() - 1)
    expect(await given('ben', 'r3', 'ann', almost)).toBe(5)
    expect(pairs()).toEqual([['c1:ann:ben', 3]])
    expect(await given('ben', 'r4', 'ann', later(30))).toBe(10)
    expect(pairs()).toEqual([['c1:ann:ben', 2]])
  })

  test('eight instants are kept, however often they try', async () => {
    for (let n = 0; n < 12; n++) await help('ben', `r${n}`, 'ann', later(n))
    expect(memory.all('pairs')).toMatchObject([
      { atMs: [4, 5, 6, 7, 8, 9, 10, 11].map((day) => later(day).getTime()) },
    ])
  })
})

test('one cause earns once, also when it gave nothing', async () => {
  for (let n = 0; n < 5; n++) await help('ben', `r${n}`)
  await expect(help('ben', 'r4', undefined, later(1))).rejects.toBeInstanceOf(DuplicateKey)
})
