import { UNDO_SECONDS_MAX } from '../../../types/entry'
import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { mayUndo } from './policy'

/**
 * Takes one's own decision back within UNDO_SECONDS_MAX: the membership it made and the message it
 * sent go with it, and the application waits at its old place. What the person wrote in those seconds
 * is settled by the timer as for one who leaves. Refuses `undo_expired` after that time, when it was
 * taken back before, or when the person has applied anew or left since.
 */
export const undoDecision = write('entry.undoDecision', {
  load: async ({ tx, input }) => ({
    application: await tx.get('applications', input.applicationId),
  }),
  allow: (actor, loaded) => mayUndo(actor, loaded),
  act: async ({ tx, input, actor, now, audit }, loaded) => {
    const application = loaded.application ?? refuse('not_found')
    const { state, decidedAt, undo, userId, nickname, history = [] } = application
    const isDecided = state === 'approved' || state === 'declined'
    if (!isDecided || !undo || !decidedAt || application.revision !== input.revision) {
      return refuse('undo_expired')
    }
    if (now.getTime() - decidedAt.getTime() > UNDO_SECONDS_MAX * 1000) refuse('undo_expired')
    const { undo: _undone, ...rest } = application
    await tx.put('applications', {
      ...rest,
      state: 'pending',
      order: undo.order,
      reason: undo.reason,
      decidedBy: null,
      decidedAt: null,
      history: history.slice(0, -1),
      ...(state === 'approved' ? { leaving: true } : {}),
    })
    await tx.remove('messages', undo.messageId)
    if (state === 'approved') await tx.remove('members', `${actor.community._id}:${userId}`)
    audit({ action: 'decision_undone', subject: userId, params: { name: nickname } })
    return {}
  },
})
