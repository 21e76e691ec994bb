import { walked } from '../../../test/world/memory-books'
import { openMemory } from '../../../test/world/memory-tx'
import type { AccountDoc, CommunityDoc, TransferDoc } from '../../db/documents'
import { award, hold, post } from '.'
import { emptyAccount, NEVER, NEVER_MS } from './account'
import { countDemand, demandBook, forecast, storedDemand } from './forecast'
import { assertAccount, assertTransfer, HOLDS_MAX, LOTS_MAX } from './invariants'
import { FOR_EVER, merge, takeBack, takeOldest } from './lots'
import { expiryOf, FIRST_RULES, rulesOf, sharePercent } from './rules'
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
    const late = { ...cut, since: minute(4) }
    expect(walk(account, transfers, late).earned).toEqual([])
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
  })

  test('names an account at most three times', async () => {
    const { account, transfers } = await books()
    const all = transfers.map((one) => ({ ...one, actorUserId: 'x' }))
    expect(kinds({ ...account, posted: 1 }, all)).toHaveLength(3)
  })
})

/** What each breach is called in the log. */
const ACCOUNT_BREACHES: Record<string, string> = {
  'points are parts': 'not whole',
  'held is below zero': 'held below zero',
  'more is held than there is': 'available below zero',
  'the lots are too few': 'the lots are not what is available',
  'a lot is empty': 'an empty lot',
  'lots are out of order': 'lots out of order',
  'a month stands twice': 'lots out of order',
  'held is not what holds hold': 'held is not the sum of open holds',
  'a hold is empty': 'an empty hold',
  'a hold holds other lots': 'the lots of a hold are not what it holds',
  'two holds have one key': 'two holds of one key',
  'the count is below zero': 'a chain without its instant',
  'there is a count and no instant': 'a chain without its instant',
  'there is an instant and no count': 'a chain without its instant',
  'there are too many lots': 'too many lots',
  'there are too many holds': 'too many holds',
}
const TRANSFER_BREACHES: Record<string, string> = {
  'it has one side': 'a transfer has two sides',
  'one side stands twice': 'one side twice',
  'points are made': 'points made or lost',
  'points are parts': 'not whole',
  'it is of another community': 'an account of another community',
  'a member has no link': 'a link without a member, or none with',
  'a system account has one': 'a link without a member, or none with',
  'a system account has lots': 'a system account has no lots',
  'lots are not what moves': 'the lots are not what moves',
  'nobody’s points move': 'nobody’s points move',
  'it takes itself back': 'a transfer takes itself back',
}

describe('an account is unsound when', () => {
  const lot = { month: '2027-03', amount: 10 }
  const sound: AccountDoc = {
    ...emptyAccount('c1', 'ann', NOW),
    posted: 15,
    held: 5,
    lots: [lot],
    holds: [
      {
        key: 'bounty:r1',
        remaining: 5,
        lots: [{ month: '2027-03', amount: 5 }],
        cause: { kind: 'request', id: 'r1' },
        heldAt: NOW,
        expiresAt: null,
      },
    ],
    seq: 1,
    lastMs: 1,
  }
  const [held] = sound.holds
  if (!held) throw new Error('no hold')
  test('nothing is wrong with it: it is not', () => {
    assertAccount(sound)
    assertAccount(emptyAccount('c1', 'ann', NOW))
  })
  const broken: [string, Partial<AccountDoc>][] = [
    ['points are parts', { posted: 15.5, lots: [{ ...lot, amount: 10.5 }] }],
    ['held is below zero', { held: -5, posted: 5, holds: [] }],
    ['more is held than there is', { posted: 3, lots: [] }],
    ['the lots are too few', { lots: [{ ...lot, amount: 9 }] }],
    ['a lot is empty', { lots: [{ ...lot, month: '2027-01', amount: 0 }, lot] }],
    [
      'lots are out of order',
      {
        lots: [
          { month: '2027-04', amount: 4 },
          { month: '2027-03', amount: 6 },
        ],
      },
    ],
    [
      'a month stands twice',
      {
        lots: [
          { month: '2027-03', amount: 4 },
          { month: '2027-03', amount: 6 },
        ],
      },
    ],
    ['held is not what holds hold', { held: 4, posted: 14 }],
    ['a hold is empty', { holds: [held, { ...held, key: 'b', remaining: 0, lots: [] }] }],
    ['a hold holds other lots', { holds: [{ ...held, lots: [{ month: '2027-03', amount: 4 }] }] }],
    ['two holds have one key', { held: 10, posted: 20, holds: [held, held] }],
    ['the count is below zero', { seq: -1 }],
    ['there is a count and no instant', { lastMs: 0 }],
    ['there is an instant and no count', { seq: 0 }],
    [
      'there are too many lots',
      {
        posted: LOTS_MAX + 1 + 5,
        lots: Array.from({ length: LOTS_MAX + 1 }, (_, i) => ({
          month: `20${30 + i}-01`,
          amount: 1,
        })),
      },
    ],
    [
      'there are too many holds',
      {
        held: 5 * (HOLDS_MAX + 1),
        posted: 10 + 5 * (HOLDS_MAX + 1),
        holds: Array.from({ length: HOLDS_MAX + 1 }, (_, i) => ({ ...held, key: `h${i}` })),
      },
    ],
  ]
  test.each(broken)('%s', (name, part) => {
    expect(() => assertAccount({ ...sound, ...part })).toThrow(ACCOUNT_BREACHES[name] ?? name)
  })
  test('as many lots and holds as there may be are sound', () => {
    assertAccount({
      ...sound,
      posted: LOTS_MAX + 5 * HOLDS_MAX,
      held: 5 * HOLDS_MAX,
      lots: Array.from({ length: LOTS_MAX }, (_, i) => ({ month: `20${30 + i}-01`, amount: 1 })),
      holds: Array.from({ length: HOLDS_MAX }, (_, i) => ({ ...held, key: `h${i}` })),
    })
  })
})

describe('a transfer is unsound when', () => {
  const linked = { seq: 1, prev: 'start', hash: 'h' }
  const system = { account: 'c1:store', amount: 5, lots: [], link: null }
  const mine = {
    account: 'c1:ann',
    amount: -5,
    lots: [{ month: '2027-03', amount: 5 }],
    link: linked,
  }
  const sound = {
    _id: 'c1:k',
    communityId: 'c1',
    accounts: ['c1:ann'],
    postings: [mine, system],
    reverses: null,
  } as unknown as TransferDoc
  test('nothing is wrong with it: it is not', () => assertTransfer(sound))
  const broken: [string, Partial<TransferDoc>][] = [
    ['it has one side', { postings: [{ ...mine, amount: 0, lots: [] }] }],
    ['one side stands twice', { postings: [mine, { ...mine, amount: 5 }] }],
    ['points are made', { postings: [mine, { ...system, amount: 6 }] }],
    [
      'points are parts',
      {
        postings: [
          { ...mine, amount: -5.5 },
          { ...system, amount: 5.5 },
        ],
      },
    ],
    ['it is of another community', { postings: [mine, { ...system, account: 'c2:store' }] }],
    ['a member has no link', { postings: [{ ...mine, link: null }, system] }],
    ['a system account has one', { postings: [mine, { ...system, link: linked }] }],
    ['a system account has lots', { postings: [mine, { ...system, lots: mine.lots }] }],
    ['lots are not what moves', { postings: [{ ...mine, lots: [] }, system] }],
    [
      'nobody’s points move',
      { accounts: [], postings: [system, { ...system, account: 'c1:issuance', amount: -5 }] },
    ],
    ['it takes itself back', { reverses: 'c1:k' }],
  ]
  test.each(broken)('%s', (name, part) => {
    expect(() => assertTransfer({ ...sound, ...part })).toThrow(TRANSFER_BREACHES[name] ?? name)
  })
})

describe('lots', () => {
  const lots = [
    { month: '2026-01', amount: 5 },
    { month: '2026-02', amount: 5 },
  ]
  test('are taken oldest first, whole and in part', () => {
    expect(takeOldest(lots, 5)).toEqual({ taken: [lots[0]], left: [lots[1]] })
    expect(takeOldest(lots, 7)).toEqual({
      taken: [lots[0], { month: '2026-02', amount: 2 }],
      left: [{ month: '2026-02', amount: 3 }],
    })
    expect(takeOldest(lots, 0)).toEqual({ taken: [], left: lots })
    for (const amount of [11, -1]) {
      expect(() => takeOldest(lots, amount)).toThrow('more is taken than there is')
    }
  })

  test('are taken back by month, then oldest first', () => {
    expect(takeBack(lots, [{ month: '2026-02', amount: 4 }])).toEqual({
      taken: [{ month: '2026-02', amount: 4 }],
      left: [lots[0], { month: '2026-02', amount: 1 }],
    })
    expect(takeBack(lots, [{ month: '2026-02', amount: 7 }])).toEqual({
      taken: [{ month: '2026-01', amount: 2 }, lots[1]],
      left: [{ month: '2026-01', amount: 3 }],
    })
    expect(takeBack(lots, [{ month: '2027-01', amount: 5 }])).toEqual({
      taken: [lots[0]],
      left: [lots[1]],
    })
  })

  test('are merged one a month in order, without empty ones', () => {
    expect(
      merge(lots, [
        { month: '2025-12', amount: 1 },
        { month: '2026-02', amount: 2 },
        { month: '2026-05', amount: 0 },
      ]),
    ).toEqual([
      { month: '2025-12', amount: 1 },
      { month: '2026-01', amount: 5 },
      { month: '2026-02', amount: 7 },
    ])
  })
})

describe('what the jobs look for', () => {
  const memory = () => openMemory()
  const entry = {
    community,
    cause: { kind: 'request', id: 'r1' } as const,
    actor: 'ann',
    reason: 'adjusted' as const,
    at: NOW,
  }

  test('is the oldest lot and the first hold to end', async () => {
    const world = memory()
    const until = minute(90)
    await world.transact(async (tx) => {
      await post(tx, { ...entry, key: 'k', from: 'issuance', to: { userId: 'ann' }, amount: 30 })
      await hold(tx, { ...entry, userId: 'ann', holdKey: 'a', amount: 1, expiresAt: minute(99) })
      await hold(tx, { ...entry, userId: 'ann', holdKey: 'b', amount: 1, expiresAt: until })
      await hold(tx, { ...entry, userId: 'ann', holdKey: 'c', amount: 1, expiresAt: null })
    })
    expect(world.all('accounts')[0]).toMatchObject({
      nextExpiry: '2027-03',
      noticeDue: '2027-03',
      holdsUntilMs: until.getTime(),
    })
  })

  test('is nothing when points are good for ever', async () => {
    const world = memory()
    const lasting = { ...community, points: { ...FIRST_RULES, expiryMonths: null } }
    await world.transact((tx) =>
      post(tx, {
        ...entry,
        community: lasting,
        key: 'k',
        from: 'issuance',
        to: { userId: 'ann' },
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
    const world = memory()
    const add = (n: number) =>
      world.transact((tx) =>
        hold(tx, { ...entry, userId: 'ann', holdKey: `h${n}`, amount: 1, expiresAt: null }),
      )
    await world.transact((tx) =>
      post(tx, { ...entry, key: 'k', from: 'issuance', to: { userId: 'ann' }, amount: 90 }),
    )
    for (let n = 0; n < HOLDS_MAX; n++) expect((await add(n)).ok).toBe(true)
    expect(await add(HOLDS_MAX)).toEqual({
      ok: false,
      code: 'too_many_holds',
      params: { max: HOLDS_MAX },
    })
  })
})

describe('rules', () => {
  test('are those every community starts with until it publishes its own', () => {
    const { points: _points, ...plain } = community
    expect(rulesOf(plain as CommunityDoc)).toEqual(FIRST_RULES)
    const own = { ...community, points: { ...FIRST_RULES, version: 4, makeUpPrice: 1 } }
    expect(rulesOf(own)).toMatchObject({ version: 4, makeUpPrice: 1 })
  })

  test('a rule that is newer than the published version is as it came', () => {
    const { check_in: _gone, ...awards } = FIRST_RULES.awards
    const old = { ...community, points: { ...FIRST_RULES, awards } } as CommunityDoc
    expect(rulesOf(old).awards.check_in).toEqual(FIRST_RULES.awards.check_in)
  })

  test('points are good to the end of a month, in the community’s zone', () => {
    const newYear = new Date('2026-12-31T16:00:00Z')
    expect(expiryOf(community, newYear)).toBe('2028-01')
    expect(expiryOf(community, new Date(newYear.getTime() - 1))).toBe('2027-12')
  })

  test('a pair earns in full twice, then half, a quarter, nothing', () => {
    expect([0, 1, 2, 3, 4, 9].map(sharePercent)).toEqual([100, 100, 50, 25, 0, 0])
  })
})

describe('a forecast', () => {
  const awards = (amount: number, perDay: number | null, perMonth: number | null) => ({
    ...FIRST_RULES.awards,
    check_in: { amount, perDay, perMonth },
  })
  const line = (stored: ReturnType<typeof storedDemand>, changed: ReturnType<typeof awards>) =>
    forecast(stored, changed).find(({ rule }) => rule === 'check_in')

  test('gives each member’s days within the caps', () => {
    const book = demandBook([])
    countDemand(book, 'check_in', 6, [100, 100, 300])
    countDemand(book, 'check_in', 4, [300, 100, 100])
    countDemand(book, 'check_in', 0, [50])
    const stored = storedDemand(demandBook(storedDemand(book)))
    expect(stored[0]?.patterns).toHaveLength(2)
    expect(line(stored, awards(2, null, null))).toEqual({
      rule: 'check_in',
      given: 10,
      wouldGive: 2 * 10 + 1,
      members: 3,
    })
    expect(line(stored, awards(2, 3, null))?.wouldGive).toBe(2 * 7 + 1)
    expect(line(stored, awards(2, 3, 6))?.wouldGive).toBe(2 * 6 + 1)
    expect(line(stored, awards(0, null, null))?.wouldGive).toBe(0)
  })

  test('of a rule that nobody used gives nothing', () => {
    const book = demandBook([])
    countDemand(book, 'check_in', 0, [])
    expect(line(storedDemand(book), awards(2, null, null))).toMatchObject({
      wouldGive: 0,
      members: 0,
    })
  })

  test('stays bounded: beyond two hundred patterns a member counts as an even share', () => {
    const book = demandBook([])
    for (let n = 1; n <= 230; n++) countDemand(book, 'check_in', 1, [n, n + 300])
    const patterns = storedDemand(book)[0]?.patterns ?? []
    expect(patterns.length).toBeLessThanOrEqual(205)
    expect(patterns.reduce((sum, { members }) => sum + members, 0)).toBe(230)
  })
})
