import type { CommunityDoc, EventDoc, RegistrationDoc } from '../../db/documents'
import { gt, lte, neq, store } from '../../db/store'
import { transact } from '../../db/transact'
import { deedsOf, later, nextReminder } from '../../domain/events/event'
import { newsOf } from '../../domain/events/message'
import { newEvent } from '../../domain/events/new-event'
import { promiseEarning } from '../../domain/ledger/promise'
import { recognise } from '../../domain/recognition/recognise'
import { now } from '../../runtime/clock'
import { hashed, orderedId } from '../../runtime/ids'
import { quietly } from './events'
import { timerReceipt } from './receipt'

/** Members whose points one receipt promises. */
const EARNERS_A_RECEIPT = 100

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

/**
 * Settles events whose door has closed: who had a seat and did not come is recorded, who still waited
 * is let go, points are promised to those who came, and the next date of a series is opened.
 */
export async function endEvents(limit: number): Promise<number> {
  const due = await store.find('events', {
    where: { state: 'published', closesAt: lte(now()) },
    orderBy: ['closesAt', 'asc'],
    limit,
  })
  let ended = 0
  for (const event of due) ended += await quietly(event._id, () => end(event))
  return ended
}

async function end(event: EventDoc): Promise<number> {
  const { _id: eventId, communityId } = event
  const at = now()
  const community = await store.get('communities', communityId)
  if (!community) return 0
  // Each of these may be done again: what was settled is not found any more.
  await store.updateWhere('registrations', { eventId, state: 'seated' }, { state: 'noShow' })
  for (const state of ['requested', 'waiting', 'offered'] as const) {
    await store.updateWhere('registrations', { eventId, state }, { state: 'cancelled' })
  }
  await promisePoints(event, community, at)
  await openNext(event, at)
  const others = { eventId, state: 'attended', userId: neq(event.userId) } as const
  const isVisited = (await store.countUpTo('registrations', others, 1)) > 0
  await transact(async (tx) => {
    const current = await tx.get('events', eventId)
    if (current?.state !== 'published') return
    await tx.put('events', { ...current, state: 'ended', remindAt: null })
    const news = newsOf(event, community.name, 'event_ended')
    const to = { eventId, states: ['attended'] as const }
    await tx.create('receipts', timerReceipt(`end ${eventId}`, at, [{ ...news, to, except: null }]))
    const deed = { community, userId: event.userId, deeds: ['organised'] as const, share: 100, at }
    if (isVisited) await recognise(tx, deed)
  })
  // Nobody is in line any more: the tally is left out of what the timer looks for.
  await store.amend('tallies', eventId, { set: { waiting: 0, promotes: false } })
  return 1
}

async function promisePoints(event: EventDoc, community: CommunityDoc, at: Date): Promise<void> {
  let after = ''
  for (;;) {
    const page: RegistrationDoc[] = await store.find('registrations', {
      where: { eventId: event._id, state: 'attended', order: gt(after) },
      orderBy: ['order', 'asc'],
      limit: EARNERS_A_RECEIPT,
    })
    const last = page.at(-1)
    if (!last) return
    const earning = promiseEarning(community, {
      rule: 'event_attended',
      userIds: page.map(({ userId }) => userId),
      cause: { kind: 'event', id: event._id },
      actor: null,
      also: deedsOf(event),
    })
    // Created once for its first member: points are posted once a rule, cause and member anyway.
    const cause = `points ${event._id} ${page[0]?.userId}`
    await store.createOnce('receipts', timerReceipt(cause, at, [], [earning]))
    if (page.length < EARNERS_A_RECEIPT) return
    after = last.order
  }
}

/** The next date of a series: the same form, so much later. Its id is made of the series and its place. */
async function openNext(event: EventDoc, at: Date): Promise<void> {
  const { series, communityId, userId, visibility } = event
  if (!series || series.index >= series.of) return
  let form = later(event.form, series.every)
  // A date that the settling has missed is skipped, not opened when it is over.
  while (new Date(form.deadline) <= at) form = later(form, series.every)
  const index = series.index + 1
  const { event: next, tally } = newEvent(
    {
      _id: orderedId(event.closesAt, 'series', series.id, String(index)),
      communityId,
      userId,
      state: 'published',
      visibility,
      doorKey: hashed('door', event.doorKey, String(index)),
      series: { ...series, index },
    },
    form,
    at,
  )
  await store.createOnce('tallies', tally)
  await store.createOnce('events', next)
}
