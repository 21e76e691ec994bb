import type { Duty } from '../../../types/community'
import type { WorkItem, WorkKind } from '../../../types/workbench'

export type Workplace = { communityId: string; userId: string; now: Date }

/**
 * One kind of thing that waits for a duty. Both functions run beside those of the other sources, and
 * a call has one sequential database step left for them: independent queries side by side, each with
 * limit and index, nothing that depends on an answer.
 */
export type WorkSource = {
  kind: WorkKind
  /** Null: for whoever it is that it waits for, without a duty; shown when there is something. */
  duty: Duty | null
  /** How many wait, counted no further than `max` (`store.countUpTo`). */
  count: (at: Workplace, max: number) => Promise<number>
  /** The longest waiting, at most `limit`. */
  oldest: (at: Workplace, limit: number) => Promise<WorkItem[]>
}
