import type { RegistrationDoc } from '../../db/documents'
import { hashed } from '../../runtime/ids'
import { everybodyIn } from './everybody'

type Query = { where: { _id: { from: string; to: string } }; limit: number }

const mockStored: Pick<RegistrationDoc, '_id' | 'order' | 'state'>[] = []
const mockAsked: number[] = []
jest.mock('../../db/store', () => ({
  between: (from: string, to: string) => ({ from, to }),
  store: {
    find: async (_name: string, { where: { _id }, limit }: Query) => {
      const found = mockStored
        .filter((part) => part._id >= _id.from && part._id <= _id.to)
        .sort((a, b) => (a._id < b._id ? -1 : 1))
        .slice(0, limit)
      mockAsked.push(found.length)
      return found
    },
  },
}))

beforeEach(() => {
  mockStored.length = 0
  mockAsked.length = 0
})

const states = ['cancelled', 'seated', 'waiting'] as const
function signUp(eventId: string, count: number, userOf = (n: number) => hashed('user', `${n}`)) {
  for (let n = 0; n < count; n++) {
    mockStored.push({
      _id: `${eventId}:${userOf(n)}`,
      order: String(n).padStart(6, '0'),
      state: states[n % 3] ?? 'seated',
    })
  }
}
const idsOf = (parts: readonly { _id: string }[]) => new Set(parts.map(({ _id }) => _id))

test('one question is enough for most events, and finds nobody of another', async () => {
  signUp('event1', 999)
  signUp('event2', 5)
  expect((await everybodyIn('event1')).length).toBe(999)
  expect(mockAsked).toEqual([999])
})

test('finds each of many thousand once, by state and in the order of arrival', async () => {
  signUp('event1', 9000)
  const found = await everybodyIn('event1')
  expect(idsOf(found)).toEqual(idsOf(mockStored))
  expect(found).toHaveLength(9000)
  const order = (state: string) => found.filter((part) => part.state === state).map((p) => p.order)
  expect(found.map(({ state }) => state)).toEqual([
    ...order('waiting').map(() => 'waiting'),
    ...order('seated').map(() => 'seated'),
    ...order('cancelled').map(() => 'cancelled'),
  ])
  for (const state of states) expect(order(state)).toEqual([...order(state)].sort())
  expect(mockAsked).toHaveLength(1 + 32)
})

test('goes on where more than a query’s worth of ids begin alike', async () => {
  signUp('event1', 2500, (n) => `b${String(n).padStart(25, '0')}`)
  expect(await everybodyIn('event1')).toHaveLength(2500)
})
