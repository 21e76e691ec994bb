import type { Person } from '../../types/shape'
import type { CommunityDoc } from '../db/documents'
import type { Store } from '../db/store'
import { formerMember, personOf } from './person'

/** How others see each of these people, by user id, also those who left: one query, whatever their number. */
export async function findPeople(
  store: Store,
  community: CommunityDoc,
  userIds: readonly string[],
): Promise<(userId: string) => Person> {
  const members = await store.getMany(
    'members',
    userIds.map((userId) => `${community._id}:${userId}`),
  )
  const byUserId = new Map(members.map((member) => [member.userId, personOf(member, community)]))
  return (userId) => byUserId.get(userId) ?? formerMember(community._id, userId)
}
