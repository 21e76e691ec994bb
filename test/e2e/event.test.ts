/** Events where time passes and the network goes: the door of a steward, the offer of a seat. */
import { t } from '../../client/i18n'
import type { User, World } from '../world'
import { published, signUp } from '../world/calls/event'
import { linkTo, type Phone } from './lib/phone'
import { openStage, type Stage } from './lib/stage'

const MINUTE_MS = 60_000
const TITLE = '旧物修补午后'

let stage: Stage
let world: World
let home: Awaited<ReturnType<World['given']['community']>>
let people: { ann: User; ben: User; cai: User }

beforeAll(async () => {
  stage = await openStage()
  world = stage.world
  home = await world.given.community()
  const member = (name: string) => world.given.member(home, name)
  people = { ann: await member('ann'), ben: await member('ben'), cai: await member('cai') }
})

afterAll(async () => {
  await stage?.close()
})

type Event = Awaited<ReturnType<typeof published>>
const planned = (changes: Parameters<typeof published>[1], startsIn?: number) =>
  published({ world, ...home }, changes, startsIn)

/** A phone whose camera sees what `show` holds before it; WeChat's scanner is the console's here. */
async function withCamera(phone: Phone) {
  await phone.context.addInitScript(() => {
    const around = {
      postMessage: ({ type, id }: { type: string; id: string }) => {
        if (type !== 'scan') return
        const value = { text: localStorage.getItem('before the camera') }
        const event = Object.assign(new Event('message'), {
          data: { type: 'answer', id, value },
          source: around,
          origin: location.origin,
        })
        window.dispatchEvent(event)
      },
    }
    Object.defineProperty(window, 'parent', { get: () => around })
  })
  const show = (code: string) =>
    phone.page.evaluate((text) => localStorage.setItem('before the camera', text), code)
  return {
    async scan(code: string) {
      await show(code)
      await phone.tap(t('event.scanMember'))
    },
    admit: (name: string) =>
      phone.page.locator('.door-name').filter({ hasText: name }).getByRole('button').click(),
    /** The keys of arrivals that the phone has made and had no answer for. */
    keys: () =>
      phone.page.evaluate(() =>
        Object.entries(localStorage)
          .filter(([slot]) => slot.includes('call:event.admit:'))
          .map(([, kept]) => String(kept).split(' ')[0] ?? ''),
      ),
  }
}

const partOf = async ({ eventId }: Event, { userId }: User) =>
  (await world.documents('registrations', { _id: `${eventId}:${userId}` }))[0]

test('a door without network takes people in, survives a restart, and sends each arrival once', async () => {
  const { ann, ben, cai } = people
  const event = await planned({ capacity: 10 }, 30)
  for (const user of [ann, ben, cai]) await signUp(world, user, event)
  const { code } = await world.ok(ben, 'event.getTicket', event)
  const phone = await stage.phone(home.owner)
  const steward = await withCamera(phone)
  await phone.open(linkTo('event.door', event))
  for (const name of ['ann', 'ben', 'cai']) await phone.sees(name)

  await phone.context.setOffline(true)
  await steward.admit('ann')
  await phone.sees(t('event.queue', { count: 1 }))
  await steward.scan(code)
  await phone.sees(t('event.queue', { count: 2 }))
  await phone.page
    .locator('.door-name')
    .filter({ hasText: 'ben' })
    .getByText(t('event.keptHere'))
    .waitFor()
  const taken = Date.now()
  const keys = await steward.keys()
  // The second waits behind the first, which was tried in vain.
  expect(keys).toHaveLength(1)

  // The app is on the phone; nothing that it asks gets through.
  await phone.context.setOffline(false)
  await phone.page.route('**/call/*', (route) => route.abort())
  await phone.open(linkTo('event'))
  await phone.sees(t('event.doorsWaiting', { count: 2 }))
  await phone.tapOn(TITLE)
  await phone.sees(t('event.doorAway'))
  await phone.sees(t('event.queue', { count: 2 }))
  await steward.admit('cai')
  await phone.sees(t('event.queue', { count: 3 }))
  await phone.sees(t('event.queued'))

  const sent: string[] = []
  await phone.page.route('**/call/event', async (route) => {
    const { action, key } = route.request().postDataJSON() as { action: string; key: string }
    if (action !== 'admit') return route.continue()
    sent.push(key)
    // The first gets through and its answer is lost.
    if (sent.length > 1) return route.continue()
    await route.fetch()
    return route.abort()
  })
  await phone.page.unroute('**/call/*')
  // The phone may be quicker: it tries by itself every quarter of a minute.
  const send = phone.page.getByRole('button', { name: t('event.queueSend') })
  await send.click({ timeout: 2000 }).catch(() => undefined)
  await phone.sees(t('event.doorCount', { attended: 3, expected: 3 }))
  await phone.misses(t('event.queueSend'))
  expect(sent).toHaveLength(4)
  expect(new Set(sent).size).toBe(3)
  expect(sent.slice(0, 2)).toEqual([keys[0], keys[0]])
  for (const user of [ann, ben, cai]) {
    const part = await partOf(event, user)
    expect(part).toMatchObject({ state: 'attended', log: [{ what: 'attended' }] })
  }
  const { items } = await world.ok(home.owner, 'event.listRegistrations', event)
  const first = items.find(({ member }) => member.nickname === 'ann')
  expect(Date.parse(first?.attendedAt ?? '')).toBeLessThan(taken)
  expect(await steward.keys()).toEqual([])
})

test('an offered seat counts down; when its time is over the page says so and leads on', async () => {
  const { ann, ben } = people
  const event = await planned({ capacity: 1, waitlist: 'timedOffer', offerMinutes: 10 })
  await signUp(world, ann, event)
  await signUp(world, ben, event)
  await world.ok(ann, 'event.cancelRegistration', event)
  await world.fireTimer()
  const phone = await stage.phone(ben)
  await phone.page.clock.install()
  await phone.open(linkTo('event.detail', event))
  await phone.sees(t('event.acceptSeat'))
  await phone.sees('9 分')
  await phone.page.clock.fastForward(2 * MINUTE_MS)
  await phone.sees('7 分')
  await world.shiftClock(11 * MINUTE_MS)
  await phone.page.clock.fastForward(9 * MINUTE_MS)
  await phone.sees(t('event.offerOver'))
  await phone.misses(t('event.acceptSeat'))
  await world.fireTimer()
  await phone.page.clock.fastForward(11_000)
  await phone.sees(t('event.register'))
  await phone.sees(t('event.offerOver'))
  await world.shiftClock(0)
})
