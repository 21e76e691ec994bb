import type { PendingMove, RegistrationDoc } from '../../db/documents'
import { orderedId } from '../../runtime/ids'
import { certain } from './line'
import { aheadOf } from './seat-card'

const START_MS = Date.parse('2026-05-16T08:00:00Z')
const at = (ms: number) => new Date(START_MS + ms)
const NOW = at(10_000)

const part = (userId: string, arrivedMs: number, order = (id: string) => id) =>
  ({
    userId,
    step: `note-${userId}`,
    order: order(orderedId(at(arrivedMs), userId)),
  }) as RegistrationDoc
const joining = (userId: string, ms: number): Record<string, PendingMove> => ({
  [userId]: {
    id: `note-${userId}`,
    step: 's',
    to: 'waiting',
    at: at(ms),
    done: { free: 0, waiting: 0, capacity: 0 },
    undo: { free: 0, waiting: -1, capacity: 0 },
  },
})
const named = (line: RegistrationDoc[]) => line.map(({ userId }) => userId)

const [ann, ben, cai] = [part('ann', 1), part('ben', 3), part('cai', 5)]

test('who arrived after somebody whose place is still being written waits for it', () => {
  const tally = { pending: joining('dan', 2), joinedAt: at(5) }
  expect(named(certain(tally, [ann, ben, cai], NOW))).toEqual(['ann'])
})

test('a place that is written and only not settled keeps nobody waiting', () => {
  const tally = { pending: joining('ben', 3), joinedAt: at(5) }
  expect(named(certain(tally, [ann, ben, cai], NOW))).toEqual(['ann', 'ben', 'cai'])
})

test('who joined after the tally was read waits for the next look', () => {
  expect(named(certain({ pending: {}, joinedAt: at(3) }, [ann, ben, cai], NOW))).toEqual([
    'ann',
    'ben',
  ])
})

test('who has waited for two minutes is certain whatever the tally says', () => {
  const tally = { pending: {}, joinedAt: at(0) }
  expect(named(certain(tally, [ann, ben], at(120_002)))).toEqual(['ann'])
})

test('a seat card changes the place in the line and not the arrival', () => {
  const holder = part('eva', 4, aheadOf)
  const tally = { pending: joining('dan', 2), joinedAt: at(5) }
  expect(named(certain(tally, [holder, ann], NOW))).toEqual(['ann'])
})
