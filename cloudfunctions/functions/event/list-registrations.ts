import type { Registration } from '../../../types/event'
import type { EventDoc, RegistrationDoc } from '../../db/documents'
import { gt, lt } from '../../db/store'
import { isExcused } from '../../domain/events/no-show'
import { findPeople } from '../../domain/people'
import { read } from '../../runtime/action'
import { PAGE_LIMIT, pageOf } from '../../runtime/page'
import { manages, mayRunDoor, ours } from './policy'

const PLACE_MAX = 1000

/**
 * Everybody signed up, in the order of arrival; for the organiser and the stewards. What was answered
 * and said is for those who manage the event, not for whoever only lets people in.
 */
export const listRegistrations = read('event.listRegistrations', {
  fetch: async ({ store, input }) => {
    const { eventId, state, cursor } = input
    const [event, found] = await Promise.all([
      store.get('events', eventId),
      store.find('registrations', {
        where: {
          eventId,
          ...(state === undefined ? {} : { state }),
          ...(cursor ? { order: gt(cursor) } : {}),
        },
        orderBy: ['order', 'asc'],
        limit: PAGE_LIMIT,
      }),
    ])
    return { event, found }
  },
  allow: (actor, { event }) => (event ? mayRunDoor(actor, { event }) : 'not_found'),
  reply: async ({ store, actor }, fetched) => {
    const event = ours(fetched.event, actor)
    const isManaging = manages(actor, event)
    const { shown, next } = pageOf(fetched.found, ({ order }) => order)
    const first = shown.find(({ state }) => state === 'waiting')
    const [person, ahead] = await Promise.all([
      findPeople(
        store,
        actor.community,
        shown.map(({ userId }) => userId),
      ),
      first
        ? store.countUpTo(
            'registrations',
            { eventId: event._id, state: 'waiting', order: lt(first.order) },
            PLACE_MAX,
          )
        : 0,
    ])
    let place = ahead
    const items = shown.map((part): Registration => {
      if (part.state === 'waiting') place += 1
      return {
        registrationId: part._id,
        member: person(part.userId),
        state: part.state,
        guests: part.guests,
        answers: isManaging ? answered(event, part) : [],
        place: part.state === 'waiting' ? place : null,
        offeredUntil: part.offeredUntil?.toISOString() ?? null,
        attendedAt: part.attendedAt?.toISOString() ?? null,
        isLate: part.isLate,
        isExcused: isExcused(part),
        dispute: isManaging ? (part.dispute?.words ?? null) : null,
        registeredAt: part.createdAt.toISOString(),
      }
    })
    return { items, next }
  },
})

/** Answers in the words of the questions; one that was since taken away keeps its key. */
export const answered = (event: EventDoc, { answers }: RegistrationDoc) =>
  Object.entries(answers).map(([key, value]) => ({
    label: event.form.questions.find((question) => question.key === key)?.label ?? key,
    value,
  }))
