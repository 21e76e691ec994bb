import type { CheckinDoc } from '../../db/documents'
import type { Store } from '../../db/store'
import type { Standing } from '../../domain/checkin/make-up'
import { MARKS_READ } from '../../domain/checkin/streak'
import { dayOf } from '../../domain/days'
import type { Actor } from '../../runtime/action'

/** A member's latest check-ins, whatever the community's clock says: it is not known yet. */
export const latestCheckins = (
  store: Store,
  communityId: string,
  userId: string,
): Promise<CheckinDoc[]> =>
  store.find('checkins', {
    where: { communityId, userId },
    orderBy: ['day', 'desc'],
    limit: MARKS_READ,
  })

/** The day it is where the community lives, and since when the actor belongs to it. */
export function standingOf({ community, member }: Actor, now: Date): Standing {
  const { timeZone } = community
  return { timeZone, today: dayOf(now, timeZone), memberSince: dayOf(member.createdAt, timeZone) }
}
