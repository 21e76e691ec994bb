import type { CommunityDoc, RequestDoc, ThanksDoc } from '../../db/documents'
import { lte, store } from '../../db/store'
import { type Tx, transact } from '../../db/transact'
import { messageOf } from '../../domain/help/message'
import { type Passed, passTime } from '../../domain/help/pass-time'
import { deedsOf } from '../../domain/help/request'
import { promiseEarning } from '../../domain/ledger/promise'
import { now } from '../../runtime/clock'
import { hashed, orderedId } from '../../runtime/ids'
import { described, log } from '../../runtime/log'
import { findAudience } from './audience'

type Told = readonly string[] | 'members'

/**
 * Does to requests what the clock is to do: ends searches, reminds, reaches further people, confirms
 * help that nobody confirmed. The longest overdue first, each in its own transaction. Run twice or
 * beside itself it does nothing more; one request that fails does not keep the others waiting.
 * Answers how many it changed.
 */
export async function passTimeOnRequests(limit: number): Promise<number> {
  const at = now()
  const due = await store.find('requests', {
    where: { wakeAt: lte(at) },
    orderBy: ['wakeAt', 'asc'],
    limit,
  })
  const communities = await store.getMany(
    'communities',
    due.map(({ communityId }) => communityId),
  )
  const byId = new Map(communities.map((community) => [community._id, community]))
  let changed = 0
  for (const request of due) {
    try {
      const community = byId.get(request.communityId)
      if (community && (await pass(request, community, at))) changed += 1
    } catch (error) {
      log('error', { event: 'request.time_failed', subject: request._id, ...described(error) })
    }
  }
  return changed
}

async function pass(seen: RequestDoc, community: CommunityDoc, at: Date): Promise<boolean> {
  // Whom to reach takes queries, which a transaction cannot make; it is decided there again.
  const { reach } = passTime(seen, at)
  const told: Told = reach === null ? [] : await findAudience(store, seen, reach)
  return transact(async (tx) => {
    const found = await tx.get('requests', seen._id)
    // Another run, or somebody's step, may have been there first.
    if (!found?.wakeAt || at < found.wakeAt) return false
    const passed = passTime(found, at)
    await tx.put('requests', passed.request)
    for (const helper of passed.confirmed) {
      await tx.create('thanks', thanksOf(passed.request, helper, at))
    }
    await promise(tx, found, community, passed, passed.reach === reach ? told : [], at)
    return true
  })
}

/** Messages and points are promised on a receipt; the outbox job, which runs next, keeps them. */
async function promise(
  tx: Tx,
  found: RequestDoc,
  community: CommunityDoc,
  { request, news, confirmed }: Passed,
  told: Told,
  at: Date,
): Promise<void> {
  const outbox = news.map((entry) => ({
    ...messageOf(request, community.name, entry),
    to: entry.to,
    except: null,
  }))
  const wanted = {
    ...messageOf(request, community.name, {
      kind: 'help_wanted',
      to: [],
      params: { urgency: request.urgency },
    }),
    to: told,
    except: request.userId,
  }
  const earnings = confirmed.map((helper) =>
    promiseEarning(community, {
      rule: 'help_confirmed',
      userIds: [helper],
      cause: { kind: 'request', id: request._id },
      partner: request.userId,
      also: deedsOf(request),
      actor: null,
    }),
  )
  await tx.create('receipts', {
    _id: hashed('receipt', 'time', found._id, ...found.marks, String(found.wakeAt?.getTime())),
    v: 1,
    createdAt: at,
    userId: '',
    action: 'timer.passTime',
    inputHash: '',
    reply: '{}',
    outbox: told.length === 0 ? outbox : [...outbox, wanted],
    earnings,
    sent: false,
  })
}

function thanksOf(request: RequestDoc, helper: string, at: Date): ThanksDoc {
  const _id = `${request._id}:${helper}`
  return {
    _id,
    v: 1,
    createdAt: at,
    communityId: request.communityId,
    requestId: request._id,
    title: request.title,
    words: request.offers.find(({ userId }) => userId === helper)?.thanks ?? '',
    fromUserId: request.userId,
    toUserId: helper,
    order: orderedId(at, 'thanks', _id),
    visibility: 'shown',
  }
}
