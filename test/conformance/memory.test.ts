import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { Store } from '../../emulator/documents/store'
import { type CloudProcess, describeLocal, startCloudProcess, temporaryFolder } from './cloud'

const documents = 24_000
const textBytes = 4096
/** JavaScript's part of the memory; what is stored is three times as much. */
const heapMb = 32

describeLocal('memory', () => {
  const folder = temporaryFolder()
  let cloud: CloudProcess | undefined
  afterAll(async () => {
    await cloud?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('a cloud works on three times as much as it has memory', async () => {
    await fill(path.join(folder, 'data'))
    const before = process.env.NODE_OPTIONS
    process.env.NODE_OPTIONS = `--max-old-space-size=${heapMb}`
    cloud = await startCloudProcess({ folder })
    if (before === undefined) delete process.env.NODE_OPTIONS
    else process.env.NODE_OPTIONS = before
    const { command: _ } = cloud.db
    const all = cloud.db.collection('items')
    // Each looks at every document: no index serves it.
    expect((await all.where({ text: _.neq('') }).count()).total).toBe(documents)
    const { data: last } = await all.orderBy('rank', 'desc').limit(2).get()
    expect(last.map((item) => item.n)).toEqual([documents - 1, documents - 2])
    const $ = cloud.db.command.aggregate
    const { data: groups } = await all
      .aggregate()
      .group({ _id: '$team', sum: $.sum(1) })
      .end()
    expect(groups).toHaveLength(7)
    expect((await all.where({ team: 3 }).update({ seen: true })).updated).toBe(
      Math.floor((documents + 3) / 7),
    )
    expect(peakMbOf(cloud.child.pid)).toBeLessThan(220)
  })
})

/** Fills a folder with the engine itself; through the SDK it would take the longest part. */
async function fill(folder: string): Promise<void> {
  const store = new Store(folder)
  await store.write((batch) => batch.createCollection('items'))
  const text = 'x'.repeat(textBytes)
  for (let from = 0; from < documents; from += 2000) {
    await store.write((batch) => {
      const items = batch.catalog.get('items')
      for (let n = from; n < Math.min(from + 2000, documents); n++) {
        batch.insert(items, { _id: `d${n}`, n, rank: n, team: n % 7, text })
      }
    })
  }
  store.close()
}

/** The most memory that a process has had; the threads of its runtime included. */
function peakMbOf(pid: number | undefined): number {
  const [, kb = '0'] = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Math.round(Number(kb) / 1024)
}
