import { lt } from '../../db/store'
import { partiesOf } from '../../domain/help/request'
import { isThreadOpen, threadClosesAt } from '../../domain/help/thread'
import { findPeople } from '../../domain/people'
import { read } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { PAGE_LIMIT, pageOf } from '../../runtime/page'
import { belongsToMatch } from './policy'
import { ours } from './step'

/** What the people of a match wrote to each other, the newest first. For them alone. */
export const listThread = read('help.listThread', {
  fetch: async ({ store, input: { requestId, cursor } }) => {
    const [found, messages] = await Promise.all([
      store.get('requests', requestId),
      store.find('threadMessages', {
        where: { requestId, ...(cursor ? { _id: lt(cursor) } : {}) },
        orderBy: ['_id', 'desc'],
        limit: PAGE_LIMIT,
      }),
    ])
    return { found, messages }
  },
  // Before the policy, a request of another community must not be told from none.
  allow: (actor, { found }) => belongsToMatch(actor, { request: ours(found, actor) }),
  reply: async ({ store, actor, now }, { found, messages }) => {
    const request = found ?? refuse('not_found')
    const { shown, next } = pageOf(messages, ({ _id }) => _id)
    const parties = partiesOf(request)
    // A helper who gave the place back has left words behind, too.
    const writers = shown.map(({ userId }) => userId)
    const person = await findPeople(store, actor.community, [...parties, ...writers])
    return {
      items: shown.map(({ _id, userId, words, visibility, createdAt }) => ({
        messageId: _id,
        from: person(userId),
        own: userId === actor.userId,
        // What waits for a moderator is its author's alone.
        words: visibility === 'shown' || userId === actor.userId ? words : '',
        visibility,
        createdAt: createdAt.toISOString(),
      })),
      next,
      title: request.title,
      people: parties.map(person),
      mayWrite: isThreadOpen(request, now),
      closesAt: threadClosesAt(request)?.toISOString() ?? null,
    }
  },
})
