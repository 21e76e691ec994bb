import { changeOf, claimed, isUndoable } from '../../domain/moderation/cases'
import { SUBJECTS } from '../../domain/moderation/subjects'
import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { mayJudge } from './policy'

/**
 * Takes back one's own decision of the last UNDO_SECONDS: the case is open and in one's hand again.
 * Refuses `undo_too_late`.
 */
export const undoDecision = write('moderation.undoDecision', {
  load: async ({ tx, input }) => ({ found: await tx.get('cases', input.caseId) }),
  allow: (actor, loaded) => mayJudge(actor, loaded),
  act: async ({ tx, actor, now, audit }, loaded) => {
    const found = loaded.found ?? refuse('not_found')
    if (found.state === 'open' || !isUndoable(found, actor.userId, now)) refuse('undo_too_late')
    const { kind, subjectId } = found
    if (!(await SUBJECTS[kind].apply(tx, subjectId, changeOf(found, 'pending', now))))
      refuse('case_gone')
    await tx.put('cases', {
      ...claimed(found, actor.userId, now),
      state: 'open',
      isShown: false,
      decision: null,
    })
    audit({ action: 'content_undone', subject: found._id, params: {} })
    return {}
  },
})
