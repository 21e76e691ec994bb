import type { CommunityDoc } from '../../db/documents'
import { store } from '../../db/store'
import { described, log } from '../../runtime/log'

/**
 * Does a job's work on each of these, with their communities looked up at once. One that fails is
 * logged and does not keep the others waiting. Answers for how many something was done.
 */
export async function each<D extends { _id: string; communityId: string }>(
  event: string,
  due: readonly D[],
  work: (item: D, community: CommunityDoc) => Promise<boolean>,
): Promise<number> {
  const communities = await store.getMany(
    'communities',
    due.map(({ communityId }) => communityId),
  )
  const byId = new Map(communities.map((community) => [community._id, community]))
  let done = 0
  for (const item of due) {
    try {
      const community = byId.get(item.communityId)
      if (!community) throw new Error(`no community ${item.communityId}`)
      if (await work(item, community)) done += 1
    } catch (error) {
      log('error', { event, subject: item._id, ...described(error) })
    }
  }
  return done
}
