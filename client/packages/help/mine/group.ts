import type { RequestCard } from '../../../../types/help-views'

interface Shown {
  items: readonly RequestCard[]
  hasMore: boolean
}

/**
 * My requests and those I help on as one list, newest first. Of a list with further pages nothing is
 * known beyond its last card, so older cards of the other wait until it has come as far: what is
 * loaded later is added below and never slips in between.
 */
export function mergeNewest(lists: readonly Shown[]): RequestCard[] {
  const ends = lists.map(({ items, hasMore }) => (hasMore ? (items.at(-1)?.createdAt ?? '') : ''))
  const horizon = ends.sort().at(-1) ?? ''
  return lists
    .flatMap(({ items }) => items)
    .filter(({ createdAt }) => createdAt >= horizon)
    .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
}

const OVER: readonly RequestCard['state'][] = ['thanked', 'cancelled', 'expired']

/** What goes on and what is over; what waits for the reader stands above both, and not here again. */
export function groupByState(cards: readonly RequestCard[], waiting: ReadonlySet<string>) {
  const others = cards.filter(({ requestId }) => !waiting.has(requestId))
  const isOver = ({ state }: RequestCard) => OVER.includes(state)
  return { running: others.filter((card) => !isOver(card)), over: others.filter(isOver) }
}
