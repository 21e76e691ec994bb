import { once } from 'node:events'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { Worker } from 'node:worker_threads'
import Database from 'libsql'
import type { InsertOrder } from './insert-client'

const turnMs = 3000
/** The first turns are left out: they measure how fast code gets warm. */
const warmTurns = 1
const turns = 5
/** Threads that share the inserts, as functions do; a core each is left on the smallest machine. */
const clientsCount = 2

export interface InsertRates {
  /** Inserts a second: the median of all turns. */
  engine: number
  served: number
  /** Served inserts for one of the engine's: the median of what each turn says. */
  share: number
}

/**
 * Durable inserts of one document each: by the embedded engine alone one after the other, and through
 * the SDK and HTTP `inFlight` at a time. In turns, so that a slow moment of the machine meets both.
 */
export async function insertRates(
  folder: string,
  url: string,
  document: object,
  inFlight: number,
): Promise<InsertRates> {
  const rates: { engine: number; served: number }[] = []
  const clients = await startClients()
  try {
    for (let turn = 0; turn < warmTurns + turns; turn++) {
      const engine = engineInserts(path.join(folder, `engine-${turn}.db`), document)
      rates.push({ engine, served: await servedInserts(clients, url, `t${turn}`, inFlight) })
    }
  } finally {
    for (const client of clients) await client.terminate()
  }
  const counted = rates.slice(warmTurns)
  return {
    engine: median(counted.map(({ engine }) => engine)),
    served: median(counted.map(({ served }) => served)),
    share: median(counted.map(({ engine, served }) => served / engine)),
  }
}

function engineInserts(file: string, document: object): number {
  const db = new Database(file)
  db.prepare('PRAGMA journal_mode = WAL').all()
  db.prepare('PRAGMA synchronous = FULL').all()
  db.exec('CREATE TABLE d (seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, doc BLOB NOT NULL)')
  const insert = db.prepare('INSERT INTO d (id, doc) VALUES (?, ?)')
  const bytes = Buffer.from(JSON.stringify(document))
  const until = performance.now() + turnMs
  let count = 0
  while (performance.now() < until) insert.run(Buffer.from(`id-${count++}`), bytes)
  db.close()
  return (count * 1000) / turnMs
}

async function servedInserts(
  clients: readonly Worker[],
  url: string,
  name: string,
  inFlight: number,
): Promise<number> {
  const answers = clients.map(async (client, n) => {
    const order: InsertOrder = {
      url,
      name: `${name}-${n}`,
      ms: turnMs,
      inFlight: inFlight / clients.length,
    }
    client.postMessage(order)
    const [count] = (await once(client, 'message')) as [number]
    return count
  })
  const counts = await Promise.all(answers)
  return (counts.reduce((sum, count) => sum + count, 0) * 1000) / turnMs
}

async function startClients(): Promise<Worker[]> {
  const file = JSON.stringify(path.join(__dirname, 'insert-client.ts'))
  // An environment of its own, as the cloud gives its functions: reading the process's costs more.
  const options = { eval: true, env: { ...process.env } }
  const start = `require('tsx/cjs'); require(${file})`
  const clients = Array.from({ length: clientsCount }, () => new Worker(start, options))
  await Promise.all(clients.map((client) => once(client, 'message')))
  return clients
}

/** The one in the middle. */
export const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0
