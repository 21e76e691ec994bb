import type { EarningPromise } from '../../db/documents'
import { DuplicateKey } from '../../db/failure'
import { store } from '../../db/store'
import { transact } from '../../db/transact'
import { recognise } from '../recognition/recognise'
import { award } from './award'

/**
 * Posts what a receipt promised to each member, each in a transaction of its own, and counts it towards
 * their level and medals there. The transfer's key is made of rule, cause and member: keeping a promise
 * again changes nothing. The caps are those of
 * the day on which the points are posted.
 */
export async function keepEarning(promise: EarningPromise, at: Date): Promise<void> {
  const { communityId, rule, userIds, cause, actorUserId, partner, also = [] } = promise
  const community = await store.get('communities', communityId)
  if (!community) throw new Error(`no community ${communityId}`)
  for (const userId of userIds) {
    const earning = {
      community,
      rule,
      userId,
      cause,
      at,
      award: promise.award,
      actor: actorUserId,
      ...(partner === null ? {} : { partner }),
    }
    try {
      await transact(async (tx) => {
        const { params } = await award(tx, earning)
        const deeds = [rule, ...also]
        await recognise(tx, { community, userId, deeds, share: Number(params.share), at })
      })
    } catch (error) {
      if (!(error instanceof DuplicateKey)) throw error
    }
  }
}
