import type { ChallengeDoc, ChallengePartDoc, CommunityDoc } from '../../db/documents'
import { lte, oneOf, store } from '../../db/store'
import { type Tx, transact } from '../../db/transact'
import { scoreOf } from '../../domain/challenge/places'
import { CHALLENGE_WAYS, wayOf } from '../../domain/challenge/states'
import { certificateCode } from '../../domain/events/codes'
import { promiseEarning } from '../../domain/ledger/promise'
import { now } from '../../runtime/clock'
import { described, log } from '../../runtime/log'
import { timerReceipt } from '../../runtime/timer-receipt'

/** People of one challenge whose result is settled in one run; the next minute takes the rest. */
const PARTS_A_RUN = 100

/**
 * Settles challenges whose last day is over: each person's days are counted once more, who wrote
 * enough has completed it, is promised the points and is told, and in the end the challenge is closed.
 * Each person in a transaction of their own, so that a run may be cut short anywhere; who is settled
 * is not found again. Answers how many people were settled.
 */
export async function settleChallenges(limit: number): Promise<number> {
  const due = await store.find('challenges', {
    where: { state: 'open', endsAt: lte(now()) },
    orderBy: ['endsAt', 'asc'],
    limit,
  })
  let settled = 0
  for (const challenge of due) {
    const community = await store.get('communities', challenge.communityId)
    if (community) settled += await settle(challenge, community)
  }
  return settled
}

async function settle(challenge: ChallengeDoc, community: CommunityDoc): Promise<number> {
  const { _id: challengeId } = challenge
  const parts = await store.find('challengeParts', {
    where: { challengeId, state: 'joined' },
    orderBy: ['_id', 'asc'],
    limit: PARTS_A_RUN,
  })
  let settled = 0
  for (const part of parts) {
    try {
      if (await settlePart(challenge, community, part)) settled += 1
    } catch (error) {
      log('error', { event: 'challenge.part_failed', subject: part._id, ...described(error) })
    }
  }
  const isAll = settled === parts.length && parts.length < PARTS_A_RUN
  if (!isAll) return settled
  await transact(async (tx) => {
    const current = await tx.get('challenges', challengeId)
    if (current?.state !== 'open') return
    await tx.put('challenges', { ...current, state: CHALLENGE_WAYS.settle.open })
  })
  return settled
}

async function settlePart(
  challenge: ChallengeDoc,
  community: CommunityDoc,
  { _id, userId }: ChallengePartDoc,
): Promise<boolean> {
  const { _id: challengeId, daysNeeded } = challenge
  const at = now()
  // Nobody writes any more; what waits for a moderator is not held against its author.
  const days = await store.count('challengeEntries', {
    challengeId,
    userId,
    visibility: oneOf(['shown', 'pending']),
  })
  const isDone = days >= daysNeeded
  return transact(async (tx) => {
    const part = await tx.get('challengeParts', _id)
    const state = part && wayOf(isDone ? 'complete' : 'miss', part.state)
    // Another run was here first.
    if (!part || !state) return true
    const certificate = isDone ? certificateCode(challenge.key, challengeId, userId) : null
    await tx.put('challengeParts', {
      ...part,
      state,
      days,
      score: scoreOf(days, userId),
      certificate,
    })
    await promise(tx, { challenge, community, userId, days, isDone, at })
    return true
  })
}

async function promise(
  tx: Tx,
  {
    challenge,
    community,
    userId,
    days,
    isDone,
    at,
  }: {
    challenge: ChallengeDoc
    community: CommunityDoc
    userId: string
    days: number
    isDone: boolean
    at: Date
  },
): Promise<void> {
  const { _id, communityId, title, daysNeeded } = challenge
  const news = {
    communityId,
    communityName: community.name,
    kind: isDone ? ('challenge_completed' as const) : ('challenge_missed' as const),
    params: { title, days, daysNeeded },
    target: { page: 'challenge' as const, challengeId: _id },
    to: [userId],
    except: null,
  }
  const earning = promiseEarning(community, {
    rule: 'challenge_completed',
    userIds: [userId],
    cause: { kind: 'challenge', id: _id },
    actor: null,
  })
  const cause = `challenge ${_id} ${userId}`
  await tx.create('receipts', timerReceipt(cause, at, [news], isDone ? [earning] : []))
}
