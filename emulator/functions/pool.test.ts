import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Clock } from '../clock'
import { type PoolLimits, WorkerPool } from './pool'
import type { FunctionSpec } from './registry'

describe('the pool of workers', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'pool-'))
  writeFileSync(path.join(folder, 'index.js'), 'exports.main = async () => 1')
  const spec: FunctionSpec = {
    name: 'one',
    folder,
    version: '1',
    timeoutMs: 5000,
    memoryMb: 64,
    environment: {},
    triggers: [],
    openapi: [],
    problem: undefined,
  }
  const ended: string[] = []
  let pool: WorkerPool
  const open = (limits: Partial<PoolLimits>) => {
    const usual = { workersMax: 2, waitingMax: 1, callsMax: 100, idleMs: 60_000 }
    pool = new WorkerPool(new Clock(), (id) => ended.push(id), { ...usual, ...limits })
    pool.serveAt('http://127.0.0.1:1/admin')
  }
  const take = async () => {
    const taken = await pool.take(spec)
    if (taken === undefined) throw new Error('no worker')
    taken.worker.calls++
    return taken
  }

  beforeEach(() => {
    ended.length = 0
  })
  afterEach(() => pool.close())
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('a worker is used again, and replaced after its calls', async () => {
    open({ callsMax: 2 })
    const first = await take()
    pool.release(first.worker)
    const second = await take()
    expect([second.worker, first.isCold, second.isCold]).toEqual([first.worker, true, false])
    pool.release(second.worker)
    expect(ended).toEqual([first.worker.id])
    const third = await take()
    expect([third.worker === first.worker, third.isCold]).toEqual([false, true])
  })

  test('workers grow to their number; further calls wait, and too many are refused', async () => {
    open({})
    const [first, second] = [await take(), await take()]
    expect(first.worker).not.toBe(second.worker)
    const third = take()
    expect(await pool.take(spec)).toBeUndefined()
    pool.release(first.worker)
    expect((await third).worker).toBe(first.worker)
  })

  test('who waits for a worker that is worn out gets a fresh one', async () => {
    open({ workersMax: 1, callsMax: 1 })
    const first = await take()
    const second = pool.take(spec)
    pool.release(first.worker)
    expect(await second).toMatchObject({ isCold: true })
    expect(ended).toEqual([first.worker.id])
  })

  test('a worker that nobody calls is ended', async () => {
    open({ idleMs: 20 })
    const first = await take()
    pool.release(first.worker)
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(ended).toEqual([first.worker.id])
  })
})
