import { neq, store } from '../../db/store'
import type { WorkSource } from './source'

/** Things that were redeemed and are to be sent, in the order in which they were; never one's own. */
export const orders: WorkSource = {
  kind: 'order',
  duty: 'keepStore',
  count: ({ communityId, userId }, max) =>
    store.countUpTo('orders', { ...toSend(communityId), userId: neq(userId) }, max),
  oldest: async ({ communityId, userId }, limit) => {
    const found = await store.find('orders', {
      where: { ...toSend(communityId), userId: neq(userId) },
      orderBy: ['_id', 'asc'],
      limit,
    })
    return found.map(({ _id, createdAt, itemName }) => ({
      kind: 'order',
      itemId: _id,
      since: createdAt.toISOString(),
      urgency: 'normal',
      title: itemName,
      words: '',
      params: {},
    }))
  },
}

const toSend = (communityId: string) =>
  ({ communityId, kind: 'shipped', state: 'reserved' }) as const
