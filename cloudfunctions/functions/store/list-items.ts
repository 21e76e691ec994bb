import { addressesOf } from '../../db/files'
import { lt } from '../../db/store'
import { FREE } from '../../domain/store/units'
import { read } from '../../runtime/action'
import { PAGE_LIMIT, pageOf } from '../../runtime/page'
import { isKeeper } from './policy'
import { itemCardOf } from './present'

/** A page of the store, newest first. Items that are not shown are listed for keepers alone. */
export const listItems = read('store.listItems', {
  fetch: async ({ store, input: { communityId, all, cursor } }) => ({
    all,
    found: await store.find('items', {
      where: {
        communityId,
        ...(all ? {} : { shown: true }),
        ...(cursor ? { _id: lt(cursor) } : {}),
      },
      orderBy: ['_id', 'desc'],
      limit: PAGE_LIMIT,
    }),
  }),
  allow: (actor, { all }) => !all || isKeeper(actor),
  reply: async ({ store, actor, now }, { found }) => {
    const { shown, next } = pageOf(found, ({ _id }) => _id)
    const [addresses, ...taken] = await Promise.all([
      addressesOf(shown.flatMap(({ picture }) => picture ?? [])),
      ...shown.map(({ _id }) => store.count('orders', { itemId: _id, unit: lt(FREE) })),
    ])
    const around = { community: actor.community, now, addresses }
    const items = shown.map((item, i) => itemCardOf(item, taken[i] ?? 0, around))
    return { items, next }
  },
})
