import { UNDO_SECONDS_MAX } from '../../../types/entry'
import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { mayManage } from './policy'

/**
 * The second person approves an adjustment, and the timer posts it once that can no longer be
 * taken back, or declines with a reason.
 * Refuses `second_person` to whoever proposed it, `own_points` to those concerned, and
 * `adjustment_decided` to the later of two.
 */
export const decideAdjustment = write('points.decideAdjustment', {
  load: async ({ tx, input }) => ({ adjustment: await tx.get('adjustments', input.adjustmentId) }),
  screen: ({ input: { reason = '' } }) => ({
    kind: 'notice',
    texts: [{ field: 'reason', text: reason }],
  }),
  allow: mayManage,
  act: async ({ tx, input, actor, now, audit, newId }, { adjustment }) => {
    if (adjustment?.communityId !== actor.community._id) return refuse('not_found')
    if (adjustment.state !== 'pending') return refuse('adjustment_decided')
    if (adjustment.proposedBy === actor.userId) return refuse('second_person')
    if (adjustment.concerned.includes(actor.userId)) return refuse('own_points')
    const isDeclined = input.verdict === 'decline'
    if (isDeclined && input.reason === undefined) return refuse('reason_required')
    await tx.put('adjustments', {
      ...adjustment,
      state: isDeclined ? 'declined' : 'approved',
      order: newId('decided'),
      postAt: isDeclined ? null : new Date(now.getTime() + UNDO_SECONDS_MAX * 1000),
      decidedBy: actor.userId,
      decidedAt: now,
      declineReason: isDeclined ? (input.reason ?? null) : null,
    })
    audit({
      action: isDeclined ? 'adjustment_declined' : 'adjustment_approved',
      subject: adjustment.userId,
      params: { amount: adjustment.amount },
    })
    return {}
  },
})
