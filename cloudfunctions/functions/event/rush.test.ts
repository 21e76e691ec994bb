import { control, newKey, type User, type World } from '../../../test/world'
import { published } from '../../../test/world/calls/event'
import type { Setting } from '../../../test/world/calls/setting'
import { inSetting } from '../../../test/world/in-setting'

const seats = 12
const people = 80
const atOnce = 64

let world: World
let at: Setting
inSetting((opened, people) => {
  world = opened
  at = people
})

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

test('in a storm of faults nobody is lost and no seat is given twice', async () => {
  const event = await published(at, { capacity: 6, guestsMax: 1 })
  const crowd: User[] = []
  await together([...Array(18).keys()], async () => {
    crowd.push(await world.given.member(at, 'stormer'))
  })
  /** As a phone does: the same call with the same key until there is an answer. */
  const insist = async (send: (key: string) => Promise<{ ok: boolean; code?: string }>) => {
    const key = newKey()
    for (let n = 0; n < 12; n++) {
      const reply = await send(key).catch(() => null)
      if (reply?.ok || (reply && reply.code !== 'busy')) return reply
    }
    return null
  }
  const storm = { seed: 20, failRate: 0.03, conflictRate: 0.05, killRate: 0.02, loseRate: 0.03 }
  await control(world.cloud, 'POST', 'chaos', storm)
  await Promise.all([
    together([...crowd.entries()], async ([n, user]) => {
      const input = { ...event, guests: n % 3 === 0 ? 1 : 0, answers: {} }
      await insist((key) => world.call(user, 'event.register', input, { key }))
      if (n % 4 !== 1) return
      await insist((key) => world.call(user, 'event.cancelRegistration', event, { key }))
      await insist((key) => world.call(user, 'event.promote', event, { key }))
    }),
    (async () => {
      for (let n = 0; n < 4; n++) await world.fireTimer().catch(() => undefined)
    })(),
  ])
  await control(world.cloud, 'DELETE', 'chaos')
  // What the dead have claimed is given back after two minutes.
  await world.shiftClock(3 * 60_000)
  for (let n = 0; n < 3; n++) await world.fireTimer()
  const parts = await world.documents('registrations', { eventId: event.eventId })
  const [tally] = await world.documents('tallies', { _id: event.eventId })
  const taken = parts
    .filter(({ state }) => state === 'seated')
    .reduce((sum, { guests }) => sum + 1 + guests, 0)
  const line = parts.filter(({ state }) => state === 'waiting')
  expect(tally).toMatchObject({
    capacity: 6,
    free: 6 - taken,
    waiting: line.length,
    inFlight: 0,
    pending: {},
  })
  expect(line.filter(({ guests }) => 1 + guests <= 6 - taken)).toEqual([])
}, 240_000)
