import { lte, store } from '../../db/store'
import { transact } from '../../db/transact'
import { departure } from '../../domain/entry/departure'
import { isPresent } from '../../domain/member'
import { now } from '../../runtime/clock'
import { orderedId } from '../../runtime/ids'
import { each } from './each'

/**
 * Takes out members whose pass is over; they have been refused since that moment. What they left open
 * is settled as for everybody who leaves. Answers how many.
 */
export async function endGuests(limit: number): Promise<number> {
  const due = await store.find('members', {
    where: { guestUntilMs: lte(now().getTime()) },
    orderBy: ['guestUntilMs', 'asc'],
    limit,
  })
  return each('guest.ending_failed', due, ({ _id }) =>
    transact(async (tx) => {
      const at = now()
      const member = await tx.get('members', _id)
      if (!member || isPresent(member, at)) return false
      const application = await tx.get('applications', _id)
      await tx.put('applications', departure(member, application, at, orderedId(at, _id, 'left')))
      await tx.remove('members', _id)
      return true
    }),
  )
}
