import { lt, lte, store } from '../../db/store'
import { transact } from '../../db/transact'
import { monthOf } from '../../domain/days'
import { expireHolds, expireLots, markNoticed } from '../../domain/ledger/expiry'
import { newMessage } from '../../domain/message'
import { now } from '../../runtime/clock'
import { orderedId } from '../../runtime/ids'
import { each } from './each'

/** Where a month begins first: an account may be looked at early, its community's zone decides. */
const FIRST_ZONE = 'Pacific/Kiritimati'

/** Takes the points whose last month has ended. What was taken is due no more, so a run may be cut short. */
export async function expirePoints(limit: number): Promise<number> {
  const due = await store.find('accounts', {
    where: { nextExpiry: lt(monthOf(now(), FIRST_ZONE)) },
    orderBy: ['nextExpiry', 'asc'],
    limit,
  })
  return each('points.expiry_failed', due, async ({ userId }, community) => {
    const amount = await transact((tx) => expireLots(tx, { community, userId, at: now() }))
    return amount > 0
  })
}

/** Tells members, once a month of expiry, what they will lose at its end. */
export async function tellOfExpiry(limit: number): Promise<number> {
  const due = await store.find('accounts', {
    where: { noticeDue: lte(monthOf(now(), FIRST_ZONE)) },
    orderBy: ['noticeDue', 'asc'],
    limit,
  })
  return each('points.notice_failed', due, async ({ _id, userId }, community) => {
    const at = now()
    return transact(async (tx) => {
      const lot = await markNoticed(tx, { community, userId, at })
      if (!lot) return false
      const [year, month] = lot.month.split('-').map(Number)
      await tx.create(
        'messages',
        newMessage({
          _id: orderedId(at, _id, 'expiring', lot.month),
          createdAt: at,
          userId,
          communityId: community._id,
          communityName: community.name,
          kind: 'points_expiring',
          params: { amount: lot.amount, year: year ?? 0, month: month ?? 0 },
          target: { page: 'points' },
        }),
      )
      return true
    })
  })
}

/** Releases holds whose time is over. */
export async function releaseHolds(limit: number): Promise<number> {
  const due = await store.find('accounts', {
    where: { holdsUntilMs: lte(now().getTime()) },
    orderBy: ['holdsUntilMs', 'asc'],
    limit,
  })
  return each('points.release_failed', due, async ({ userId }, community) => {
    const released = await transact((tx) => expireHolds(tx, { community, userId, at: now() }))
    return released > 0
  })
}
