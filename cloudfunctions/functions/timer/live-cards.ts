import type { LiveCardDoc } from '../../db/documents'
import { store } from '../../db/store'
import { type Figures, figuresOfEvent, figuresOfRequest } from '../../domain/live-cards/figures'
import { now } from '../../runtime/clock'
import { tellActivity } from '../../runtime/live-card'

/** Cards told at once. */
const SIDE_BY_SIDE = 10

/**
 * Tells the chats how things stand where something has changed since they were told last. What is
 * told twice changes nothing; what fails is tried again with the next minute's figures. Those whose
 * day ends first come first. Answers how many were told.
 */
export async function refreshCards(limit: number): Promise<number> {
  const at = now()
  const cards = await store.find('liveCards', {
    where: { isOver: false },
    orderBy: ['expiresAt', 'asc'],
    limit,
  })
  if (cards.length === 0) return 0
  const figuresOf = await figuresOfAll(cards, at)
  let told = 0
  for (let from = 0; from < cards.length; from += SIDE_BY_SIDE) {
    const outcomes = await Promise.all(
      cards.slice(from, from + SIDE_BY_SIDE).map((card) => refresh(card, figuresOf(card), at)),
    )
    told += outcomes.filter((isTold) => isTold).length
  }
  return told
}

/** What each card is about, read at once: three queries however many cards there are. */
async function figuresOfAll(
  cards: readonly LiveCardDoc[],
  at: Date,
): Promise<(card: LiveCardDoc) => Figures> {
  const idsOf = (kind: LiveCardDoc['kind']) =>
    cards.filter((card) => card.kind === kind).map(({ subjectId }) => subjectId)
  const [events, tallies, requests] = await Promise.all([
    store.getMany('events', idsOf('event')),
    store.getMany('tallies', idsOf('event')),
    store.getMany('requests', idsOf('request')),
  ])
  return ({ kind, subjectId }) => {
    const isIt = ({ _id }: { _id: string }) => _id === subjectId
    const event = kind === 'event' ? events.find(isIt) : undefined
    if (event) return figuresOfEvent(event, tallies.find(isIt) ?? null, at)
    const request = kind === 'request' ? requests.find(isIt) : undefined
    return request ? figuresOfRequest(request, at) : { state: 2, taken: 0, total: 0 }
  }
}

async function refresh(card: LiveCardDoc, figures: Figures, at: Date): Promise<boolean> {
  const { shown, activityId } = card
  const end = (outcome: 'told' | 'gone') =>
    store.amend('liveCards', card._id, {
      // A card that was renewed in between is not this one's to end.
      when: { activityId },
      set: { shown: figures, isOver: outcome === 'gone' || figures.state === 2 },
    })
  if (at >= card.expiresAt) {
    await end('gone')
    return false
  }
  // WeChat has begun it, and lets nothing go back or begin again.
  const state = shown?.state ?? 0
  if (figures.state < state || (figures.state === 1 && state === 1)) return false
  if (JSON.stringify(figures) === JSON.stringify(shown)) return false
  const outcome = await tellActivity(activityId, figures)
  if (outcome === 'later') return false
  await end(outcome)
  return outcome === 'told'
}
