import type { Person } from '../../../types/shape'
import type { Store } from '../../db/store'

/** How others see each of these people: one query. Who has left keeps a place without a name. */
export async function findPeople(
  store: Store,
  communityId: string,
  userIds: readonly string[],
): Promise<(userId: string) => Person> {
  const members = await store.getMany(
    'members',
    userIds.map((userId) => `${communityId}:${userId}`),
  )
  const found = new Map(members.map((member) => [member.userId, member]))
  return (userId) => {
    const { nickname = '', avatar = 'a1' } = found.get(userId) ?? {}
    return { memberId: `${communityId}:${userId}`, nickname, avatar }
  }
}
