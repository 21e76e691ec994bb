import { openWorld, type World } from '.'
import { type Setting, setting } from './calls/setting'

/** One world for a file's tests, with a community and its people in it; the clock is right again after each. */
export function inSetting(take: (world: World, at: Setting) => void): void {
  let world: World | undefined
  beforeAll(async () => {
    world = await openWorld()
    take(world, await setting(world))
  })
  afterAll(() => world?.close())
  afterEach(() => world?.shiftClock(0))
}
