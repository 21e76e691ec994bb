import { UNREAD_COUNTED_MAX } from '../../../types/inbox'
import { anyItem, oneOf, type Store } from '../../db/store'
import { faceOf } from '../../domain/face'
import { hasAccepted } from '../../domain/member'
import { countWork } from '../../domain/workbench'
import { read } from '../../runtime/action'
import { anyMember } from './policy'
import { waitingFor } from './present'

/** Requests shown as waiting: more than one settles in a sitting. */
const WAITING_MAX = 20

/** A newcomer is welcomed for three days: who comes at the weekend still reads it on Monday. */
const WELCOME_MS = 3 * 86_400_000

/** What a member sees first: the community, and all that waits for them. */
export const getHome = read('member.getHome', {
  fetch: async ({ store, input: { communityId }, userId }) => {
    const [unread, asked, promised] = await Promise.all([
      store.countUpTo('messages', { userId, read: false }, UNREAD_COUNTED_MAX),
      requestsToAnswer(store, communityId, userId),
      promisesToKeep(store, communityId, userId),
    ])
    return { unread, requests: [...asked, ...promised] }
  },
  allow: anyMember,
  reply: async ({ actor, now }, { unread, requests }) => {
    const { community, member } = actor
    const { _id: memberId, nickname, avatar, role } = member
    const place = { communityId: community._id, userId: actor.userId, now }
    const workWaiting = await countWork(place, role)
    const { version } = community.rules
    return {
      community: faceOf(community),
      me: { memberId, nickname, avatar, role },
      unread,
      welcome: now.getTime() - member.createdAt.getTime() < WELCOME_MS ? community.welcome : null,
      rulesToAccept: hasAccepted(community, member) ? null : version,
      workWaiting,
      waitingForMe: waitingFor(actor.userId, requests, now).slice(0, WAITING_MAX),
    }
  },
})

const LIVE = oneOf(['open', 'matched', 'fulfilled'])

/** Requests of mine that hold an offer or a "done" without an answer. */
const requestsToAnswer = (store: Store, communityId: string, userId: string) =>
  store.find('requests', {
    where: {
      communityId,
      userId,
      state: LIVE,
      offers: anyItem({ state: oneOf(['offered', 'done']) }),
    },
    orderBy: ['deadline', 'asc'],
    limit: WAITING_MAX,
  })

/** Requests of others on which my help was accepted and is not done. */
const promisesToKeep = (store: Store, communityId: string, userId: string) =>
  store.find('requests', {
    where: {
      communityId,
      helperUserIds: userId,
      state: LIVE,
      offers: anyItem({ userId, state: 'accepted' }),
    },
    orderBy: ['deadline', 'asc'],
    limit: WAITING_MAX,
  })
