import { STANDING_MAX } from '../../../types/help-rules'
import type { ApplicationDoc, RequestDoc } from '../../db/documents'
import { lt, oneOf, store } from '../../db/store'
import { transact } from '../../db/transact'
import { messageOf } from '../../domain/help/message'
import { NO_PLACE, noPlace } from '../../domain/help/places'
import { offerOf } from '../../domain/help/request'
import { closeRequest, type Outcome, type Party, withdrawOffer } from '../../domain/help/steps'
import { now } from '../../runtime/clock'
import { hashed } from '../../runtime/ids'
import { described, log } from '../../runtime/log'

/** Requests settled for one person in one run; more are left to the next minute. */
const REQUESTS_MAX = 50
/** What those concerned read. */
const REASON = '已离开圈子'

/**
 * Settles what people who left (or whose admission was taken back) had open: their own requests end
 * their search, their offers and promises on others' are withdrawn, their standing offers come down.
 * What is done waits for its confirmation as ever. Each request in a transaction of its own; done
 * twice it changes nothing more. Answers how many people it finished with.
 */
export async function settleLeavers(limit: number): Promise<number> {
  const leavers = await store.find('applications', {
    where: { leaving: true },
    orderBy: ['_id', 'asc'],
    limit,
  })
  let finished = 0
  for (const leaver of leavers) {
    try {
      if (await settleOne(leaver)) finished += 1
    } catch (error) {
      log('error', { event: 'leaver.settling_failed', subject: leaver._id, ...described(error) })
    }
  }
  return finished
}

async function settleOne(leaver: ApplicationDoc): Promise<boolean> {
  const { _id, communityId, userId } = leaver
  const [community, member, asked, helping] = await Promise.all([
    store.get('communities', communityId),
    store.get('members', _id),
    store.find('requests', {
      where: { communityId, userId, state: oneOf(['open', 'matched']) },
      orderBy: ['deadline', 'asc'],
      limit: REQUESTS_MAX,
    }),
    store.find('requests', {
      where: { communityId, helperUserIds: userId, state: oneOf(['open', 'matched', 'fulfilled']) },
      orderBy: ['deadline', 'asc'],
      limit: REQUESTS_MAX,
    }),
  ])
  // Admitted again before their leaving was settled: they are here, and so is what they began.
  if (community && !member) {
    for (const request of [...asked, ...helping])
      await settleRequest(request, leaver, community.name)
    await takeDownStanding(communityId, userId)
    if (asked.length === REQUESTS_MAX || helping.length === REQUESTS_MAX) return false
  }
  await store.updateWhere('applications', { _id }, { leaving: false })
  return true
}

async function takeDownStanding(communityId: string, userId: string): Promise<void> {
  const offers = await store.findParts(
    'standingOffers',
    { where: { communityId, userId, place: lt(NO_PLACE) }, limit: STANDING_MAX },
    ['_id'],
  )
  for (const { _id } of offers) {
    await store.amend('standingOffers', _id, { set: { state: 'removed', place: noPlace(_id) } })
  }
}

function settleRequest(seen: RequestDoc, leaver: ApplicationDoc, communityName: string) {
  const at = now()
  const { userId, nickname } = leaver
  return transact(async (tx) => {
    const found = await tx.get('requests', seen._id)
    const outcome = found && ended(found, { userId, nickname }, at)
    if (!found || !outcome?.ok) return
    const { request, news } = outcome
    await tx.put('requests', request)
    await tx.create('receipts', {
      _id: hashed('receipt', 'left', request._id, leaver._id, leaver.order),
      v: 1,
      createdAt: at,
      userId: '',
      action: 'timer.settleLeavers',
      inputHash: '',
      reply: '{}',
      outbox: news.map((entry) => ({
        ...messageOf(request, communityName, entry),
        to: entry.to,
        except: userId,
      })),
      sent: news.length === 0,
    })
  })
}

/** Null when there is nothing of theirs to end. */
function ended(request: RequestDoc, by: Party, at: Date): Outcome | null {
  if (request.userId === by.userId) return closeRequest(request, by, REASON, at)
  const state = offerOf(request, by.userId)?.state
  return state === 'offered' || state === 'accepted' ? withdrawOffer(request, by, REASON, at) : null
}
