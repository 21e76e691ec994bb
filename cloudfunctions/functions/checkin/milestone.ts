import { MILESTONES } from '../../../types/checkin'
import { type Mark, reached } from '../../domain/checkin/streak'
import type { WriteContext } from '../../runtime/action'

/**
 * The longest milestone that this check-in has newly reached, or null; promises the points of each.
 * A milestone is rewarded once a member: the cause names it and no day.
 */
export function milestoneOf(
  before: readonly Mark[],
  mark: Mark,
  { userId, earn }: { userId: string; earn: WriteContext<'checkin.checkIn'>['earn'] },
): number | null {
  const bestBefore = Math.max(0, ...before.map(({ run }) => run.best))
  const newly = reached(MILESTONES, bestBefore, mark.run.best)
  for (const { rule } of newly) {
    earn({ rule, userIds: [userId], cause: { kind: 'checkIn', id: rule } })
  }
  return newly.at(-1)?.days ?? null
}
