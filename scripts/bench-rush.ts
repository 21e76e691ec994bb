import { strict as assert } from 'node:assert'
import { openWorld } from '../test/world'
import { givenItem } from '../test/world/calls/store'
import { buildFunctions } from './build-functions'
import { connect, runBareCheckIns, runBareCounter, runBarePieces } from './lib/bare-rush'
import { runScript } from './lib/complaint'
import { readOptions } from './lib/options'
import { admit, report, reportBare, rush, tally } from './lib/rush'

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
