import { control, type Fault, openWorld, type User, type World } from '../world'
import { soundBooks } from '../world/books'
import { dayIn, givenChallenge } from '../world/calls/challenge'
import { eventForm, published, signUp } from '../world/calls/event'
import { adjustFreely, givePoints } from '../world/calls/points'
import { type Setting, setting } from '../world/calls/setting'
import { givenItem } from '../world/calls/store'

/** On a machine that is busy with other things. */
const MS_MAX = 900_000
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
/** Of one run: later ones are about what earlier rounds left, which grows with every round. */
const CALLS_MAX = 60
const EFFECTS = [
  { side: 'before', effect: 'kill' },
  { side: 'before', effect: 'fail' },
  { side: 'after', effect: 'lose' },
  { side: 'after', effect: 'kill' },
] as const

let world: World
beforeAll(async () => {
  world = await openWorld()
  await world.fireTimer()
})
afterAll(() => world.close())
afterEach(() => world.shiftClock(0))

const stored = async () => JSON.stringify(await world.digest())

/**
 * Everything the timer still owes is done: three runs, or fewer when one found nothing to do, for the
 * next one would find the same. A run that a busy machine cuts short is one fault more.
 */
async function calm() {
  await world.clearFaults()
  let before = await stored()
  for (let done = 0, tries = 0; done < 3; tries++) {
    const isDone = await world.fireTimer().then(
      () => true,
      (error: unknown) => {
        if (tries >= 6) throw error
        return false
      },
    )
    if (!isDone) continue
    done += 1
    const after = await stored()
    if (after === before) return
    before = after
  }
}

/** A fault for the next run of the timer. */
const strikeTimer = (fault: Fault) =>
  control(world.cloud, 'POST', 'faults', { function: 'timer', times: 1, ...fault })

/** The night has been begun on the day of this instant: what a run of the timer does is then alike. */
const beginNoNight = (atMs: number) => {
  const day = new Date(atMs + 5 * 3_600_000).toISOString().slice(0, 10)
  const document = { _id: 'reconcile', v: 1, createdAt: new Date(atMs), day, after: '' }
  return control(world.cloud, 'PUT', 'documents', { collection: 'jobs', document })
}

/**
 * Strikes each database call of a run of the timer: with one effect after the other, in turn, or
 * with all of them where `SWEEP=whole`. `owe` makes something due and answers what must stand when it
 * was done once; it may go on with what earlier rounds left.
 */
async function strikeEachCall(owe: () => Promise<() => Promise<void>>): Promise<number> {
  const calmly = await owe()
  await calm()
  await calmly()
  let struck = 0
  for (let call = 1; call <= CALLS_MAX; call++) {
    let fired = 0
    const inTurn = EFFECTS.slice(call % EFFECTS.length, (call % EFFECTS.length) + 1)
    for (const how of process.env.SWEEP === 'whole' ? EFFECTS : inTurn) {
      const expectSettled = await owe()
      await strikeTimer({ call, ...how })
      await world.fireTimer().catch(() => undefined)
      const { faults } = await world.clearFaults()
      fired += faults[0]?.fired ?? 0
      await calm()
      await expectSettled()
    }
    struck += fired
    if (fired === 0) break
  }
  return struck
}

const posted = async (at: Setting, user: User) => {
  const { posted: own, held } = await world.ok(user, 'points.getMine', {
    communityId: at.communityId,
  })
  return { posted: own, held }
}

/** An adjustment, an award, a bounty and its rest, and who came to an event: all due at once. */
async function oweWhatWasDone(at: Setting): Promise<() => Promise<void>> {
  const { communityId, owner, ann, ben } = at
  const before = { ann: await posted(at, ann), ben: await posted(at, ben) }
  const { transfers } = await soundBooks(world, communityId)
  const requestId = await world.given.request(communityId, ann, { bountyEach: 7, helpersNeeded: 2 })
  const on = { communityId, requestId, offerId: ben.userId }
  await world.ok(ben, 'help.makeOffer', { communityId, requestId, message: '我来' })
  await world.ok(ann, 'help.acceptOffer', on)
  await world.ok(ann, 'help.confirmDone', { ...on, thanks: '多谢' })
  await world.ok(ann, 'help.closeRequest', { communityId, requestId, reason: '够了' })
  const memberId = world.memberId(communityId, ben)
  await world.ok(owner, 'points.adjust', { communityId, memberId, amount: 3, reason: '补记' })
  return async () => {
    const books = await soundBooks(world, communityId)
    const known = new Set(transfers.map(({ _id }) => _id))
    const added = books.transfers.filter(({ _id }) => !known.has(_id))
    expect(added.map(({ reason }) => reason).sort()).toEqual([
      'adjusted',
      'bounty',
      'help_confirmed',
    ])
    // The caps and the formula of pairs may have left nothing of it: then it says so, once.
    const award = added.find(({ reason }) => reason === 'help_confirmed')
    const earned = award?.postings.find(({ link }) => link !== null)?.amount ?? Number.NaN
    expect(await posted(at, ann)).toEqual({ posted: before.ann.posted - 7, held: 0 })
    expect(await posted(at, ben)).toEqual({ posted: before.ben.posted + 7 + 3 + earned, held: 0 })
  }
}

test(
  'the timer posts everything once, whatever call of its is killed, failed or left unanswered',
  async () => {
    await beginNoNight(Date.now())
    let at: Setting | null = null
    let rounds = 0
    const struck = await strikeEachCall(async () => {
      // A new community before a list of its documents is longer than one answer.
      if (!at || rounds % 30 === 0) {
        at = await setting(world)
        await adjustFreely(at)
        for (let n = 0; n < 3; n++) await givePoints(at, at.ann, 100)
      }
      rounds += 1
      return oweWhatWasDone(at)
    })
    expect(struck).toBeGreaterThan(30)
  },
  MS_MAX,
)

test(
  'what time brings happens once: an order lapses, its points and all others expire, after notice',
  async () => {
    const at = await setting(world)
    await adjustFreely(at)
    const { communityId, ann } = at
    const item = await givenItem(at, 'pickup', { price: 2, stock: 900 })
    let expired = 0
    const struck = await strikeEachCall(async () => {
      await world.shiftClock(0)
      await givePoints(at, ann, 50)
      await world.ok(ann, 'store.redeem', { communityId, ...item })
      const [account] = (await world.documents('accounts', { communityId })).filter(
        ({ userId }) => userId === ann.userId,
      )
      const over = Date.parse(`${account?.nextExpiry}-28T04:00:00Z`) + 5 * DAY_MS
      await beginNoNight(over)
      await world.shiftClock(over - Date.now())
      return async () => {
        const { on } = await soundBooks(world, communityId)
        expired += 50
        expect(on('expired')).toBe(expired)
        expect(await posted(at, ann)).toEqual({ posted: 0, held: 0 })
        const orders = await world.documents('orders', { communityId })
        expect(orders.every(({ state }) => state === 'expired')).toBe(true)
      }
    })
    expect(struck).toBeGreaterThan(20)
  },
  MS_MAX,
)

test(
  'the books are walked to the same end, and an alarm is raised once, whatever call of it is struck',
  async () => {
    const at = await setting(world)
    const { communityId, owner, ann } = at
    await givePoints(at, ann, 50)
    const [account] = await world.documents('accounts', { communityId })
    if (!account) throw new Error('no account')
    const document = { ...account, posted: 51 }
    await control(world.cloud, 'PUT', 'documents', { collection: 'accounts', document })
    const soon = Date.now() + 10 * MINUTE_MS
    await beginNoNight(soon)
    await world.shiftClock(soon - Date.now())
    let runs = 0
    const struck = await strikeEachCall(async () => {
      await world.ok(owner, 'points.startReconciliation', { communityId })
      runs += 1
      return async () => {
        const all = await world.documents('reconciliations', { communityId })
        const done = all.filter(({ _id }) => !_id.startsWith(communityId))
        expect(done).toHaveLength(runs)
        for (const { state, differencesCount, totals } of done) {
          expect({ state, differencesCount, totals }).toMatchObject({
            state: 'done',
            differencesCount: 2,
            totals: { accounts: 1, transfers: 1, issued: 50, outstanding: 50 },
          })
        }
        const messages = await world.documents('messages', { userId: owner.userId })
        expect(messages.filter(({ kind }) => kind === 'books_differ')).toHaveLength(runs)
      }
    })
    expect(struck).toBeGreaterThan(20)
  },
  MS_MAX,
)

test(
  'who came to an event earns once, though the timer that settles it is struck anywhere',
  async () => {
    const at = await setting(world)
    const { communityId, owner, ann } = at
    let rounds = 0
    const struck = await strikeEachCall(async () => {
      await world.shiftClock(0)
      const form = eventForm({ capacity: 10 }, 60)
      const made = await published(at, form, 60)
      await signUp(world, ann, made)
      const began = Date.parse(form.startsAt) + MINUTE_MS
      await world.shiftClock(began - Date.now())
      await world.ok(owner, 'event.admit', {
        ...made,
        by: { way: 'name', registrationId: `${made.eventId}:${ann.userId}` },
        at: new Date(began).toISOString(),
      })
      const over = began + 12 * 3_600_000
      await beginNoNight(over)
      await world.shiftClock(over - Date.now())
      rounds += 1
      return async () => {
        const { transfers } = await soundBooks(world, communityId)
        expect(transfers.filter(({ cause }) => cause.id === made.eventId)).toHaveLength(1)
        expect(transfers.filter(({ cause }) => cause.kind === 'event')).toHaveLength(rounds)
        const registrations = await world.documents('registrations', { eventId: made.eventId })
        expect(registrations.map(({ state }) => state)).toEqual(['attended'])
        // Settled for good: the next round's runs are about its own event.
        await world.shiftClock(over + 5 * MINUTE_MS - Date.now())
        await calm()
        const [event] = await world.documents('events', { _id: made.eventId })
        expect(event).toMatchObject({ state: 'ended', settleAt: null })
      }
    })
    expect(struck).toBeGreaterThan(20)
  },
  MS_MAX,
)

test(
  'who completed a challenge earns once and is told once, though the timer that settles it is struck anywhere',
  async () => {
    const at = await setting(world)
    const { communityId, ann } = at
    const struck = await strikeEachCall(async () => {
      await world.shiftClock(0)
      const form = { lastDay: dayIn(0), daysNeeded: 1 }
      const on = await givenChallenge(at, form)
      await world.ok(ann, 'challenge.join', on)
      const words = '六点四十起，先把阳台的花浇了'
      await world.ok(ann, 'challenge.writeEntry', { ...on, words, pictures: [] })
      const over = Date.now() + 2 * DAY_MS
      await beginNoNight(over)
      await world.shiftClock(over - Date.now())
      return async () => {
        const { transfers } = await soundBooks(world, communityId)
        expect(transfers.filter(({ cause }) => cause.id === on.challengeId)).toHaveLength(1)
        const [part] = await world.documents('challengeParts', on)
        expect(part).toMatchObject({ state: 'completed', days: 1 })
        const messages = await world.documents('messages', { userId: ann.userId })
        const isOfIt = ({ kind, target }: (typeof messages)[number]) =>
          kind === 'challenge_completed' && JSON.stringify(target).includes(on.challengeId)
        expect(messages.filter(isOfIt)).toHaveLength(1)
      }
    })
    expect(struck).toBeGreaterThan(20)
  },
  MS_MAX,
)
