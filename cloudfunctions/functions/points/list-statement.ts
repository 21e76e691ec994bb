import { lt } from '../../db/store'
import { accountId } from '../../domain/ledger/account'
import { reversalId } from '../../domain/ledger/book'
import { read } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { PAGE_LIMIT, pageOf } from '../../runtime/page'
import { anyMember, mayManage } from './policy'
import { findThem, lineOf, otherOf } from './present'

/**
 * Every movement on one account, the latest first, in the order of its chain. One's own; with the
 * duty any member's: others are refused with `forbidden`.
 */
export const listStatement = read('points.listStatement', {
  fetch: async ({ store, input: { communityId, memberId, cursor }, userId }) => {
    const account = memberId ?? accountId(communityId, userId)
    const [member, found] = await Promise.all([
      store.get('members', account),
      store.find('transfers', {
        where: { accounts: account, ...(cursor ? { order: lt(cursor) } : {}) },
        orderBy: ['order', 'desc'],
        limit: PAGE_LIMIT,
      }),
    ])
    return { account, member, found }
  },
  allow: anyMember,
  reply: async ({ store, actor }, { account, member, found }) => {
    if (member?.communityId !== actor.community._id) return refuse('not_found')
    if (member.userId !== actor.userId && !mayManage(actor)) return refuse('forbidden')
    const { shown, next } = pageOf(found, ({ order }) => order)
    const [person, reversals] = await Promise.all([
      findThem(
        store,
        actor.community,
        shown.map((transfer) => otherOf(transfer, account)),
      ),
      store.getMany(
        'transfers',
        shown.map(({ communityId, _id }) => reversalId(communityId, _id)),
      ),
    ])
    const reversed = new Set(reversals.map(({ reverses }) => reverses))
    const items = shown.map((transfer) =>
      lineOf(transfer, account, person, reversed.has(transfer._id)),
    )
    return { items, next }
  },
})
