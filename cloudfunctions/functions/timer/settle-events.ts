import type { CommunityDoc, EventDoc, RegistrationDoc } from '../../db/documents'
import { gt, lte, neq, store } from '../../db/store'
import { transact } from '../../db/transact'
import { later, rulesFor } from '../../domain/events/event'
import { newsOf } from '../../domain/events/message'
import { newEvent } from '../../domain/events/new-event'
import { returnCards } from '../../domain/events/seat-card'
import { CLAIM_LIFE_MS } from '../../domain/events/tally'
import { promiseEarning } from '../../domain/ledger/promise'
import { recognise } from '../../domain/recognition/recognise'
import { now } from '../../runtime/clock'
import { hashed, orderedId } from '../../runtime/ids'
import { timerReceipt } from '../../runtime/timer-receipt'
import { quietly } from './events'

/** Members whose points one receipt promises. */
const EARNERS_A_RECEIPT = 100

/**
 * What follows when an event has ended: who had a seat and did not come is recorded, who still waited
 * is let go, points are promised to those who came, and the next date of a series is opened. Done once
 * more when no call that began before the end can commit any more, so that an arrival in that very
 * moment is not lost; whoever arrives later is paid by their own call.
 */
export async function settleEvents(limit: number): Promise<number> {
  const events = await store.find('events', {
    where: { settleAt: lte(now()) },
    orderBy: ['settleAt', 'asc'],
    limit,
  })
  let settled = 0
  for (const event of events) settled += await quietly(event._id, () => settle(event))
  return settled
}

async function settle(event: EventDoc): Promise<number> {
  const { _id: eventId, communityId } = event
  const at = now()
  const community = await store.get('communities', communityId)
  if (!community) return 0
  // Each of these may be done again: what was settled is not found any more.
  const missed = { state: 'noShow', missedAtMs: event.endsAt.getTime() } as const
  await store.updateWhere('registrations', { eventId, state: 'seated' }, missed)
  for (const state of ['requested', 'waiting', 'offered'] as const) {
    await store.updateWhere('registrations', { eventId, state }, { state: 'cancelled' })
  }
  await returnCards(store, eventId, async (userId) => {
    const part = await store.get('registrations', `${eventId}:${userId}`)
    return part?.state === 'attended' || part?.state === 'noShow'
  })
  await promisePoints(event, community, at)
  await openNext(event, at)
  const news = newsOf(event, community.name, 'event_ended')
  const told = { ...news, to: { eventId, states: ['attended'] as const }, except: null }
  await store.createOnce('receipts', timerReceipt(`end ${eventId}`, at, [told]))
  // Nobody is in line any more: the tally is left out of what the timer looks for.
  await store.amend('tallies', eventId, { set: { waiting: 0, promotes: false } })
  const lastAt = new Date((event.endedAt ?? at).getTime() + CLAIM_LIFE_MS)
  if (at < lastAt) {
    // Not where another run is ahead and has settled it for good.
    const { settleAt } = event
    await store.amend('events', eventId, { when: { settleAt }, set: { settleAt: lastAt } })
    return 1
  }
  const others = { eventId, state: 'attended', userId: neq(event.userId) } as const
  const isVisited = (await store.countUpTo('registrations', others, 1)) > 0
  await transact(async (tx) => {
    const current = await tx.get('events', eventId)
    if (!current?.settleAt) return
    await tx.put('events', { ...current, settleAt: null })
    const deed = { community, userId: event.userId, deeds: ['organised'] as const, share: 100, at }
    if (isVisited) await recognise(tx, deed)
  })
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
    const userIds = page.map(({ userId }) => userId)
    const earnings = rulesFor(event).map((rule) =>
      promiseEarning(community, {
        rule,
        userIds,
        cause: { kind: 'event', id: event._id },
        actor: null,
      }),
    )
    // Named by whom it pays: a second promise is one of somebody who came to it in between. Points are
    // posted once a rule, cause and member anyway.
    const cause = hashed('points', event._id, ...userIds)
    await store.createOnce('receipts', timerReceipt(cause, at, [], earnings))
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
