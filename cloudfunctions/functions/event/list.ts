import type { EventDoc, RegistrationDoc } from '../../db/documents'
import { addressesOf } from '../../db/files'
import { gt, lt, oneOf, type Store } from '../../db/store'
import { has } from '../../domain/duties'
import { findPeople } from '../../domain/people'
import { type Context, read } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { PAGE_LIMIT, pageOf } from '../../runtime/page'
import { anyMember } from './policy'
import { cardOf } from './present'

type Input = Context<'event.list'>['input']
/** One line of a page: an event found, or a part in one that is still to be fetched. */
type Line = { key: string; eventId: string; organiser: string; event?: EventDoc }

/** A page of events, in the order that its view is for. */
export const list = read('event.list', {
  fetch: ({ store, input, userId }) =>
    input.view === 'mine' ? findMine(store, input, userId) : findAll(store, input),
  allow: anyMember,
  reply: async ({ store, input, actor }, lines) => {
    if (input.view === 'pending' && !has(actor.member.role, 'approveEvents')) {
      return refuse('forbidden')
    }
    const { shown, next } = pageOf(lines, ({ key }) => key)
    const ids = shown.map(({ eventId }) => eventId)
    const missing = shown.flatMap(({ event, eventId }) => (event ? [] : [eventId]))
    const covers = shown.flatMap(({ event }) => event?.form.cover ?? [])
    const [tallies, parts, events, person, addresses] = await Promise.all([
      store.getMany('tallies', ids),
      store.getMany(
        'registrations',
        ids.map((eventId) => `${eventId}:${actor.userId}`),
      ),
      store.getMany('events', missing),
      findPeople(
        store,
        actor.community,
        shown.map(({ organiser }) => organiser),
      ),
      addressesOf(covers),
    ])
    const byId = new Map(events.map((event) => [event._id, event]))
    const items = shown.flatMap(({ event: found, eventId }) => {
      const event = found ?? byId.get(eventId)
      if (!event) return []
      const tally = tallies.find(({ _id }) => _id === eventId) ?? null
      const mine = parts.find((part: RegistrationDoc) => part.eventId === eventId) ?? null
      return [cardOf(event, { tally, mine, person, addresses }, actor.userId)]
    })
    return { items, next }
  },
})

const VIEWS = {
  upcoming: { where: { state: 'published', visibility: 'shown' }, order: 'asc' },
  past: { where: { state: 'ended', visibility: 'shown' }, order: 'desc' },
  pending: { where: { state: 'pending', visibility: oneOf(['shown', 'pending']) }, order: 'asc' },
} as const

async function findAll(store: Store, { communityId, view, kind, cursor }: Input): Promise<Line[]> {
  if (view === 'mine') return []
  const { where, order } = VIEWS[view]
  const found = await store.find('events', {
    where: {
      communityId,
      ...where,
      ...(kind === undefined ? {} : { kind }),
      ...(cursor ? { startKey: order === 'asc' ? gt(cursor) : lt(cursor) } : {}),
    },
    orderBy: ['startKey', order],
    limit: PAGE_LIMIT,
  })
  return found.map((event) => ({
    key: event.startKey,
    eventId: event._id,
    organiser: event.userId,
    event,
  }))
}

/** What I organise and what I signed up for, the latest first. */
async function findMine(store: Store, input: Input, userId: string): Promise<Line[]> {
  const { communityId, cursor } = input
  const [organised, parts] = await Promise.all([
    store.find('events', {
      where: { communityId, userId, ...(cursor ? { _id: lt(cursor) } : {}) },
      orderBy: ['_id', 'desc'],
      limit: PAGE_LIMIT,
    }),
    store.find('registrations', {
      where: { communityId, userId, ...(cursor ? { order: lt(cursor) } : {}) },
      orderBy: ['order', 'desc'],
      limit: PAGE_LIMIT,
    }),
  ])
  const lines: Line[] = [
    ...organised.map((event) => ({
      key: event._id,
      eventId: event._id,
      organiser: userId,
      event,
    })),
    ...parts
      .filter(({ organiserUserId }) => organiserUserId !== userId)
      .map(({ order, eventId, organiserUserId }) => ({
        key: order,
        eventId,
        organiser: organiserUserId,
      })),
  ]
  return lines.sort((a, b) => (a.key < b.key ? 1 : -1)).slice(0, PAGE_LIMIT)
}
