import * as fc from 'fast-check'
import type { AccountDoc, TransferDoc } from '../../cloudfunctions/db/documents'
import { CallFailed, control, type Fault, newKey, openWorld, type User, type World } from '../world'
import { givePoints } from '../world/calls/points'
import { type Setting, setting } from '../world/calls/setting'

/** On a machine that is busy with other things. */
const MS_MAX = 900_000
const EFFECTS = [
  { side: 'before', effect: 'kill' },
  { side: 'before', effect: 'fail' },
  { side: 'after', effect: 'lose' },
  { side: 'after', effect: 'kill' },
] as const

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

/** What the transfers and accounts of a community say, added up from the stored documents alone. */
async function books(communityId: string) {
  const [accounts, transfers] = await Promise.all([
    world.documents('accounts', { communityId }),
    world.documents('transfers', { communityId }),
  ])
  const sums = new Map<string, number>()
  for (const { postings } of transfers) {
    expect(postings.reduce((sum, { amount }) => sum + amount, 0)).toBe(0)
    for (const { account, amount } of postings) {
      sums.set(account, (sums.get(account) ?? 0) + amount)
    }
  }
  for (const account of accounts) expectSound(account, transfers, sums.get(account._id) ?? 0)
  return { accounts, transfers, sums }
}

function expectSound(account: AccountDoc, transfers: TransferDoc[], sum: number): void {
  const { _id, posted, held, holds, lots, seq, head } = account
  expect(posted).toBe(sum)
  expect(held).toBe(holds.reduce((total, { remaining }) => total + remaining, 0))
  expect(posted - held).toBeGreaterThanOrEqual(0)
  expect(lots.reduce((total, { amount }) => total + amount, 0)).toBe(posted - held)
  const links = transfers
    .flatMap(({ postings }) => postings)
    .flatMap(({ account: of, link }) => (of === _id && link ? [link] : []))
    .sort((a, b) => a.seq - b.seq)
  expect(links.map((link) => link.seq)).toEqual(Array.from({ length: seq }, (_, n) => n + 1))
  expect(links.slice(1).map(({ prev }) => prev)).toEqual(links.slice(0, -1).map(({ hash }) => hash))
  expect(links.at(-1)?.hash).toBe(head)
}

/** Everything that waits for the timer at once: an adjustment, an award, a bounty to pay and its rest. */
async function everythingDue(): Promise<Setting> {
  const at = await setting(world)
  const { communityId, owner, ann, ben } = at
  await givePoints(at, ann, 50)
  const requestId = await world.given.request(communityId, ann, { bountyEach: 7, helpersNeeded: 2 })
  const on = { communityId, requestId, offerId: ben.userId }
  await world.ok(ben, 'help.makeOffer', { communityId, requestId, message: '我来' })
  await world.ok(ann, 'help.acceptOffer', on)
  await world.ok(ann, 'help.confirmDone', { ...on, thanks: '多谢' })
  await world.ok(ann, 'help.closeRequest', { communityId, requestId, reason: '够了' })
  const memberId = world.memberId(communityId, ben)
  await world.ok(owner, 'points.adjust', { communityId, memberId, amount: 3, reason: '补记' })
  return at
}

async function expectSettled({ communityId, ann, ben }: Setting) {
  const { accounts, transfers } = await books(communityId)
  const of = (user: User) => accounts.find(({ userId }) => userId === user.userId)
  expect(of(ann)).toMatchObject({ posted: 43, held: 0 })
  expect(of(ben)).toMatchObject({ posted: 7 + 10 + 3, held: 0 })
  expect(transfers.map(({ reason }) => reason).sort()).toEqual([
    'adjusted',
    'adjusted',
    'bounty',
    'help_confirmed',
  ])
}

test(
  'the timer posts everything once, whatever call of its is killed, failed or left unanswered',
  async () => {
    await everythingDue().then(async (at) => {
      await calm()
      await expectSettled(at)
    })
    let struck = 0
    for (let call = 1; ; call++) {
      let fired = 0
      // The four in turn: each database call meets one of them.
      for (const how of EFFECTS.filter((_, n) => n === call % EFFECTS.length)) {
        const at = await everythingDue()
        await strikeTimer({ call, ...how })
        await world.fireTimer().catch(() => undefined)
        const { faults } = await world.clearFaults()
        fired += faults[0]?.fired ?? 0
        await calm()
        await expectSettled(at)
      }
      struck += fired
      if (fired === 0) break
    }
    expect(struck).toBeGreaterThan(20)
  },
  MS_MAX,
)

type Act = { who: number; what: 'ask' | 'give' | 'take' | 'close' | 'help'; points: number }
const act = fc.record({
  who: fc.nat(2),
  what: fc.constantFrom<Act['what']>('ask', 'give', 'take', 'close', 'help'),
  points: fc.integer({ min: 1, max: 40 }),
  fault: fc.option(fc.record({ call: fc.integer({ min: 1, max: 12 }), how: fc.nat(3) })),
})

/** One act of one person; asked again with the same key while the cloud gives no answer. */
async function perform(at: Setting, people: User[], { who, what, points }: Act): Promise<void> {
  const { communityId, owner } = at
  const user = people[who] as User
  const other = people[(who + 1) % 3] as User
  const insist = async (send: () => Promise<unknown>) => {
    let isAnswered = false
    for (let n = 0; n < 3 && !isAnswered; n++) {
      isAnswered = await send().then(
        () => true,
        (error: unknown) => !(error instanceof CallFailed),
      )
    }
  }
  const key = newKey()
  const memberId = world.memberId(communityId, user)
  if (what === 'give' || what === 'take') {
    const amount = what === 'give' ? points : -points
    const input = { communityId, memberId, amount, reason: '随手调整' }
    await insist(() => world.call(owner, 'points.adjust', input, { key }))
  } else if (what === 'ask') {
    await insist(() => world.given.request(communityId, user, { bountyEach: points }))
  } else {
    const found = await world.documents('requests', { communityId, userId: user.userId })
    const request = found.find(({ state }) => state === 'open')
    if (!request) return
    const on = { communityId, requestId: request._id }
    if (what === 'close') {
      await insist(() => world.call(user, 'help.closeRequest', { ...on, reason: '够了' }, { key }))
      return
    }
    const offer = { ...on, offerId: other.userId }
    await insist(() => world.call(other, 'help.makeOffer', { ...on, message: '我来' }))
    await insist(() => world.call(user, 'help.acceptOffer', offer))
    await insist(() => world.call(user, 'help.confirmDone', { ...offer, thanks: '谢' }, { key }))
  }
}

test(
  'people acting at once, with faults in functions and timer: conservation is exact',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(act, { minLength: 2, maxLength: 4 }), { minLength: 2, maxLength: 4 }),
        fc.integer({ min: 1, max: 25 }),
        async (rounds, timerCall) => {
          const at = await setting(world)
          const people = [at.ann, at.ben, await world.given.member(at, 'cai')]
          for (const user of people) await givePoints(at, user, 60)
          for (const acts of rounds) {
            for (const { who, what, fault } of acts) {
              if (!fault) continue
              const fn = what === 'give' || what === 'take' ? 'points' : 'help'
              const user = fn === 'points' ? at.owner : (people[who] as User)
              const how = EFFECTS[fault.how] ?? EFFECTS[0]
              await world.fault(fn, user, { call: fault.call, ...how })
            }
            await strikeTimer({ call: timerCall, side: 'after', effect: 'lose' })
            await Promise.all([
              ...acts.map((one) => perform(at, people, one)),
              world.fireTimer().catch(() => undefined),
            ])
            await books(at.communityId)
          }
          await calm()
          const { accounts, sums } = await books(at.communityId)
          const held = accounts.reduce((sum, { posted }) => sum + posted, 0)
          expect(held + (sums.get(`${at.communityId}:issuance`) ?? 0)).toBe(0)
          const requests = await world.documents('requests', { communityId: at.communityId })
          for (const { userId, held: onHold } of accounts) {
            const open = requests.filter(
              (one) => one.userId === userId && (one.state === 'open' || one.state === 'matched'),
            )
            expect(onHold).toBe(open.reduce((sum, { bounty }) => sum + (bounty?.each ?? 0), 0))
          }
        },
      ),
      { numRuns: Number(process.env.LEDGER_CLOUD_RUNS ?? 8) },
    )
  },
  MS_MAX,
)
