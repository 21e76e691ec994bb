/** The compiled mini-program, executed in Chromium by WeChat's open component framework. */
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { beginnings } from '../weapp/beginnings'
import { checkBuilt } from '../weapp/built'
import { ChromiumDriver } from '../weapp/chromium-driver'
import type { Driver } from '../weapp/driver'
import { journey } from '../weapp/journey'
import { openWorld, type World } from '../world'
import { launch } from './lib/browser'

/** The whole journey, on a machine that has other things to do as well. */
const LONG_MS = 240_000

/** Another build than the usual one can be named, for a look at it. */
const dist = process.env.HUZHU_WEAPP ?? join(__dirname, '../../dist/weapp')

let world: World
let browser: Browser
let driver: Driver

beforeAll(async () => {
  checkBuilt(dist)
  world = await openWorld({ weapp: dist })
  browser = await launch()
  driver = new ChromiumDriver(browser, world.cloud.url)
})

afterAll(async () => {
  await driver?.close()
  await browser?.close()
  await world?.close()
})

test(
  'tabs, sub-packages and what a person stored are there',
  () => beginnings(driver, world),
  LONG_MS,
)

test('from the group card to thanks', () => journey(driver, world), LONG_MS)
