import type { CaseDoc } from '../../db/documents'
import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { belongsToMatch } from './policy'
import { ours } from './step'

/**
 * Asks a moderator to look at what another of the match has written. It stays in sight until they have
 * decided; nobody is told who asked. Asked again, or once it waits or was judged, it changes nothing
 * more. Refuses `not_found` for a message of another thread, and `forbidden` for one's own.
 */
export const reportMessage = write('help.reportMessage', {
  fetch: async ({ store, input: { requestId, messageId } }) => {
    const [found, message] = await Promise.all([
      store.get('requests', requestId),
      store.get('threadMessages', messageId),
    ])
    return { found, message }
  },
  load: async ({ tx, input: { messageId } }) => ({
    earlier: await tx.get('cases', `threadMessage:${messageId}`),
  }),
  allow: (actor, { found, message }) => {
    const request = ours(found, actor)
    if (!belongsToMatch(actor, { request })) return false
    if (message?.requestId !== request._id) return 'not_found'
    return message.userId !== actor.userId
  },
  act: async ({ tx, actor: { userId }, now, newId }, { message, earlier }) => {
    if (!message) return refuse('not_found')
    const reporters = earlier?.reporters ?? []
    if (earlier) {
      if (earlier.state === 'open' && !reporters.includes(userId)) {
        await tx.put('cases', { ...earlier, reporters: [...reporters, userId] })
      }
      return {}
    }
    const revision = newId('case')
    const reported: CaseDoc = {
      _id: `threadMessage:${message._id}`,
      v: 1,
      createdAt: now,
      communityId: message.communityId,
      kind: 'threadMessage',
      subjectId: message._id,
      authorUserId: message.userId,
      revision,
      order: revision,
      state: 'open',
      isShown: true,
      texts: [{ field: 'words', label: '', text: message.words, min: 0, max: 2000 }],
      files: [],
      flags: [{ field: 'words', reason: 'reported' }],
      reporters: [userId],
      claimedBy: null,
      claimedUntil: null,
      decision: null,
    }
    await tx.put('cases', reported)
    return {}
  },
})
