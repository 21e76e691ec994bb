import { lte, store } from '../../db/store'
import { transact } from '../../db/transact'
import { messageOf } from '../../domain/help/message'
import { settle } from '../../domain/help/request'
import { now } from '../../runtime/clock'
import { hashed } from '../../runtime/ids'
import { described, log } from '../../runtime/log'

/**
 * Ends the search of open requests whose deadline has passed, the longest overdue first, each in its
 * own transaction. Run twice or beside itself it does nothing more; one request that fails does not
 * keep the others waiting. Answers how many it ended.
 */
export async function expireRequests(limit: number): Promise<number> {
  const at = now()
  const due = await store.find('requests', {
    where: { state: 'open', deadline: lte(at) },
    orderBy: ['deadline', 'asc'],
    limit,
  })
  const communities = await store.getMany(
    'communities',
    due.map(({ communityId }) => communityId),
  )
  const names = new Map(communities.map(({ _id, name }) => [_id, name]))
  let ended = 0
  for (const { _id, communityId } of due) {
    try {
      if (await expire(_id, names.get(communityId) ?? '', at)) ended += 1
    } catch (error) {
      log('error', { event: 'request.expiry_failed', subject: _id, ...described(error) })
    }
  }
  return ended
}

/** The messages are promised on a receipt; the outbox job, which runs next, sends them. */
function expire(id: string, communityName: string, at: Date): Promise<boolean> {
  return transact(async (tx) => {
    const found = await tx.get('requests', id)
    // Somebody's step may have settled it since the query.
    if (found?.state !== 'open' || at < found.deadline) return false
    const { request, news } = settle(found, at)
    await tx.put('requests', request)
    await tx.create('receipts', {
      _id: hashed('receipt', 'expiry', id),
      v: 1,
      createdAt: at,
      userId: '',
      action: 'timer.expireRequests',
      inputHash: '',
      reply: '{}',
      outbox: news.map((entry) => ({
        ...messageOf(request, communityName, entry),
        to: entry.to,
        except: null,
      })),
      sent: false,
    })
    return true
  })
}
