import { openWorld, type User, type World } from '../../../test/world'
import { published } from '../../../test/world/calls/event'
import { type Setting, setting } from '../../../test/world/calls/setting'

const seats = 12
const people = 80
const atOnce = 64

let world: World
let at: Setting
beforeAll(async () => {
  world = await openWorld()
  at = await setting(world)
})
afterAll(() => world.close())

/** Runs `work` for each, so many at a time. */
async function together<T>(items: readonly T[], work: (item: T) => Promise<unknown>) {
  const rest = [...items]
  const one = async () => {
    for (let item = rest.shift(); item !== undefined; item = rest.shift()) await work(item)
  }
  await Promise.all(Array.from({ length: atOnce }, one))
}

test('a rush fills every seat once, keeps the line in order and loses nobody', async () => {
  const event = await published(at, { capacity: seats })
  const crowd: User[] = []
  await together([...Array(people).keys()], async () => {
    crowd.push(await world.given.member(at, 'rusher'))
  })
  const states = new Map<string, string>()
  await together(crowd, async (user) => {
    const { state } = await world.ok(user, 'event.register', { ...event, guests: 0, answers: {} })
    states.set(user.userId, state)
  })
  const count = (state: string) => [...states.values()].filter((s) => s === state).length
  expect([count('seated'), count('waiting')]).toEqual([seats, people - seats])

  // A third of the seats comes free; the timer gives each to the longest waiting.
  const leaving = crowd.filter(({ userId }) => states.get(userId) === 'seated').slice(0, 4)
  const line = (await world.documents('registrations', { eventId: event.eventId }))
    .filter(({ state }) => state === 'waiting')
    .sort((a, b) => (a.order < b.order ? -1 : 1))
  await together(leaving, (user) => world.ok(user, 'event.cancelRegistration', event))
  await world.fireTimer()
  const after = await world.documents('registrations', { eventId: event.eventId })
  const seated = after.filter(({ state }) => state === 'seated').map(({ userId }) => userId)
  expect(seated).toHaveLength(seats)
  for (const { userId } of line.slice(0, 4)) expect(seated).toContain(userId)
  const [tally] = await world.documents('tallies', { _id: event.eventId })
  expect(tally).toMatchObject({ free: 0, waiting: people - seats - 4, inFlight: 0, pending: {} })
}, 240_000)
