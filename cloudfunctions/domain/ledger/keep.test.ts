import { type Memory, openMemory } from '../../../test/world/memory-tx'
import type { CommunityDoc, EarningPromise, MemberDoc } from '../../db/documents'
import { keepEarning } from './keep'
import { promiseEarning } from './promise'
import { FIRST_RULES } from './rules'

let memory: Memory
let fails: Error | null = null
jest.mock('../../db/store', () => ({
  store: {
    get: async (name: 'communities', id: string) =>
      memory.all(name).find((one) => one._id === id) ?? null,
  },
}))
jest.mock('../../db/transact', () => ({
  transact: (work: Parameters<Memory['transact']>[0]) => {
    if (fails) throw fails
    return memory.transact(work)
  },
}))

const NOW = new Date('2026-03-10T04:00:00Z')
const community = {
  _id: 'c1',
  timeZone: 'Asia/Shanghai',
  levels: [{ name: '新人', from: 0, benefits: '' }],
  points: {
    ...FIRST_RULES,
    awards: { ...FIRST_RULES.awards, help_confirmed: { amount: 4, perDay: 6, perMonth: null } },
  },
} as unknown as CommunityDoc
const promised = (change: Partial<Parameters<typeof promiseEarning>[1]> = {}): EarningPromise =>
  promiseEarning(community, {
    rule: 'help_confirmed',
    userIds: ['ann', 'ben'],
    cause: { kind: 'request', id: 'r1' },
    actor: 'cai',
    ...change,
  })
const balances = () => memory.all('accounts').map(({ userId, posted }) => [userId, posted])

beforeEach(() => {
  memory = openMemory()
  memory.tamper('communities', community)
  fails = null
})

test('a promise says who earns what by the rules as they were, and whose act it was', () => {
  expect(promised()).toEqual({
    communityId: 'c1',
    rule: 'help_confirmed',
    award: { amount: 4, perDay: 6, perMonth: null },
    userIds: ['ann', 'ben'],
    cause: { kind: 'request', id: 'r1' },
    actorUserId: 'cai',
    partner: null,
  })
  expect(promised({ partner: 'dan', actor: null })).toMatchObject({
    partner: 'dan',
    actorUserId: null,
  })
  expect(promised({ also: ['mentored'] })).toMatchObject({ also: ['mentored'] })
})

test('gives everybody what was promised, whatever the rules say now; kept again it changes nothing', async () => {
  const promise = promised()
  memory.tamper('communities', { ...community, points: FIRST_RULES } as CommunityDoc)
  await keepEarning(promise, NOW)
  await keepEarning(promise, NOW)
  expect(balances()).toEqual([
    ['ann', 4],
    ['ben', 4],
  ])
  expect(memory.all('transfers')).toMatchObject([
    { _id: 'c1:help_confirmed:r1:ann', actorUserId: 'cai', createdAt: NOW },
    { _id: 'c1:help_confirmed:r1:ben' },
  ])
  expect(memory.all('pairs')).toEqual([])
})

test('goes on where it was interrupted', async () => {
  await keepEarning(promised({ userIds: ['ann'] }), NOW)
  await keepEarning(promised(), NOW)
  expect(balances()).toEqual([
    ['ann', 4],
    ['ben', 4],
  ])
})

test('counts a partner in', async () => {
  const promise = promised({ userIds: ['ann'], partner: 'cai' })
  await keepEarning(promise, NOW)
  expect(memory.all('pairs')).toMatchObject([{ _id: 'c1:ann:cai', atMs: [NOW.getTime()] }])
})

test('what the database refuses is not swallowed, nor a community that is gone', async () => {
  fails = new Error('the database is away')
  await expect(keepEarning(promised(), NOW)).rejects.toThrow('away')
  fails = null
  memory.remove('communities', 'c1')
  await expect(keepEarning(promised(), NOW)).rejects.toThrow('no community c1')
})

test('counts the act once towards level and medals, with what it is besides', async () => {
  const join = (userId: string) =>
    memory.tamper('members', { _id: `c1:${userId}`, communityId: 'c1', userId } as MemberDoc)
  join('ann')
  join('ben')
  const alone = promised({ userIds: ['ann'] })
  await keepEarning(alone, NOW)
  await keepEarning(alone, NOW)
  await keepEarning(promised({ userIds: ['ben'], also: ['mentored'] }), NOW)
  expect(memory.all('members').map(({ userId, recognition }) => [userId, recognition])).toEqual([
    ['ann', { contribution: 4, counts: { help_confirmed: 1 }, medals: { firstHelp: NOW } }],
    [
      'ben',
      { contribution: 4, counts: { help_confirmed: 1, mentored: 1 }, medals: { firstHelp: NOW } },
    ],
  ])
})
