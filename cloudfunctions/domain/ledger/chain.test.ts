import type { TransferDoc } from '../../db/documents'
import { hashLink } from './chain'

const transfer = {
  _id: 'home:gift',
  communityId: 'home',
  reason: 'adjusted',
  params: { words: '布置了会场', amount: 5 },
  cause: { kind: 'adjustment', id: 'gift' },
  actor: 'owner',
  order: '01a',
  reverses: null,
  accounts: ['home:ann'],
  postings: [{ account: 'home:ann', amount: 5, lots: [], link: null }],
  createdAt: new Date('2026-03-01T04:00:00Z'),
} as unknown as TransferDoc
const link = { account: 'home:ann', seq: 1, prev: 'start' }

test('a link stands for its account, its number and the link before it', () => {
  const known = hashLink(transfer, link)
  expect(hashLink(transfer, link)).toBe(known)
  for (const change of [{ account: 'home:ben' }, { seq: 2 }, { prev: 'other' }]) {
    expect(hashLink(transfer, { ...link, ...change })).not.toBe(known)
  }
})

test('the order in which the words of a transfer were stored changes nothing', () => {
  const turned = { ...transfer, params: { amount: 5, words: '布置了会场' } } as TransferDoc
  expect(hashLink(turned, link)).toBe(hashLink(transfer, link))
})
