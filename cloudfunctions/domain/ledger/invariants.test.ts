import type { AccountDoc, TransferDoc } from '../../db/documents'
import { emptyAccount } from './account'
import { assertAccount, assertTransfer, HOLDS_MAX, LOTS_MAX } from './invariants'

const NOW = new Date('2026-03-10T04:00:00Z')

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
