import { addressesOf } from '../../db/files'
import { lt } from '../../db/store'
import { has } from '../../domain/duties'
import { eventRulesOf, limitOf, missedBy } from '../../domain/events/no-show'
import { unusedCard } from '../../domain/events/seat-card'
import { findCard, shownCard } from '../../domain/live-cards/card'
import { figuresOfEvent } from '../../domain/live-cards/figures'
import { findPeople } from '../../domain/people'
import { read } from '../../runtime/action'
import { fetchEvent } from './load'
import { anyMember, manages, ours, runsDoor } from './policy'
import { detailOf } from './present'

/** Faces of those who come, for a friendly row. */
const FACES_MAX = 12
/** Counted no further: place 1000 and place 4000 say the same. */
const PLACE_MAX = 1000
const ATTENDED_MAX = 2000

/** One event with everything around it. Refuses `not_found`. */
export const get = read('event.get', {
  fetch: async (context) => {
    const { eventId } = context.input
    const { input, userId, now } = context
    const { communityId } = input
    const [found, coming, attended, card, missed, seatCard] = await Promise.all([
      fetchEvent(context),
      context.store.find('registrations', {
        where: { eventId, state: 'seated' },
        orderBy: ['order', 'asc'],
        limit: FACES_MAX,
      }),
      context.store.countUpTo('registrations', { eventId, state: 'attended' }, ATTENDED_MAX),
      findCard(context.store, 'event', eventId),
      missedBy(context.store, { communityId, userId, now }),
      unusedCard(context.store, { communityId, userId }),
    ])
    return { ...found, coming, attended, card, missed, seatCard }
  },
  allow: anyMember,
  reply: async ({ store, actor, now }, fetched) => {
    const event = ours(fetched.event, actor)
    const { mine, tally, coming, attended } = fetched
    const pictures = [
      ...(event.form.cover === null ? [] : [event.form.cover]),
      ...(event.recap?.photos ?? []),
    ]
    const [person, before, addresses] = await Promise.all([
      findPeople(store, actor.community, [event.userId, ...coming.map(({ userId }) => userId)]),
      mine?.state === 'waiting'
        ? store.countUpTo(
            'registrations',
            { eventId: event._id, state: 'waiting', order: lt(mine.order) },
            PLACE_MAX,
          )
        : 0,
      addressesOf(pictures),
    ])
    return detailOf(
      event,
      {
        tally,
        mine,
        person,
        addresses,
        place: before + 1,
        faces: coming.map(({ userId }) => person(userId)),
        attended,
        seatCard: fetched.seatCard,
        limit: limitOf(eventRulesOf(actor.community).noShow, fetched.missed, now),
        liveCard: shownCard(fetched.card, figuresOfEvent(event, tally, now), now),
      },
      {
        userId: actor.userId,
        manages: manages(actor, event),
        runsDoor: runsDoor(actor, event),
        decides: has(actor.member.role, 'approveEvents'),
      },
      now,
    )
  },
})
