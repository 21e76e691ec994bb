import * as fc from 'fast-check'
import type { CallInput, WriteName } from '../../types/contract'
import { CallFailed, control, type Fault, newKey, openWorld, type User, type World } from '../world'
import { soundBooks } from '../world/books'
import { adjustFreely, givePoints } from '../world/calls/points'
import { type Setting, setting } from '../world/calls/setting'
import { ADDRESS, givenItem } from '../world/calls/store'

/** On a machine that is busy with other things. */
const MS_MAX = 900_000
const EFFECTS = [
  { side: 'before', effect: 'kill' },
  { side: 'before', effect: 'fail' },
  { side: 'after', effect: 'lose' },
  { side: 'after', effect: 'kill' },
] as const
const PRICE = 7
const STOCK = 3
/** What the rules give for a check-in. */
const CHECK_IN = 2

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** Everything the timer still owes is done; calm, and more often than it takes. */
async function calm() {
  await world.clearFaults()
  for (let n = 0; n < 3; n++) await world.fireTimer()
}

/** A fault for the next run of the timer. */
const strikeTimer = (fault: Fault) =>
  control(world.cloud, 'POST', 'faults', { function: 'timer', times: 1, ...fault })

/** What people do, and the function that a fault is to strike while they do. */
const ACTS = {
  ask: 'help',
  close: 'help',
  help: 'help',
  give: 'points',
  take: 'points',
  checkIn: 'checkin',
  redeem: 'store',
  cancel: 'store',
  ship: 'store',
  refund: 'store',
} as const
type Act = {
  who: number
  what: keyof typeof ACTS
  points: number
  fault: { call: number; how: number } | null
}
const act: fc.Arbitrary<Act> = fc.record({
  who: fc.nat(2),
  what: fc.constantFrom(...(Object.keys(ACTS) as Act['what'][])),
  points: fc.integer({ min: 1, max: 40 }),
  fault: fc.option(fc.record({ call: fc.integer({ min: 1, max: 12 }), how: fc.nat(3) })),
})

type Scene = Setting & {
  people: User[]
  item: { itemId: string; revision: number }
  request: CallInput<'help.postRequest'>
}

/** Who sends the call in which the fault waits. */
const sender = ({ people, owner }: Scene, { who, what }: Act): User =>
  ['give', 'take', 'ship', 'refund'].includes(what) ? owner : (people[who] as User)

/**
 * Asked again with the same key while the cloud gives no answer, three times at most; a refusal is
 * an answer.
 */
async function insist<N extends WriteName>(user: User, name: N, input: CallInput<N>) {
  const key = newKey()
  for (let n = 0; n < 3; n++) {
    try {
      await world.call(user, name, input, { key })
      return
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error
    }
  }
}

/** One act of one person. What it is about is looked up first, as a phone shows it. */
async function perform(scene: Scene, one: Act): Promise<void> {
  const { communityId, people, item } = scene
  const { who, what, points } = one
  const user = people[who] as User
  const by = sender(scene, one)
  const on = { communityId }
  switch (what) {
    case 'give':
    case 'take': {
      const amount = what === 'give' ? points : -points
      const memberId = world.memberId(communityId, user)
      await insist(by, 'points.adjust', { ...on, memberId, amount, reason: '随手调整' })
      return
    }
    case 'checkIn':
      await insist(by, 'checkin.checkIn', on)
      return
    case 'redeem':
      await insist(by, 'store.redeem', { ...on, ...item, address: ADDRESS })
      return
    case 'ask':
      await insist(by, 'help.postRequest', { ...scene.request, bountyEach: points })
      return
    case 'close':
    case 'help':
      return bringOn(scene, user, what, people[(who + 1) % 3] as User)
    default:
      return settleOrder(scene, by, what, user)
  }
}

async function bringOn(
  { communityId }: Scene,
  user: User,
  what: 'close' | 'help',
  other: User,
): Promise<void> {
  const found = await world.documents('requests', { communityId, userId: user.userId })
  const request = found.find(({ state }) => state === 'open')
  if (!request) return
  const on = { communityId, requestId: request._id }
  if (what === 'close') {
    await insist(user, 'help.closeRequest', { ...on, reason: '够了' })
    return
  }
  const offer = { ...on, offerId: other.userId }
  await insist(other, 'help.makeOffer', { ...on, message: '我来' })
  await insist(user, 'help.acceptOffer', offer)
  await insist(user, 'help.confirmDone', { ...offer, thanks: '谢' })
}

async function settleOrder(
  { communityId }: Scene,
  by: User,
  what: 'cancel' | 'ship' | 'refund',
  buyer: User,
): Promise<void> {
  const found = await world.documents('orders', { communityId, userId: buyer.userId })
  const state = what === 'refund' ? 'fulfilled' : 'reserved'
  const order = found.find((one) => one.state === state)
  if (!order) return
  const on = { communityId, orderId: order._id }
  if (what === 'ship') await insist(by, 'store.ship', { ...on, shipping: '顺丰 SF1' })
  else if (what === 'refund') await insist(by, 'store.refund', { ...on, reason: '碎了' })
  else await insist(by, 'store.cancelOrder', { ...on, reason: '不要了' })
}

/**
 * What the balances must be, from what was done alone: adjustments, check-ins, requests and orders
 * as they stand. Only how much an award came to is taken from the ledger, because the caps say it.
 */
async function expectFromDeeds(scene: Scene): Promise<void> {
  const { communityId, people } = scene
  const { accounts, transfers, on } = await soundBooks(world, communityId)
  const [adjustments, checkins, requests, orders] = await Promise.all([
    world.documents('adjustments', { communityId }),
    world.documents('checkins', { communityId }),
    world.documents('requests', { communityId }),
    world.documents('orders', { communityId }),
  ])
  const sum = (amounts: number[]) => amounts.reduce((total, one) => total + one, 0)
  const paid = orders.filter(({ state }) => state === 'fulfilled')
  for (const { userId } of people) {
    const mine = <D extends { userId: string }>(list: D[]) =>
      list.filter((one) => one.userId === userId)
    const account = accounts.find((one) => one.userId === userId)
    const awards = transfers
      .filter(({ reason }) => reason === 'help_confirmed')
      .flatMap(({ postings }) => postings)
      .filter((posting) => posting.account === account?._id)
    const payments = requests.map(({ userId: asker, bounty }) => {
      const each = bounty?.each ?? 0
      const { paidTo = [] } = bounty ?? {}
      return paidTo.includes(userId) ? each : asker === userId ? -each * paidTo.length : 0
    })
    expect(account?.posted).toBe(
      sum(mine(adjustments.filter(({ state }) => state === 'posted')).map(({ amount }) => amount)) +
        mine(checkins).length * CHECK_IN +
        sum(awards.map(({ amount }) => amount)) +
        sum(payments) -
        mine(paid).length * PRICE,
    )
    const open = mine(requests).filter(({ state }) => state === 'open' || state === 'matched')
    expect(account?.held).toBe(
      sum(open.map(({ bounty }) => bounty?.each ?? 0)) +
        mine(orders).filter(({ state }) => state === 'reserved').length * PRICE,
    )
    expect(mine(checkins).length).toBeLessThanOrEqual(1)
  }
  expect(on('store')).toBe(paid.length * PRICE)
  const out = orders.filter(({ state }) => state !== 'cancelled')
  expect(out.length).toBeLessThanOrEqual(STOCK)
  expect(new Set(out.map(({ unit }) => unit)).size).toBe(out.length)
  expect(await world.documents('receipts', { sent: false })).toEqual([])
}

test(
  'people acting at once, with faults in functions and timer: the books say what was done, exactly',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(act, { minLength: 2, maxLength: 5 }), { minLength: 2, maxLength: 4 }),
        fc.integer({ min: 1, max: 25 }),
        async (rounds, timerCall) => {
          const at = await setting(world)
          await adjustFreely(at)
          const people = [at.ann, at.ben, await world.given.member(at, 'cai')]
          for (const user of people) await givePoints(at, user, 60)
          const item = await givenItem(at, 'shipped', { price: PRICE, stock: STOCK })
          const request = await world.requestInput(at.communityId, at.ann)
          const scene = { ...at, people, item, request }
          for (const acts of rounds) {
            for (const one of acts) {
              if (!one.fault) continue
              const how = EFFECTS[one.fault.how] ?? EFFECTS[0]
              const fault = { call: one.fault.call, ...how }
              await world.fault(ACTS[one.what], sender(scene, one), fault)
            }
            await strikeTimer({ call: timerCall, side: 'after', effect: 'lose' })
            await Promise.all([
              ...acts.map((one) => perform(scene, one)),
              world.fireTimer().catch(() => undefined),
            ])
            await soundBooks(world, at.communityId)
          }
          await calm()
          await expectFromDeeds(scene)
        },
      ),
      { numRuns: Number(process.env.LEDGER_CLOUD_RUNS ?? 8) },
    )
  },
  MS_MAX,
)
