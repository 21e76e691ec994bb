import type { Broadcast, ReceiptDoc, Registrants } from '../db/documents'
import { gt, oneOf, store } from '../db/store'
import { keepEarning } from '../domain/ledger/keep'
import { newMessage } from '../domain/message'
import { now } from './clock'
import { orderedId } from './ids'
import { described, log } from './log'

/** Members told in one round. */
const PAGE = 200

/**
 * Sends what a committed write promised to named people. Never throws: the write stands, and the
 * timer sends what is left. What goes to all members, or is marked as not urgent, is the timer's
 * from the start: a write takes the same number of steps in a community of ten and of ten thousand.
 * So are points: posting them takes a transaction of its own.
 */
export async function deliver(receipt: ReceiptDoc): Promise<void> {
  if (receipt.sent || receipt.earnings?.length) return
  if (receipt.outbox.some(({ to, later }) => !isNamed(to) || later)) return
  try {
    await send(receipt)
  } catch (error) {
    log('error', { event: 'outbox.deferred', receiptId: receipt._id, ...described(error) })
  }
}

/**
 * Sends all that waits, oldest first; for the timer. One that fails does not keep the others waiting.
 * Answers how many receipts were settled.
 */
export async function drainOutbox(limit: number): Promise<number> {
  const waiting = await store.find('receipts', {
    where: { sent: false },
    orderBy: ['createdAt', 'asc'],
    limit,
  })
  let settled = 0
  for (const receipt of waiting) {
    try {
      await send(receipt)
      settled += 1
    } catch (error) {
      log('error', { event: 'outbox.failed', receiptId: receipt._id, ...described(error) })
    }
  }
  return settled
}

async function send(receipt: ReceiptDoc): Promise<void> {
  for (const [n, broadcast] of receipt.outbox.entries()) {
    for await (const readers of audience(broadcast)) {
      await Promise.all(readers.map((userId) => writeMessage(receipt, n, broadcast, userId)))
    }
  }
  for (const promise of receipt.earnings ?? []) await keepEarning(promise, now())
  await store.updateWhere('receipts', { _id: receipt._id }, { sent: true })
}

/**
 * The key is made of cause and reader: sending the same promise again changes nothing, and a
 * message that was read stays read. Marked news of one instant is the same on every receipt.
 */
function writeMessage(receipt: ReceiptDoc, n: number, broadcast: Broadcast, userId: string) {
  const { to: _to, except: _except, later: _later, mark, ...message } = broadcast
  const cause = mark === undefined ? [receipt._id, `broadcast ${n}`] : [mark]
  const _id = orderedId(receipt.createdAt, ...cause, userId)
  const { createdAt } = receipt
  return store.createOnce('messages', newMessage({ ...message, _id, createdAt, userId }))
}

async function* audience({ to, except, communityId }: Broadcast): AsyncGenerator<string[]> {
  const others = (userIds: readonly string[]) => userIds.filter((userId) => userId !== except)
  if (isNamed(to)) {
    yield others(to)
    return
  }
  if (to !== 'members') {
    for await (const userIds of registrants(to)) yield others(userIds)
    return
  }
  let after = ''
  for (;;) {
    const members = await store.find('members', {
      where: { communityId, _id: gt(after) },
      orderBy: ['_id', 'asc'],
      limit: PAGE,
    })
    yield others(members.map((member) => member.userId))
    const last = members.at(-1)
    if (!last || members.length < PAGE) return
    after = last._id
  }
}

const isNamed = (to: Broadcast['to']): to is readonly string[] => Array.isArray(to)

async function* registrants({ eventId, states }: Registrants): AsyncGenerator<string[]> {
  let after = ''
  for (;;) {
    const found = await store.find('registrations', {
      where: { eventId, state: oneOf([...states]), order: gt(after) },
      orderBy: ['order', 'asc'],
      limit: PAGE,
    })
    yield found.map(({ userId }) => userId)
    const last = found.at(-1)
    if (!last || found.length < PAGE) return
    after = last.order
  }
}
