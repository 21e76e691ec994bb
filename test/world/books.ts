import type { AccountDoc, TransferDoc } from '../../cloudfunctions/db/documents'
import type { World } from '.'

/** What the transfers and accounts of a community say, added up from the stored documents alone. */
export async function soundBooks(world: World, communityId: string) {
  const [accounts, transfers] = await Promise.all([
    world.documents('accounts', { communityId }),
    world.documents('transfers', { communityId }),
  ])
  const sums = new Map<string, number>()
  for (const { postings } of transfers) {
    expect(postings.reduce((sum, { amount }) => sum + amount, 0)).toBe(0)
    for (const { account, amount } of postings) {
      sums.set(account, (sums.get(account) ?? 0) + amount)
    }
  }
  for (const account of accounts) expectSound(account, transfers, sums.get(account._id) ?? 0)
  const on = (system: 'issuance' | 'store' | 'expired') => sums.get(`${communityId}:${system}`) ?? 0
  const outstanding = accounts.reduce((sum, { posted }) => sum + posted, 0)
  expect(outstanding + on('issuance') + on('store') + on('expired')).toBe(0)
  return { accounts, transfers, on }
}

function expectSound(account: AccountDoc, transfers: TransferDoc[], sum: number): void {
  const { _id, posted, held, holds, lots, seq, head } = account
  expect(posted).toBe(sum)
  expect(held).toBe(holds.reduce((total, { remaining }) => total + remaining, 0))
  expect(posted - held).toBeGreaterThanOrEqual(0)
  expect(lots.reduce((total, { amount }) => total + amount, 0)).toBe(posted - held)
  const links = transfers
    .flatMap(({ postings }) => postings)
    .flatMap(({ account: of, link }) => (of === _id && link ? [link] : []))
    .sort((a, b) => a.seq - b.seq)
  expect(links.map((link) => link.seq)).toEqual(Array.from({ length: seq }, (_, n) => n + 1))
  expect(links.slice(1).map(({ prev }) => prev)).toEqual(links.slice(0, -1).map(({ hash }) => hash))
  expect(links.at(-1)?.hash).toBe(head)
}
