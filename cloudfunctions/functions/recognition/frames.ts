import type { Store } from '../../db/store'

/** Privileges of one member that are looked through: more than anybody has use for. */
const PRIVILEGES_MAX = 100

/** Whether the member has redeemed the privilege of frames; it is theirs for good. */
export async function hasFrames(
  store: Store,
  communityId: string,
  userId: string,
): Promise<boolean> {
  const orders = await store.findParts(
    'orders',
    {
      where: { communityId, userId, kind: 'privilege', state: 'completed' },
      limit: PRIVILEGES_MAX,
    },
    ['privilege'],
  )
  return orders.some(({ privilege }) => privilege === 'profileFrame')
}
