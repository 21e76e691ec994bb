import { UNDO_SECONDS_MAX } from '../../../types/entry'
import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { mayManage } from './policy'

/**
 * Takes one's own decision on an adjustment back within UNDO_SECONDS_MAX; nothing is posted before, and
 * it waits at its old place again. Refuses `undo_expired` after that time or to anybody else.
 */
export const undoDecision = write('points.undoDecision', {
  load: async ({ tx, input }) => ({ adjustment: await tx.get('adjustments', input.adjustmentId) }),
  allow: mayManage,
  act: async ({ tx, actor, now, audit }, { adjustment }) => {
    if (adjustment?.communityId !== actor.community._id) return refuse('not_found')
    const { _id, state, decidedBy, decidedAt, userId, amount } = adjustment
    const isFresh =
      decidedAt !== null && now.getTime() - decidedAt.getTime() <= UNDO_SECONDS_MAX * 1000
    const isOwn = decidedBy === actor.userId && (state === 'approved' || state === 'declined')
    if (!isFresh || !isOwn) return refuse('undo_expired')
    await tx.put('adjustments', {
      ...adjustment,
      state: 'pending',
      order: _id,
      postAt: null,
      decidedBy: null,
      decidedAt: null,
      declineReason: null,
    })
    audit({ action: 'adjustment_undone', subject: userId, params: { amount } })
    return {}
  },
})
