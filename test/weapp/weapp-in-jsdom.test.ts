/** The compiled mini-program, executed by WeChat's own component simulator without a browser. */
import { join } from 'node:path'
import { openWorld, type World } from '../world'
import { beginnings } from './beginnings'
import type { Driver } from './driver'
import { simulatedDriver } from './simulate/driver'

const dist = process.env.HUZHU_WEAPP ?? join(__dirname, '../../dist/weapp')

let world: World
let driver: Driver

beforeAll(async () => {
  world = await openWorld()
  driver = simulatedDriver(dist, world.cloud.url)
})

afterAll(async () => {
  await driver?.close()
  await world?.close()
})

test('the tabs open, and a page from a card opens on its own', () => beginnings(driver, world))
