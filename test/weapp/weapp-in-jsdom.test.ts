/** The compiled mini-program, executed by WeChat's own component simulator without a browser. */
import { join } from 'node:path'
import { openWorld, type World } from '../world'
import { beginnings } from './beginnings'
import type { Driver } from './driver'
import { journey } from './journey'
import { SimulatedDriver } from './simulate/driver'

/** The whole journey, on a machine that has other things to do as well. */
const LONG_MS = 240_000

/** Another build than the usual one can be named, for a look at it. */
const dist = process.env.HUZHU_WEAPP ?? join(__dirname, '../../dist/weapp')

let world: World
let driver: Driver

beforeAll(async () => {
  world = await openWorld()
  driver = new SimulatedDriver(dist, world.cloud.url)
})

afterAll(async () => {
  await driver?.close()
  await world?.close()
})

test(
  'tabs, sub-packages and what a person stored are there',
  () => beginnings(driver, world),
  LONG_MS,
)

test('from the group card to thanks', () => journey(driver, world), LONG_MS)
