import { openWorld, type World } from '../world'
import { busyCommunity, type Measure, measureAll } from '../world/costs'

/** The budgets of the design: sequential database steps per call, documents scanned per document used. */
const READ_STEPS_MAX = 2
const WRITE_STEPS_MAX = 8

let world: World
let small: Measure[]
let large: Measure[]

beforeAll(async () => {
  world = await openWorld()
  small = await measureAll(world, await busyCommunity(world, 2))
  large = await measureAll(world, await busyCommunity(world, 55))
}, 600_000)
afterAll(() => world.close())

test('a read takes at most two sequential database steps', () => {
  const over = large.filter(({ kind, steps }) => kind === 'read' && steps > READ_STEPS_MAX)
  expect(over).toEqual([])
})

test('a write takes at most eight, begin, commit and receipt counted', () => {
  const over = large.filter(({ kind, steps }) => kind === 'write' && steps > WRITE_STEPS_MAX)
  expect(over).toEqual([])
})

test('a bigger community costs no more steps', () => {
  const steps = (measures: Measure[]) => Object.fromEntries(measures.map((m) => [m.name, m.steps]))
  expect(steps(large)).toEqual(steps(small))
})

test('a call reads little more than it answers', () => {
  const wasteful = large.filter(({ scanned, returned }) => scanned > 2 * returned + 40)
  expect(wasteful).toEqual([])
})
