import { addressesOf } from '../../db/files'
import { lt } from '../../db/store'
import { findPeople } from '../../domain/people'
import { read } from '../../runtime/action'
import { PAGE_LIMIT, pageOf } from '../../runtime/page'
import { anyMember, ours } from './policy'

/** The diary, the latest first: what all may read, or all of one's own. */
export const listEntries = read('challenge.listEntries', {
  fetch: async ({ store, input: { challengeId, of, cursor }, userId }) => {
    const order = cursor ? { order: lt(cursor) } : {}
    const [challenge, found] = await Promise.all([
      store.get('challenges', challengeId),
      store.find('challengeEntries', {
        where:
          of === 'mine'
            ? { challengeId, userId, ...order }
            : { challengeId, visibility: 'shown', ...order },
        orderBy: ['order', 'desc'],
        limit: PAGE_LIMIT,
      }),
    ])
    return { challenge, found }
  },
  allow: anyMember,
  reply: async ({ store, actor }, { challenge, found }) => {
    ours(challenge, actor)
    const { shown, next } = pageOf(found, ({ order }) => order)
    const [person, addresses] = await Promise.all([
      findPeople(
        store,
        actor.community,
        shown.map(({ userId }) => userId),
      ),
      addressesOf(shown.flatMap(({ pictures }) => pictures)),
    ])
    const items = shown.map(({ _id, day, userId, words, pictures, visibility, createdAt }) => ({
      entryId: _id,
      day,
      from: person(userId),
      own: userId === actor.userId,
      words,
      pictures: pictures.flatMap((fileId) => addresses.get(fileId) ?? []),
      isShown: visibility === 'shown',
      createdAt: createdAt.toISOString(),
    }))
    return { items, next }
  },
})
