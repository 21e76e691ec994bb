import { store } from '../../db/store'
import { transact } from '../../db/transact'
import { settleBounty } from '../../domain/help/bounty'
import { now } from '../../runtime/clock'
import { each } from './each'

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
  return each('bounty.failed', due, async ({ _id }, community) => {
    const step = () => transact((tx) => settleBounty(tx, community, _id, now()))
    let request = await step()
    while (request?.bountyDue) request = await step()
    return true
  })
}
