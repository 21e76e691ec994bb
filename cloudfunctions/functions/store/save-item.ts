import type { ParsedInput } from '../../../types/contract'
import type { ItemDoc } from '../../db/documents'
import { pictureIssuesOf } from '../../domain/pictures'
import { seal } from '../../domain/privacy/seal'
import { resourcePlace } from '../../domain/store/sealed'
import { write } from '../../runtime/action'
import { refuse, refuseFields } from '../../runtime/errors'
import { isKeeper } from './policy'

/**
 * Makes an item, or corrects the revision that was read. Its kind stays. Refuses `item_changed`,
 * `item_kind_stays`, `invalid_fields` for a picture that is not the actor's own, and `not_found` for
 * an item of another community.
 */
export const saveItem = write('store.saveItem', {
  fetch: async ({ input: { communityId, picture }, userId }) => ({
    pictureIssues: picture
      ? await pictureIssuesOf({ picture: [picture] }, { communityId, userId })
      : [],
  }),
  load: async ({ tx, input: { itemId } }) => ({
    item: itemId === undefined ? null : await tx.get('items', itemId),
  }),
  screen: ({ input: { name, about, pickupWhere, secret = '', picture } }) => ({
    kind: 'notice',
    files: picture ? [picture] : [],
    texts: [
      { field: 'name', text: name },
      { field: 'about', text: about },
      { field: 'pickupWhere', text: pickupWhere },
      { field: 'secret', text: secret },
    ],
  }),
  allow: isKeeper,
  act: async ({ tx, input, actor, now, newId }, { item: before, pictureIssues }) => {
    const { itemId } = input
    if (itemId !== undefined) {
      if (before?.communityId !== actor.community._id) return refuse('not_found')
      const { revision } = before
      if (input.revision !== revision) refuse('item_changed', { revision })
      if (input.kind !== before.kind) refuse('item_kind_stays')
    }
    // A picture that was there stays, whoever corrects the item.
    if (input.picture !== before?.picture) refuseFields(pictureIssues)
    const item = itemOf(input, before, { itemId: itemId ?? newId('item'), now })
    await tx.put('items', item)
    return { itemId: item._id, revision: item.revision }
  },
})

function itemOf(
  input: ParsedInput<'store.saveItem'>,
  before: ItemDoc | null,
  { itemId, now }: { itemId: string; now: Date },
): ItemDoc {
  const { kind, secret } = input
  const when = (at: string | null) => (at === null ? null : new Date(at))
  return {
    _id: itemId,
    v: 1,
    createdAt: before?.createdAt ?? now,
    communityId: input.communityId,
    kind,
    name: input.name,
    about: input.about,
    price: input.price,
    // Of codes there are as many as were sent, whatever is written here.
    stock: kind === 'code' ? null : input.stock,
    batches: before?.batches ?? [],
    limitEach: input.limitEach,
    levelNeeded: input.levelNeeded,
    opensAt: when(input.opensAt),
    closesAt: when(input.closesAt),
    pickupWhere: kind === 'pickup' ? input.pickupWhere : '',
    // What was sold as one privilege does not become another.
    privilege: kind === 'privilege' ? (before?.privilege ?? input.privilege) : null,
    secret:
      kind === 'resource' && secret !== undefined
        ? seal(secret, resourcePlace(itemId))
        : (before?.secret ?? null),
    picture: input.picture === undefined ? (before?.picture ?? null) : input.picture,
    shown: input.shown,
    revision: (before?.revision ?? 0) + 1,
  }
}
