import { store } from '../../db/store'
import { transact } from '../../db/transact'
import { settleBounty } from '../../domain/help/bounty'
import { now } from '../../runtime/clock'
import { described, log } from '../../runtime/log'

/**
 * Pays the bounties of thanked helpers and gives back what ended requests still hold, one step a
 * transaction. What is due stands on the request itself, so that whatever was interrupted is done by
 * the next run, once. Answers how many requests it settled.
 */
export async function settleBounties(limit: number): Promise<number> {
  const due = await store.find('requests', {
    where: { bountyDue: true },
    orderBy: ['_id', 'asc'],
    limit,
  })
  const communities = await store.getMany(
    'communities',
    due.map(({ communityId }) => communityId),
  )
  const byId = new Map(communities.map((community) => [community._id, community]))
  let settled = 0
  for (const { _id, communityId } of due) {
    try {
      const community = byId.get(communityId)
      if (!community) throw new Error(`no community ${communityId}`)
      let request = await transact((tx) => settleBounty(tx, community, _id, now()))
      while (request?.bountyDue) {
        request = await transact((tx) => settleBounty(tx, community, _id, now()))
      }
      settled += 1
    } catch (error) {
      log('error', { event: 'bounty.failed', subject: _id, ...described(error) })
    }
  }
  return settled
}
