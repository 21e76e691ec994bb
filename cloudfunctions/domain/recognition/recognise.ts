import type { Deed } from '../../../types/recognition'
import type { CommunityDoc, MessageDoc } from '../../db/documents'
import type { Tx } from '../../db/transact'
import { orderedId } from '../../runtime/ids'
import { counted } from './count'
import { contributionOf, rankOf } from './levels'

/**
 * Counts what a member did, in the caller's transaction, which sees to it that it is done once: two
 * steps, and one for each medal or level that is new, of which they are told. Who has left is not
 * counted any more.
 */
export async function recognise(
  tx: Tx,
  {
    community,
    userId,
    deeds,
    share,
    at,
  }: {
    community: CommunityDoc
    userId: string
    deeds: readonly Deed[]
    /** In percent, as the points were given. */
    share: number
    at: Date
  },
): Promise<void> {
  const member = await tx.get('members', `${community._id}:${userId}`)
  if (!member) return
  const { recognition, medals } = counted(member.recognition, deeds, share, at)
  await tx.put('members', { ...member, recognition })
  const tell = (kind: MessageDoc['kind'], params: MessageDoc['params']) =>
    tx.create('messages', {
      _id: orderedId(at, member._id, kind, JSON.stringify(params)),
      v: 1,
      createdAt: at,
      read: false,
      userId,
      communityId: community._id,
      communityName: community.name,
      kind,
      params,
      target: { page: 'recognition' },
    })
  for (const medal of medals) await tell('medal_earned', { medal })
  const rank = rankOf(community.levels, recognition.contribution)
  if (rank > rankOf(community.levels, contributionOf(member))) {
    await tell('level_reached', { level: community.levels[rank]?.name ?? '' })
  }
}
