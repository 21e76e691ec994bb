import { findCard, keepCard, renewed } from '../../domain/live-cards/card'
import { figuresOfEvent } from '../../domain/live-cards/figures'
import { write } from '../../runtime/action'
import type { Activity } from '../../runtime/live-card'
import { anyMember, ours } from './policy'

/** The live card of an event, to be shared: the one there is, or a new one. Null when WeChat has none. */
export const openCard = write('event.openCard', {
  fetch: async ({ store, input: { eventId } }) => {
    const [event, tally, card] = await Promise.all([
      store.get('events', eventId),
      store.get('tallies', eventId),
      findCard(store, 'event', eventId),
    ])
    return { event, tally, card, made: { activity: null as Activity | null } }
  },
  prepare: async ({ actor, now }, { event, tally, card, made }) => {
    const figures = figuresOfEvent(ours(event, actor), tally, now)
    made.activity = await renewed(card, figures, now)
  },
  allow: anyMember,
  act: async ({ tx, input, actor, now }, { event, tally, made }) => {
    const { communityId, eventId: subjectId } = input
    const figures = figuresOfEvent(ours(event, actor), tally, now)
    const about = { kind: 'event' as const, subjectId, communityId }
    return { card: await keepCard(tx, about, made.activity, figures, now) }
  },
})
