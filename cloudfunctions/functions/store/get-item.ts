import { addressesOf } from '../../db/files'
import { lt } from '../../db/store'
import { accountId, availableOf } from '../../domain/ledger/account'
import { reaches } from '../../domain/recognition/levels'
import { FREE } from '../../domain/store/units'
import { read } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { isKeeper, maySee } from './policy'
import { itemCardOf } from './present'

export const getItem = read('store.getItem', {
  fetch: async ({ store, input: { communityId, itemId }, userId }) => {
    const [item, taken, mine, account] = await Promise.all([
      store.get('items', itemId),
      store.count('orders', { itemId, unit: lt(FREE) }),
      store.count('orders', { itemId, userId, nth: lt(FREE) }),
      store.get('accounts', accountId(communityId, userId)),
    ])
    return { item, taken, mine, available: account ? availableOf(account) : 0 }
  },
  allow: maySee,
  reply: async ({ actor, now }, { item: found, taken, mine, available }) => {
    const item = found ?? refuse('not_found')
    const addresses = await addressesOf(item.picture === null ? [] : [item.picture])
    const { community } = actor
    const card = itemCardOf(item, taken, { community, now, addresses })
    const isLimited = item.limitEach !== null && mine >= item.limitEach
    return {
      ...card,
      standing: card.standing === 'open' && isLimited ? 'limitReached' : card.standing,
      about: item.about,
      stock: item.stock,
      limitEach: item.limitEach,
      pickupWhere: item.pickupWhere,
      privilege: item.privilege,
      mine,
      available,
      hasLevel: reaches(actor.community, actor.member, item),
      revision: item.revision,
      mayKeep: isKeeper(actor),
      pictureId: isKeeper(actor) ? (item.pictureWaiting ?? item.picture) : null,
    }
  },
})
