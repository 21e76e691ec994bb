import { once } from 'node:events'
import { rmSync } from 'node:fs'
import path from 'node:path'
import {
  type CloudProcess,
  codeOf,
  describeLocal,
  spawnCloud,
  startCloudProcess,
  type Transaction,
  temporaryFolder,
} from './cloud'

/** `KILLS=500 npx jest test/conformance/durability` looks longer; `KILL_SEED` repeats its moments. */
const rounds = Number(process.env.KILLS ?? 12)
const seed = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000)
const writers = 8
/** Few enough that transactions meet. */
const accounts = 24
/** A round ends within so many milliseconds after its first acknowledged transaction. */
const roundMsMax = 200
/** Some rounds begin with a start that is killed as well, while it repairs what the last kill left. */
const brokenStartShare = 0.3
const startMsMax = 900
/** Large enough that the log is folded into the file every few rounds, also in the middle of one. */
const text = 'x'.repeat(6000)

/** What the clients were told. */
interface Told {
  /** The newest acknowledged value of each single document. */
  singles: Map<string, number>
  transfers: Set<string>
  attempts: number
}

describeLocal('durability', () => {
  test(
    `kill -9 at ${rounds} moments loses nothing acknowledged and leaves no half transaction`,
    async () => {
      process.stderr.write(`durability: KILL_SEED=${seed} KILLS=${rounds}\n`)
      const random = randomFrom(seed)
      const folder = temporaryFolder()
      const told: Told = { singles: new Map(), transfers: new Set(), attempts: 0 }
      let acknowledgedTransfers = 0
      for (let round = 0; round < rounds; round++) {
        if (round > 0 && random() < brokenStartShare)
          await breakStart(folder, random() * startMsMax)
        const cloud = await startCloudProcess({ folder })
        if (round === 0) await begin(cloud)
        else await expectKept(cloud, told, `round ${round - 1} of seed ${seed}`)
        acknowledgedTransfers += told.transfers.size
        told.singles.clear()
        told.transfers.clear()
        await writeUntilKilled(cloud, round, random() * roundMsMax, told)
      }
      const cloud = await startCloudProcess({ folder })
      await expectKept(cloud, told, `the last round of seed ${seed}`)
      await cloud.close()
      rmSync(folder, { recursive: true, force: true })
      expect(told.attempts).toBeGreaterThan(rounds * writers)
      expect(acknowledgedTransfers).toBeGreaterThan(rounds)
    },
    60_000 + rounds * 5000,
  )
})

async function begin(cloud: CloudProcess): Promise<void> {
  for (const name of ['singles', 'accounts', 'transfers']) await cloud.db.createCollection(name)
  const all = Array.from({ length: accounts }, (_, n) => ({ _id: `a${n}`, balance: 0, count: 0 }))
  await cloud.db.collection('accounts').add(all as never)
}

/** Starts a cloud and kills it on its way. */
async function breakStart(folder: string, afterMs: number): Promise<void> {
  const functions = path.join(__dirname, 'functions')
  const data = path.join(folder, 'data')
  const child = spawnCloud(['--port', '0', '--data', data, '--functions', functions])
  const gone = once(child, 'exit')
  await new Promise((resolve) => setTimeout(resolve, afterMs))
  child.kill('SIGKILL')
  await gone
}

/** Single writes and transactions that meet on few documents, until the cloud is gone. */
async function writeUntilKilled(
  cloud: CloudProcess,
  round: number,
  afterMs: number,
  told: Told,
): Promise<void> {
  const singles = cloud.db.collection('singles')
  let isOver = false
  let begun: () => void = () => {}
  const hasBegun = new Promise<void>((resolve) => {
    begun = resolve
  })
  const write = async (writer: number) => {
    for (let i = 0; !isOver; i++) {
      const id = `${round}-${writer}-${i}`
      told.attempts++
      if ((await codeOf(singles.add({ _id: id, n: 1, text }) as Promise<unknown>)) !== undefined)
        continue
      told.singles.set(id, 1)
      if ((await codeOf(singles.doc(id).update({ n: 2 }))) === undefined) told.singles.set(id, 2)
      const from = `a${(writer * 3 + i) % accounts}`
      const to = `a${(writer * 3 + i * 5 + 1) % accounts}`
      if (from === to) continue
      if ((await codeOf(transfer(cloud, id, from, to))) !== undefined) continue
      told.transfers.add(id)
      begun()
    }
  }
  const work = Array.from({ length: writers }, (_, writer) => write(writer))
  await hasBegun
  await new Promise((resolve) => setTimeout(resolve, afterMs))
  await cloud.kill()
  isOver = true
  await Promise.all(work)
}

function transfer(cloud: CloudProcess, id: string, from: string, to: string): Promise<unknown> {
  const { command: _ } = cloud.db
  return cloud.db.runTransaction(async (transaction: Transaction) => {
    const inside = transaction.collection('accounts')
    await inside.doc(from).update({ balance: _.inc(-1), count: _.inc(1) })
    await inside.doc(to).update({ balance: _.inc(1), count: _.inc(1) })
    await transaction.collection('transfers').add({ _id: id, from, to })
  })
}

async function expectKept(cloud: CloudProcess, told: Told, when: string): Promise<void> {
  const { command: _ } = cloud.db
  const lost: string[] = []
  const expected = [...told.singles]
  for (let at = 0; at < expected.length; at += 500) {
    const part = expected.slice(at, at + 500)
    const found = await byIds(
      cloud,
      'singles',
      part.map(([id]) => id),
    )
    lost.push(...part.filter(([id, n]) => Number(found.get(id)?.n ?? 0) < n).map(([id]) => id))
  }
  const transfers = await everyTransfer(cloud)
  const missing = [...told.transfers].filter((id) => !transfers.has(id))
  const { data } = await cloud.db.collection('accounts').get()
  const wrong = data.filter((account) => {
    const of = [...transfers.values()]
    const ins = of.filter((transfer) => transfer.to === account._id).length
    const outs = of.filter((transfer) => transfer.from === account._id).length
    return account.balance !== ins - outs || account.count !== ins + outs
  })
  expect({ when, lost, missing, wrong }).toEqual({ when, lost: [], missing: [], wrong: [] })
}

type Stored = { _id: string; n?: number; from?: string; to?: string }

async function byIds(
  cloud: CloudProcess,
  name: string,
  ids: string[],
): Promise<Map<string, Stored>> {
  const query = cloud.db.collection(name).where({ _id: cloud.db.command.in(ids) })
  const { data } = (await query.limit(1000).get()) as { data: Stored[] }
  return new Map(data.map((document) => [document._id, document]))
}

async function everyTransfer(cloud: CloudProcess): Promise<Map<string, Stored>> {
  const all = new Map<string, Stored>()
  for (let after = ''; ; ) {
    const query = cloud.db.collection('transfers').where({ _id: cloud.db.command.gt(after) })
    const { data } = (await query.orderBy('_id', 'asc').limit(1000).get()) as { data: Stored[] }
    for (const document of data) all.set(document._id, document)
    if (data.length < 1000) return all
    after = data.at(-1)?._id as string
  }
}

/** mulberry32: small numbers that are the same for the same seed. */
function randomFrom(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
