import { findCard, keepCard, renewed } from '../../domain/live-cards/card'
import { figuresOfRequest } from '../../domain/live-cards/figures'
import { write } from '../../runtime/action'
import type { Activity } from '../../runtime/live-card'
import { anyMember } from './policy'
import { ours } from './step'

/** The live card of a request, to be shared: the one there is, or a new one. Null when WeChat has none. */
export const openCard = write('help.openCard', {
  fetch: async ({ store, input: { requestId } }) => {
    const [request, card] = await Promise.all([
      store.get('requests', requestId),
      findCard(store, 'request', requestId),
    ])
    return { request, card, made: { activity: null as Activity | null } }
  },
  prepare: async ({ actor, now }, { request, card, made }) => {
    made.activity = await renewed(card, figuresOfRequest(ours(request, actor), now), now)
  },
  allow: anyMember,
  act: async ({ tx, input, actor, now }, { request, made }) => {
    const { communityId, requestId: subjectId } = input
    const figures = figuresOfRequest(ours(request, actor), now)
    const about = { kind: 'request' as const, subjectId, communityId }
    return { card: await keepCard(tx, about, made.activity, figures, now) }
  },
})
