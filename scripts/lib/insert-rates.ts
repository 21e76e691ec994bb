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
  /** Answers a second that the SDK takes from a server that does nothing: no cloud can serve more. */
  empty: number
  /** Served inserts for one of the engine's: the median of what each turn says. */
  share: number
  /** Served inserts for one answer of the empty server. */
  shareOfEmpty: number
}

/**
 * Durable inserts of one document each: by the embedded engine alone one after the other, and through
 * the SDK and HTTP `inFlight` at a time, and the SDK against a server that does nothing. In turns, so
 * that a slow moment of the machine meets all.
 */
export async function insertRates(
  folder: string,
  url: string,
  document: object,
  inFlight: number,
): Promise<InsertRates> {
  const rates: { engine: number; served: number; empty: number }[] = []
  const clients = await startClients()
  const nothing = startThread('empty-server.ts')
  try {
    const [emptyUrl] = (await once(nothing, 'message')) as [string]
    for (let turn = 0; turn < warmTurns + turns; turn++) {
      const engine = engineInserts(path.join(folder, `engine-${turn}.db`), document)
      const served = await servedInserts(clients, url, `t${turn}`, inFlight)
      const empty = await servedInserts(clients, emptyUrl, `t${turn}`, inFlight)
      rates.push({ engine, served, empty })
    }
  } finally {
    for (const thread of [...clients, nothing]) await thread.terminate()
  }
  const counted = rates.slice(warmTurns)
  return {
    engine: median(counted.map(({ engine }) => engine)),
    served: median(counted.map(({ served }) => served)),
    empty: median(counted.map(({ empty }) => empty)),
    share: median(counted.map(({ engine, served }) => served / engine)),
    shareOfEmpty: median(counted.map(({ empty, served }) => served / empty)),
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

function startThread(name: string): Worker {
  const file = JSON.stringify(path.join(__dirname, name))
  // An environment of its own, as the cloud gives its functions: reading the process's costs more.
  const options = { eval: true, env: { ...process.env } }
  return new Worker(`require('tsx/cjs'); require(${file})`, options)
}

async function startClients(): Promise<Worker[]> {
  const clients = Array.from({ length: clientsCount }, () => startThread('insert-client.ts'))
  await Promise.all(clients.map((client) => once(client, 'message')))
  return clients
}

/** The one in the middle. */
export const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0
