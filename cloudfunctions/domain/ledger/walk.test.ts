import { walked } from '../../../test/world/memory-books'
import { openMemory } from '../../../test/world/memory-tx'
import type { EarnRule } from '../../../types/points'
import type { AccountDoc, CommunityDoc, TransferDoc } from '../../db/documents'
import { award, post } from '.'
import { FOR_EVER } from './lots'
import { FIRST_RULES } from './rules'
import type { Cut } from './walk'

const NOW = new Date('2026-03-10T04:00:00Z')
const minute = (n: number) => new Date(NOW.getTime() + n * 60_000)
const community = { _id: 'c1', timeZone: 'Asia/Shanghai', points: FIRST_RULES } as CommunityDoc
const cut: Cut = { countedTo: minute(100), since: new Date(0), timeZone: 'Asia/Shanghai' }

/** Ann has 30 from issuance, spends 8, gives Ben 5, earns 10. */
async function books() {
  const memory = openMemory()
  const entry = {
    community,
    cause: { kind: 'request', id: 'r1' } as const,
    actor: 'ann',
    reason: 'adjusted' as const,
    params: { b: 2, a: 1 },
  }
  const ann = { userId: 'ann' }
  await memory.transact(async (tx) => {
    await post(tx, { ...entry, key: 'k0', at: minute(0), from: 'issuance', to: ann, amount: 30 })
    await post(tx, { ...entry, key: 'k1', at: minute(1), from: ann, to: 'store', amount: 8 })
    await post(tx, {
      ...entry,
      key: 'k2',
      at: minute(2),
      from: ann,
      to: { userId: 'ben' },
      amount: 5,
    })
    await award(tx, { ...entry, rule: 'help_confirmed', userId: 'ann', at: minute(3) })
  })
  const account = memory.all('accounts').find(({ userId }) => userId === 'ann') as AccountDoc
  const transfers = memory
    .all('transfers')
    .filter(({ accounts }) => accounts.includes(account._id))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
  return { account, transfers }
}

const walk = (account: AccountDoc, transfers: readonly TransferDoc[], at = cut) =>
  walked(account, [[...transfers]], at)
const kinds = (account: AccountDoc, transfers: readonly TransferDoc[], at = cut) =>
  walk(account, transfers, at).differences.map(({ kind, subject }) => `${kind} ${subject}`)

describe('walking an account', () => {
  test('counts what its transfers say, each once', async () => {
    const { account, transfers } = await books()
    const whole = walk(account, transfers)
    expect(whole).toMatchObject({
      transfers: 4,
      issued: 40,
      spent: 8,
      expired: 0,
      holdings: 27,
      differences: [],
    })
    expect(whole.earned).toEqual([
      { rule: 'help_confirmed', given: 10, days: [{ day: '2026-03-10', percent: 100 }] },
    ])
  })

  test('leaves out what came after the instant that is counted, and proves it all the same', async () => {
    const { account, transfers } = await books()
    const early = { ...cut, countedTo: minute(1) }
    expect(walk(account, transfers, early)).toMatchObject({
      transfers: 2,
      issued: 30,
      spent: 8,
      holdings: 22,
      differences: [],
    })
  })

  test('looks for the forecast at what was earned from an instant on', async () => {
    const { account, transfers } = await books()
    expect(walk(account, transfers, { ...cut, since: minute(3) }).earned).toHaveLength(1)
    expect(walk(account, transfers, { ...cut, since: minute(4) }).earned).toEqual([])
  })

  test('counts each rule and each day apart, and of a part of an award that part', async () => {
    const memory = openMemory()
    const earn = (rule: EarnRule, id: string, at: Date, partner?: string) =>
      memory.transact((tx) =>
        award(tx, {
          community,
          rule,
          userId: 'ann',
          cause: { kind: 'request', id },
          actor: null,
          at,
          ...(partner === undefined ? {} : { partner }),
        }),
      )
    await earn('check_in', 'a', minute(0))
    for (const id of ['b', 'c', 'd']) await earn('help_confirmed', id, minute(1), 'ben')
    const tomorrow = minute(24 * 60)
    await earn('help_confirmed', 'e', tomorrow)
    const transfers = memory.all('transfers').sort((a, b) => (a.order < b.order ? -1 : 1))
    const account = memory.all('accounts')[0] as AccountDoc
    expect(walk(account, transfers, { ...cut, countedTo: tomorrow }).earned).toEqual([
      { rule: 'check_in', given: 2, days: [{ day: '2026-03-10', percent: 100 }] },
      {
        rule: 'help_confirmed',
        given: 35,
        days: [
          { day: '2026-03-10', percent: 250 },
          { day: '2026-03-11', percent: 100 },
        ],
      },
    ])
  })

  const edits: [string, (transfer: TransferDoc) => TransferDoc][] = [
    ['its reason', (one) => ({ ...one, reason: 'redeemed' })],
    ['its actor', (one) => ({ ...one, actorUserId: 'ben' })],
    ['its cause', (one) => ({ ...one, cause: { kind: 'order', id: 'r1' } })],
    ['the id of its cause', (one) => ({ ...one, cause: { kind: 'request', id: 'r2' } })],
    ['its params', (one) => ({ ...one, params: { a: 1, b: 3 } })],
    ['its instant', (one) => ({ ...one, createdAt: minute(50) })],
    ['its order', (one) => ({ ...one, order: `${one.order}0` })],
    ['what it takes back', (one) => ({ ...one, reverses: 'c1:other' })],
    [
      'its amounts',
      (one) => ({
        ...one,
        postings: one.postings.map((posting) => ({
          ...posting,
          amount: posting.amount * 2,
          lots: posting.lots.map((lot) => ({ ...lot, amount: lot.amount * 2 })),
        })),
      }),
    ],
    [
      'the expiry of its lots',
      (one) => ({
        ...one,
        postings: one.postings.map((posting) => ({
          ...posting,
          lots: posting.lots.map((lot) => ({ ...lot, month: FOR_EVER })),
        })),
      }),
    ],
    [
      'its place in the chain',
      (one) => ({
        ...one,
        postings: one.postings.map((posting) =>
          posting.link ? { ...posting, link: { ...posting.link, seq: 7 } } : posting,
        ),
      }),
    ],
    [
      'the link before',
      (one) => ({
        ...one,
        postings: one.postings.map((posting) =>
          posting.link ? { ...posting, link: { ...posting.link, prev: 'start' } } : posting,
        ),
      }),
    ],
  ]
  test.each(edits)('notices a transfer of which %s was edited', async (_, edit) => {
    const { account, transfers } = await books()
    const edited = transfers.map((one, i) => (i === 1 ? edit(one) : one))
    expect(kinds(account, edited)).toContain('chain_broken c1:k1')
  })

  test('does not mind in which order the database keeps params', async () => {
    const { account, transfers } = await books()
    const same = transfers.map((one) => ({
      ...one,
      params: Object.fromEntries(Object.entries(one.params).reverse()),
    }))
    expect(kinds(account, same)).toEqual([])
  })

  test('notices a transfer that was removed, the last one too', async () => {
    const { account, transfers } = await books()
    expect(kinds(account, transfers.toSpliced(1, 1))).toEqual([
      'chain_broken c1:k2',
      'chain_broken c1:help_confirmed:r1:ann',
      'chain_broken c1:ann',
    ])
    expect(kinds(account, transfers.slice(0, -1))).toEqual([
      'chain_broken c1:ann',
      'balance_differs c1:ann',
    ])
  })

  test('notices one that was slipped in, but not one posted since', async () => {
    const { account, transfers } = await books()
    const [first] = transfers
    if (!first) throw new Error('no transfers')
    const extra = { ...first, _id: 'c1:extra', order: 'zzz' }
    expect(kinds(account, [...transfers, extra])).toEqual(['transfer_unknown c1:extra'])
    const since = { ...extra, createdAt: minute(101) }
    expect(kinds(account, [...transfers, since])).toEqual([])
  })

  test('notices a balance, a head and a count that were changed', async () => {
    const { account, transfers } = await books()
    const richer = {
      ...account,
      posted: account.posted + 1,
      lots: account.lots.map((lot) => ({ ...lot, amount: lot.amount + 1 })),
    }
    expect(kinds(richer, transfers)).toEqual(['balance_differs c1:ann'])
    expect(kinds({ ...account, posted: 99 }, transfers)).toEqual([
      'account_unsound c1:ann',
      'balance_differs c1:ann',
    ])
    expect(kinds({ ...account, head: 'x' }, transfers)).toEqual(['chain_broken c1:ann'])
    expect(kinds({ ...account, seq: 5 }, transfers)).toEqual(['chain_broken c1:ann'])
  })

  test('names a transfer whose sides are unequal, or in which the account has no link', async () => {
    const { account, transfers } = await books()
    const lopsided = transfers.map((one, i) =>
      i === 1
        ? {
            ...one,
            postings: one.postings.map((side) => (side.link ? side : { ...side, amount: 9 })),
          }
        : one,
    )
    expect(kinds(account, lopsided)).toContain('transfer_unsound c1:k1')
    const unlinked = transfers.map((one, i) =>
      i === 1 ? { ...one, postings: one.postings.map((side) => ({ ...side, link: null })) } : one,
    )
    expect(kinds(account, unlinked)).toContain('chain_broken c1:k1')
    const elsewhere = transfers.map((one, i) =>
      i === 1 ? { ...one, postings: one.postings.filter(({ link }) => !link) } : one,
    )
    expect(kinds(account, elsewhere)).toContain('chain_broken c1:k1')
  })

  test('names an account at most three times', async () => {
    const { account, transfers } = await books()
    const all = transfers.map((one) => ({ ...one, actorUserId: 'x' }))
    expect(kinds({ ...account, posted: 1 }, all)).toHaveLength(3)
  })
})
