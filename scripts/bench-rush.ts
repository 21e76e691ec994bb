import { strict as assert } from 'node:assert'
import { performance } from 'node:perf_hooks'
import { userIdOf } from '../cloudfunctions/runtime/ids'
import { openWorld, type World } from '../test/world'
import { givenItem } from '../test/world/calls/store'
import type { CallInput, CallName } from '../types/contract'
import { buildFunctions } from './build-functions'
import { connect, type Rush, runBareCheckIns, runBareCounter, runBarePieces } from './lib/bare-rush'
import { runScript } from './lib/complaint'
import { readOptions } from './lib/options'

const SPEC = {
  command: 'npx tsx scripts/bench-rush.ts',
  about: `Two rushes through the real functions, the official SDK and the local cloud: everybody checks in at
once, and everybody wants one of a few pieces. Asserts that each happened exactly, prints what it
took, and the same database work done by a bare loop of SDK calls without our code. Times are this
machine's: compare them within one run.`,
  options: {
    members: { value: 'N', about: 'who check in (default 5000)' },
    buyers: { value: 'N', about: 'who redeem, no more than check in (default 2000)' },
    stock: { value: 'N', about: 'pieces there are (default 100)' },
    hands: { value: 'N', about: 'calls at a time (default 64)' },
  },
} as const

type Member = { name: string; openid: string; userId: string }
type Answer = { code: string; ms: number; calls: number }

/** Members straight into the database: what is measured begins after they were admitted. */
async function admit(world: World, communityId: string, count: number): Promise<Member[]> {
  const members = Array.from({ length: count }, (_, n) => {
    const openid = `o-rush-${String(n).padStart(5, '0')}`
    return { name: `m${n}`, openid, userId: userIdOf(openid) }
  })
  const db = connect(world.cloud.url)
  const [owner] = await world.documents('members', { communityId })
  for (let from = 0; from < count; from += 500) {
    const documents = members.slice(from, from + 500).map(({ name, openid, userId }) => ({
      ...owner,
      createdAt: new Date(),
      _id: `${communityId}:${userId}`,
      openid,
      userId,
      role: 'member',
      nickname: name,
    }))
    await db.collection('members').add(documents)
  }
  return members
}

/** Every member sends one call, so many at a time. */
async function rush<N extends CallName>(
  world: World,
  members: readonly Member[],
  hands: number,
  name: N,
  input: CallInput<N>,
): Promise<{ answers: Answer[]; seconds: number }> {
  const answers: Answer[] = []
  const rest = members.values()
  const started = performance.now()
  const work = async () => {
    for (const member of rest) {
      const at = performance.now()
      const { reply, costs } = await world.callWithCosts(member, name, input)
      const code = reply.ok ? 'ok' : reply.code
      answers.push({ code, ms: performance.now() - at, calls: costs.calls })
    }
  }
  await Promise.all(Array.from({ length: hands }, work))
  return { answers, seconds: (performance.now() - started) / 1000 }
}

const quantile = (values: readonly number[], part: number) =>
  [...values].sort((a, b) => a - b)[
    Math.min(values.length - 1, Math.floor(values.length * part))
  ] ?? 0

const tally = (answers: readonly Answer[]) =>
  answers.reduce<Record<string, number>>((counts, { code }) => {
    counts[code] = (counts[code] ?? 0) + 1
    return counts
  }, {})

function report(title: string, { answers, seconds }: Awaited<ReturnType<typeof rush>>): number {
  const perSecond = answers.length / seconds
  const ms = answers.map((answer) => answer.ms)
  const clean = Math.min(...answers.filter(({ code }) => code === 'ok').map(({ calls }) => calls))
  const again = answers.filter(({ calls }) => calls > clean)
  const extra = again.reduce((sum, { calls }) => sum + calls - clean, 0)
  console.log(`\n${title}`)
  console.log(`  answers     ${JSON.stringify(tally(answers))}`)
  console.log(`  throughput  ${perSecond.toFixed(0)} calls/s over ${seconds.toFixed(1)} s`)
  console.log(
    `  latency     p50 ${quantile(ms, 0.5).toFixed(0)} ms, p99 ${quantile(ms, 0.99).toFixed(0)} ms`,
  )
  console.log(
    `  retries     ${again.length} calls took more than the clean ${clean} database calls, ${extra} more in all`,
  )
  return perSecond
}

function reportBare(title: string, { done, seconds, conflicts }: Rush, ours: number): void {
  const perSecond = done / seconds
  console.log(
    `  ${title}: ${perSecond.toFixed(0)}/s, ${conflicts} conflicts or taken keys; ours at ${((100 * ours) / perSecond).toFixed(0)} % of it`,
  )
}

async function main(): Promise<void> {
  const options = readOptions(SPEC, process.argv.slice(2))
  if (!options) return
  const count = Number(options.members ?? 5000)
  const buyers = Number(options.buyers ?? 2000)
  const stock = Number(options.stock ?? 100)
  const hands = Number(options.hands ?? 64)
  const out = `${process.cwd()}/dist/bench-functions`
  await buildFunctions(out)
  process.env.HUZHU_TEST_FUNCTIONS = out
  const world = await openWorld()
  try {
    const home = await world.given.community()
    const { communityId } = home
    const db = connect(world.cloud.url)
    const total = async (name: string, where: object) =>
      (await db.collection(name).where(where).count()).total ?? 0
    const members = await admit(world, communityId, count + hands)
    // Functions started and code compiled, as on a day like any other.
    await rush(world, members.slice(count), hands, 'checkin.checkIn', { communityId })

    const checkIns = await rush(world, members.slice(0, count), hands, 'checkin.checkIn', {
      communityId,
    })
    assert.deepEqual(tally(checkIns.answers), { ok: count })
    const all = count + hands
    assert.equal(await total('checkins', { communityId }), all)
    assert.equal(await total('transfers', { communityId, reason: 'check_in' }), all)
    assert.equal(await total('accounts', { communityId, posted: 2, held: 0 }), all)
    const first = report(`${count} members check in, ${hands} at a time`, checkIns)
    reportBare('bare loop', await runBareCheckIns(db, count, hands), first)

    const item = await givenItem({ world, ...home }, 'pickup', { stock })
    const redemptions = await rush(world, members.slice(0, buyers), hands, 'store.redeem', {
      communityId,
      ...item,
    })
    assert.deepEqual(tally(redemptions.answers), { ok: stock, sold_out: buyers - stock })
    assert.equal(await total('orders', { communityId }), stock)
    assert.equal(await total('accounts', { communityId, posted: 2, held: 2 }), stock)
    assert.equal(await total('accounts', { communityId, posted: 2, held: 0 }), all - stock)
    const second = report(
      `${buyers} members redeem one of ${stock} pieces, ${hands} at a time`,
      redemptions,
    )
    reportBare('bare loop, pieces as keys', await runBarePieces(db, buyers, stock, hands), second)
    reportBare(
      'bare loop, a counter in one document',
      await runBareCounter(db, buyers, stock, hands),
      second,
    )
    console.log('\nEvery count and every balance is exact.')
  } finally {
    await world.close()
  }
}

runScript(main)
