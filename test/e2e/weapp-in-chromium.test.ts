/** The compiled mini-program, executed in Chromium by WeChat's open component framework. */
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { beginnings } from '../weapp/beginnings'
import type { Driver } from '../weapp/driver'
import { chromiumDriver } from '../weapp/host/driver'
import { openWorld, type World } from '../world'
import { launch } from './lib/browser'

const dist = process.env.HUZHU_WEAPP ?? join(__dirname, '../../dist/weapp')

let world: World
let browser: Browser
let driver: Driver

beforeAll(async () => {
  world = await openWorld()
  browser = await launch()
  driver = await chromiumDriver(browser, dist, world.cloud.url)
})

afterAll(async () => {
  await driver?.close()
  await browser?.close()
  await world?.close()
})

test('the tabs open, and a page from a card opens on its own', () => beginnings(driver, world))
