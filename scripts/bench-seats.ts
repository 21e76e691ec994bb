import { strict as assert } from 'node:assert'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RegistrationDoc, TallyDoc } from '../cloudfunctions/db/documents'
import { deltaOf } from '../cloudfunctions/domain/events/states'
import { openWorld, type World } from '../test/world'
import { published } from '../test/world/calls/event'
import { buildFunctions } from './build-functions'
import { connect, type Db, runBareSeats } from './lib/bare-rush'
import { runScript } from './lib/complaint'
import { measureEventSizes } from './lib/event-sizes'
import { readOptions } from './lib/options'
import { type Answer, admit, figuresOf, type Member, report, reportBare, rush } from './lib/rush'

const SPEC = {
  command: 'npm run bench:seats',
  about: `A crowd signs up for few seats at once, then gives up seats and signs up side by side, through the
real functions, the official SDK and the local cloud; and one event with few and with many sign-ups
is asked the same questions. Asserts that no seat is given twice, lost or left empty while somebody
waits, that the line is in the order of arrival and that everybody was told their state. Prints what
it took, and the same database work by a bare loop of SDK calls;
kept in bench/seats.json. Times are this machine's: compare
them within one run.`,
  options: {
    people: { value: 'N', about: 'who sign up (default 1000)' },
    seats: { value: 'N', about: 'seats there are (default 50)' },
    hands: { value: 'N', about: 'calls at a time (default 64)' },
    many: { value: 'N', about: 'sign-ups of the larger event (default 10000)' },
  },
} as const

type Home = { communityId: string; eventId: string }

async function partsOf(db: Db, { eventId }: Home): Promise<RegistrationDoc[]> {
  const parts: RegistrationDoc[] = []
  for (;;) {
    const page = db.collection('registrations').where({ eventId }).orderBy('order', 'asc')
    const { data } = await page.skip(parts.length).limit(1000).get()
    parts.push(...(data as RegistrationDoc[]))
    if (data.length < 1000) return parts
  }
}

/** The sums are right, and no seat is empty while somebody waits. */
async function assertSound(db: Db, home: Home, seats: number): Promise<void> {
  const parts = await partsOf(db, home)
  const [tally] = (await db.collection('tallies').doc(home.eventId).get()).data as TallyDoc[]
  const taken = parts.reduce((sum, part) => sum - deltaOf(undefined, part.state, 1).free, 0)
  const waiting = parts.filter(({ state }) => state === 'waiting').length
  assert.ok(tally, 'the event has a tally')
  assert.deepEqual(
    { free: tally.free, waiting: tally.waiting, inFlight: tally.inFlight, pending: tally.pending },
    { free: seats - taken, waiting, inFlight: 0, pending: {} },
  )
  assert.ok(tally.free === 0 || waiting === 0, 'no seat is empty while somebody waits')
}

/** Whoever was answered before another one asked stands before them, seats and line alike. */
function assertOrder(answers: readonly Answer[], parts: readonly RegistrationDoc[]): void {
  const byUser = new Map(parts.map((part) => [part.userId, part]))
  const known = answers.map((answer) => ({ ...answer, part: byUser.get(answer.userId) }))
  for (const first of known) {
    assert.equal((first.value as { state: string }).state, first.part?.state, 'told their state')
    for (const second of known) {
      if (first.until >= second.at) continue
      assert.ok((first.part?.order ?? '') < (second.part?.order ?? ''), 'in the order of arrival')
      const isPassedBy = first.part?.state === 'waiting' && second.part?.state === 'seated'
      assert.ok(!isPassedBy, 'nobody who came later has a seat while an earlier one waits')
    }
  }
}

/** A fifth of those with a seat and of those who wait give up, while newcomers sign up. */
async function churn(world: World, db: Db, home: Home, hands: number, newcomers: Member[]) {
  const parts = await partsOf(db, home)
  const leaving = parts
    .filter((_, n) => n % 5 === 0)
    .map(({ userId }) => known.get(userId))
    .filter((member) => member !== undefined)
  return Promise.all([
    rush(world, leaving, hands / 2, 'event.cancelRegistration', home),
    rush(world, newcomers, hands / 2, 'event.register', { ...home, guests: 0, answers: {} }),
    (async () => {
      for (let n = 0; n < 3; n++) await world.fireTimer()
    })(),
  ])
}

const known = new Map<string, Member>()

const keep = (results: object) =>
  writeFileSync(join(__dirname, '../bench/seats.json'), `${JSON.stringify(results, null, 2)}\n`)

async function main(): Promise<void> {
  const options = readOptions(SPEC, process.argv.slice(2))
  if (!options) return
  const people = Number(options.people ?? 1000)
  const seats = Number(options.seats ?? 50)
  const hands = Number(options.hands ?? 64)
  const many = Number(options.many ?? 10_000)
  const out = `${process.cwd()}/dist/bench-functions`
  await buildFunctions(out)
  process.env.HUZHU_TEST_FUNCTIONS = out
  const world = await openWorld()
  try {
    const at = await world.given.community()
    const { communityId } = at
    const db = connect(world.cloud.url)
    const newcomers = Math.floor(people / 10)
    const members = await admit(world, communityId, people + newcomers + hands)
    for (const member of members) known.set(member.userId, member)
    const plan = (capacity: number) => published({ world, ...at }, { capacity, guestsMax: 0 })
    const signUp = (home: Home) => ({ ...home, guests: 0, answers: {} })
    // Functions started and code compiled, as on a day like any other.
    const warm = await plan(hands)
    await rush(world, members.slice(people + newcomers), hands, 'event.register', signUp(warm))

    const home = await plan(seats)
    const crowd = members.slice(0, people)
    const signed = await rush(world, crowd, hands, 'event.register', signUp(home))
    const states = signed.answers.map(({ value }) => (value as { state: string } | null)?.state)
    const countOf = (state: string) => states.filter((one) => one === state).length
    assert.deepEqual([countOf('seated'), countOf('waiting')], [seats, people - seats])
    assertOrder(signed.answers, await partsOf(db, home))
    await assertSound(db, home, seats)
    const perSecond = report(`${people} sign up for ${seats} seats, ${hands} at a time`, signed)
    const bare = await runBareSeats(db, people, seats, hands)
    reportBare('bare loop', bare, perSecond)

    const late = members.slice(people, people + newcomers)
    const [left, joined] = await churn(world, db, home, hands, late)
    report('A fifth give up, beside', left)
    report('newcomers who sign up, and the timer', joined)
    await world.fireTimer()
    await assertSound(db, home, seats)
    console.log('\nEvery seat is accounted for, the line is in the order of arrival.')
    const sizes = await measureEventSizes(world, { ...at, db, members }, [10, many])
    keep({
      command: SPEC.command,
      people,
      seats,
      hands,
      'sign up': figuresOf(signed),
      'bare loop': {
        'calls a second': Math.round(bare.done / bare.seconds),
        'conflicts or taken keys': bare.conflicts,
        'ours in per cent of it': Math.round((100 * perSecond * bare.seconds) / bare.done),
      },
      'a fifth give up': figuresOf(left),
      'newcomers meanwhile': figuresOf(joined),
      'sign-ups of one event': [10, many],
      sizes,
    })
  } finally {
    await world.close()
  }
}

runScript(main)
