import { lte, store } from '../../db/store'
import { transact } from '../../db/transact'
import { nextReminder } from '../../domain/events/event'
import { newsOf } from '../../domain/events/message'
import { now } from '../../runtime/clock'
import { timerReceipt } from '../../runtime/timer-receipt'
import { quietly } from './events'

/** Reminds those with a seat: a day before, and two hours before. */
export async function remindOfEvents(limit: number): Promise<number> {
  const at = now()
  const due = await store.find('events', { where: { remindAt: lte(at) }, limit })
  let reminded = 0
  for (const event of due) {
    reminded += await quietly(event._id, async () => {
      const community = await store.get('communities', event.communityId)
      return transact(async (tx) => {
        const current = await tx.get('events', event._id)
        if (!current?.remindAt || current.remindAt > at) return 0
        await tx.put('events', { ...current, remindAt: nextReminder(current.startsAt, at) })
        if (!community || current.state !== 'published' || at >= current.startsAt) return 0
        const news = newsOf(current, community.name, 'event_reminder')
        const to = { eventId: event._id, states: ['seated'] as const }
        const cause = `remind ${event._id} ${current.remindAt.getTime()}`
        await tx.create('receipts', timerReceipt(cause, at, [{ ...news, to, except: null }]))
        return 1
      })
    })
  }
  return reminded
}

/** Ends events whose door has closed; what follows from it is `settleEvents`, from now on. */
export async function endEvents(limit: number): Promise<number> {
  const at = now()
  const due = await store.find('events', {
    where: { state: 'published', closesAt: lte(at) },
    orderBy: ['closesAt', 'asc'],
    limit,
  })
  let ended = 0
  for (const { _id: eventId } of due) {
    ended += await quietly(eventId, () =>
      transact(async (tx) => {
        const current = await tx.get('events', eventId)
        if (current?.state !== 'published' || current.closesAt > at) return 0
        await tx.put('events', {
          ...current,
          state: 'ended',
          remindAt: null,
          endedAt: at,
          settleAt: at,
          recountAt: at,
        })
        return 1
      }),
    )
  }
  return ended
}

/** Closes events that began before anybody had decided about them; the organiser is told. */
export async function closeUndecided(limit: number): Promise<number> {
  const at = now()
  const due = await store.find('events', {
    where: { state: 'pending', startsAt: lte(at) },
    orderBy: ['startsAt', 'asc'],
    limit,
  })
  let closed = 0
  for (const event of due) {
    closed += await quietly(event._id, async () => {
      const community = await store.get('communities', event.communityId)
      return transact(async (tx) => {
        const current = await tx.get('events', event._id)
        if (!community || current?.state !== 'pending' || current.startsAt > at) return 0
        await tx.put('events', { ...current, state: 'refused', reason: null, remindAt: null })
        const news = newsOf(current, community.name, 'event_undecided')
        const told = { ...news, to: [current.userId], except: null }
        await tx.create('receipts', timerReceipt(`undecided ${event._id}`, at, [told]))
        return 1
      })
    })
  }
  return closed
}
