import type { Store } from '../../db/store'
import { rolesWith } from '../../domain/duties'

/** More people on duty than any community has. */
const APPROVERS_MAX = 50

/** Those who approve events. */
export async function approvers(store: Store, communityId: string): Promise<string[]> {
  const found = await Promise.all(
    rolesWith('approveEvents').map((role) =>
      store.find('members', { where: { communityId, role }, limit: APPROVERS_MAX }),
    ),
  )
  return found.flat().map(({ userId }) => userId)
}
