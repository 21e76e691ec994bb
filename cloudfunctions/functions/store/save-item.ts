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
  fetch: async ({ store, input: { communityId, itemId, picture }, userId }) => {
    const [known, pictureIssues] = await Promise.all([
      itemId === undefined ? null : store.get('items', itemId),
      picture ? pictureIssuesOf({ picture: [picture] }, { communityId, userId }) : [],
    ])
    return { isNewPicture: Boolean(picture) && !has(known, picture), pictureIssues }
  },
  load: async ({ tx, input: { itemId } }) => ({
    item: itemId === undefined ? null : await tx.get('items', itemId),
  }),
  screen: ({ input: { name, about, pickupWhere, secret = '', picture } }, { isNewPicture }) => ({
    kind: isNewPicture ? 'itemPicture' : 'notice',
    files: isNewPicture && picture ? [picture] : [],
    texts: [
      { field: 'name', text: name },
      { field: 'about', text: about },
      { field: 'pickupWhere', text: pickupWhere },
      { field: 'secret', text: secret },
    ],
  }),
  allow: isKeeper,
  act: async (context, { item: before, pictureIssues }) => {
    const { tx, input, actor, now, newId, review } = context
    const { itemId } = input
    if (itemId !== undefined) {
      if (before?.communityId !== actor.community._id) return refuse('not_found')
      const { revision } = before
      if (input.revision !== revision) refuse('item_changed', { revision })
      if (input.kind !== before.kind) refuse('item_kind_stays')
    }
    // A picture that was there stays, whoever corrects the item.
    if (!has(before, input.picture)) refuseFields(pictureIssues)
    const item = itemOf(input, before, { itemId: itemId ?? newId('item'), now })
    await tx.put('items', item)
    await review(item._id)
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
    ...picturesOf(input.picture, before),
    shown: input.shown,
    revision: (before?.revision ?? 0) + 1,
  }
}

/** Whether this picture is the item's already, shown or waiting. */
const has = (item: ItemDoc | null, picture: string | null | undefined): boolean =>
  Boolean(item && picture && [item.picture, item.pictureWaiting].includes(picture))

/** What the item shows stays until the new picture may take its place; taken out, it is gone at once. */
function picturesOf(
  sent: string | null | undefined,
  before: ItemDoc | null,
): Pick<ItemDoc, 'picture' | 'pictureWaiting'> {
  const { picture = null, pictureWaiting = null } = before ?? {}
  if (sent === null) return { picture: null, pictureWaiting: null }
  if (sent === undefined || sent === pictureWaiting) return { picture, pictureWaiting }
  return { picture, pictureWaiting: sent === picture ? null : sent }
}
