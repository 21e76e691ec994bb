import { strict as assert } from 'node:assert'
import type { CommunityDoc, RequestDoc } from '../../db/documents'
import type { Tx } from '../../db/transact'
import { capture, hold, release } from '../ledger'
import { isFinal } from './states'

/** Where a request's bounty waits on its requester's account. */
const bountyKey = (requestId: string) => `bounty:${requestId}`

/** The helper who was thanked and has not been paid, the first of them. */
const nextToPay = ({ offers, bounty }: RequestDoc): string | undefined =>
  offers.find(({ userId, state }) => state === 'thanked' && !bounty?.paidTo.includes(userId))
    ?.userId

/**
 * The request with its mark for the timer: set while a thanked helper waits for their part, or the
 * request has ended and something is still held. It follows from the rest and is never set by hand,
 * so that whoever brings a request onward need not know of bounties.
 */
export function withBountyDue(request: RequestDoc): RequestDoc {
  const { bounty, state } = request
  if (!bounty) return request
  const bountyDue = bounty.open && (nextToPay(request) !== undefined || isFinal(state))
  return { ...request, bountyDue }
}

/** Holds `each` for every place of a new request. Two steps. Refuses as the ledger does. */
export const holdBounty = (
  tx: Tx,
  { community, request, each }: { community: CommunityDoc; request: RequestDoc; each: number },
) =>
  hold(tx, {
    community,
    userId: request.userId,
    holdKey: bountyKey(request._id),
    amount: each * request.helpersNeeded,
    cause: { kind: 'request', id: request._id },
    at: request.createdAt,
    expiresAt: null,
  })

/**
 * Takes one step towards what the request says: pays one thanked helper out of the hold, or gives
 * what is left back when the request has ended. The request remembers it in the same transaction, so
 * that no step is taken twice. Answers the request as it is then; null when nothing is due.
 */
export async function settleBounty(
  tx: Tx,
  community: CommunityDoc,
  requestId: string,
  at: Date,
): Promise<RequestDoc | null> {
  const request = await tx.get('requests', requestId)
  if (!request?.bounty || !request.bountyDue) return null
  const { bounty, userId, title } = request
  const holdKey = bountyKey(requestId)
  const helper = nextToPay(request)
  if (helper === undefined) {
    await release(tx, { community, userId, holdKey, at })
  } else {
    const paid = await capture(tx, {
      community,
      key: `bounty:${requestId}:${helper}`,
      reason: 'bounty',
      params: { title },
      cause: { kind: 'request', id: requestId },
      actor: userId,
      at,
      payer: userId,
      holdKey,
      to: { userId: helper },
      amount: bounty.each,
    })
    assert(paid.ok, 'a bounty is held until it is paid')
  }
  const paidTo = helper === undefined ? bounty.paidTo : [...bounty.paidTo, helper]
  const open = helper !== undefined
  const settled = withBountyDue({ ...request, bounty: { ...bounty, paidTo, open } })
  await tx.put('requests', settled)
  return settled
}
