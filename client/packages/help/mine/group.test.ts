import type { RequestCard } from '../../../../types/help-views'
import { groupByState, mergeNewest } from './group'

const card = (requestId: string, day: number, state: RequestCard['state'] = 'open') =>
  ({ requestId, state, createdAt: `2026-03-0${day}T10:00:00.000Z` }) as RequestCard

const ids = (cards: readonly RequestCard[]) => cards.map(({ requestId }) => requestId)

test('two whole lists become one, newest first', () => {
  const mine = { items: [card('a', 5), card('b', 1)], hasMore: false }
  const helping = { items: [card('c', 3)], hasMore: false }
  expect(ids(mergeNewest([mine, helping]))).toEqual(['a', 'c', 'b'])
})

test('cards older than what is known of the other list wait for it', () => {
  const mine = { items: [card('a', 5), card('b', 4)], hasMore: true }
  const helping = { items: [card('c', 6), card('d', 2)], hasMore: false }
  expect(ids(mergeNewest([mine, helping]))).toEqual(['c', 'a', 'b'])
  const all = { items: [...mine.items, card('e', 3), card('f', 1)], hasMore: false }
  expect(ids(mergeNewest([all, helping]))).toEqual(['c', 'a', 'b', 'e', 'd', 'f'])
})

test('what waits is not shown twice, and what is over stands apart', () => {
  const cards = [card('a', 5), card('b', 4, 'thanked'), card('c', 3, 'fulfilled'), card('d', 2)]
  const { running, over } = groupByState(cards, new Set(['d']))
  expect([ids(running), ids(over)]).toEqual([['a', 'c'], ['b']])
})
