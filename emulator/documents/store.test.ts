import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Store } from './store'

describe('the store', () => {
  let folder: string
  let syncs: { resolve: () => void; reject: (error: Error) => void }[]
  let store: Store

  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'store-'))
    syncs = []
    store = new Store(
      folder,
      () => new Promise((resolve, reject) => syncs.push({ resolve, reject })),
    )
    const made = store.write((batch) => batch.createCollection('things'))
    await turns()
    syncs.shift()?.resolve()
    await made
  })

  afterEach(() => {
    store.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const add = (id: string) =>
    store.write((batch) => batch.insert(batch.catalog.get('things'), { _id: id }))
  const ids = () => store.write((batch) => count(batch.connection))
  const count = (connection: { first(sql: string): unknown[] | undefined }) =>
    connection.first(`SELECT count(*) FROM d${store.catalog.get('things').id}`)?.[0]

  test('a write is answered when the log is on the disk and not before', async () => {
    let isAnswered = false
    const written = add('a').then(() => {
      isAnswered = true
    })
    await turns()
    expect([syncs.length, isAnswered]).toEqual([1, false])
    syncs.shift()?.resolve()
    await written
    expect(isAnswered).toBe(true)
  })

  test('writes that come while the disk works share the next commit', async () => {
    const first = add('a')
    await turns()
    const before = store.commit
    const others = [add('b'), add('c'), add('d')]
    await turns()
    expect(store.commit).toBe(before)
    syncs.shift()?.resolve()
    await first
    await turns()
    expect([store.commit, syncs.length]).toEqual([before + 1, 1])
    syncs.shift()?.resolve()
    await Promise.all(others)
  })

  test('a refusal concerns one write only, whoever shares its commit', async () => {
    const [, again, next] = [add('a'), add('a').catch((error) => error.code), add('b')]
    await turns()
    syncs.shift()?.resolve()
    expect(await again).toBe('DATABASE_DUPLICATE_WRITE')
    await next
    const both = ids()
    await turns()
    syncs.shift()?.resolve()
    expect(await both).toBe(2)
  })

  test('after a failed sync no write is acknowledged, not the next one either', async () => {
    const lost = add('a').catch((error: Error) => error.message)
    await turns()
    syncs.shift()?.reject(new Error('EIO'))
    expect(await lost).toMatch(/could not be put on the disk \(EIO\)/)
    await expect(add('b')).rejects.toThrow(/start the cloud again/)
  })

  test('closing puts on the disk what is on its way', async () => {
    const written = add('a')
    await turns()
    const queued = add('b')
    store.close()
    await Promise.all([written, queued])
  })
})

/** Long enough for everything that needs no disk. */
async function turns(): Promise<void> {
  for (let n = 0; n < 20; n++) await new Promise(setImmediate)
}
