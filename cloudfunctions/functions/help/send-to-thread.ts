import { messageOf } from '../../domain/help/message'
import { isThreadOpen, withMessage } from '../../domain/help/thread'
import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { belongsToMatch } from './policy'
import { loadRequest } from './step'

/** Of what was said last, what may be the beginning of what is said now. */
const BEFORE_MAX = 6
const BEFORE_MS = 15 * 60_000

/**
 * Writes to the people of one's match. Who has read everything is told that there is something new;
 * who has not, knows already. Refuses `thread_closed`.
 */
export const sendToThread = write('help.sendToThread', {
  fetch: async ({ store, input: { requestId }, userId, now }) => {
    const last = await store.find('threadMessages', {
      where: { requestId },
      orderBy: ['_id', 'desc'],
      limit: BEFORE_MAX,
    })
    const since = now.getTime() - BEFORE_MS
    const own = last.filter((one) => one.userId === userId && one.createdAt.getTime() > since)
    return { before: own.map(({ words }) => words).reverse() }
  },
  screen: ({ input: { words } }, { before }) => ({
    kind: 'threadMessage',
    texts: [{ field: 'words', label: '', text: words }],
    before,
  }),
  load: loadRequest,
  allow: belongsToMatch,
  act: async (
    { tx, actor, input, now, newId, broadcast, screened, review },
    { request: found },
  ) => {
    if (!isThreadOpen(found, now)) refuse('thread_closed')
    const { request, toTell } = withMessage(found, actor.userId, now)
    const messageId = newId('thread message')
    await tx.create('threadMessages', {
      _id: messageId,
      v: 1,
      createdAt: now,
      communityId: request.communityId,
      requestId: request._id,
      userId: actor.userId,
      words: input.words,
      visibility: screened.visibility,
    })
    await review(messageId)
    await tx.put('requests', request)
    if (toTell.length > 0) {
      const { nickname: name } = actor.member
      broadcast({
        ...messageOf(request, actor.community.name, {
          kind: 'thread_message',
          to: toTell,
          params: { name },
        }),
        target: { page: 'thread', requestId: request._id },
        to: toTell,
        except: actor.userId,
        later: true,
      })
    }
    return { messageId }
  },
})
