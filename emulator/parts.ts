import { readFileSync } from 'node:fs'
import { Clock } from './clock'
import { Store } from './documents/store'
import { Transactions } from './documents/transactions'
import { CallLog } from './functions/call-log'
import { Chaos, describeChaos } from './functions/chaos'
import { Faults } from './functions/faults'
import { Invoker } from './functions/invoker'
import { OpenData } from './functions/open-data'
import { People } from './functions/people'
import { WorkerPool } from './functions/pool'
import { Registry } from './functions/registry'
import { Timers } from './functions/timers'
import { type CloudOptions, StartError } from './options'
import { Addresses } from './storage/addresses'
import { Files } from './storage/files'
import { canLoad } from './storage/operations'
import { WeChatState } from './wechat/state'
import { WeChat } from './wechat/wechat'

export type Parts = ReturnType<typeof makeParts>

/** Everything a cloud is made of but its addresses. Nothing moves by itself before `start`. */
export function makeParts(options: CloudOptions) {
  const { dataDir } = options
  const report = (message: unknown) => {
    if (options.quiet) return
    process.stderr.write(`${message instanceof Error ? message.stack : message}\n`)
  }
  const people = mend(() =>
    options.people === undefined ? new People() : People.read(options.people),
  )
  const settings = mend(() =>
    options.settings === undefined ? undefined : readJsonFile(options.settings),
  )
  const state = mend(() => new WeChatState(dataDir, report))
  // Last of what may be refused: from here on the data folder is held.
  const store = mend(() => new Store(dataDir))

  const clock = new Clock()
  const transactions = new Transactions(store, clock)
  const registry = new Registry(options.functionsDir)
  const pool = new WorkerPool(clock, (workerId) => transactions.abortOf(workerId))
  const [log, faults, openData] = [new CallLog(), new Faults(), new OpenData(clock, people)]
  const invoker = new Invoker({ registry, pool, log, faults, openData, clock })
  const addresses = new Addresses(dataDir, clock)
  const storage = { files: new Files(dataDir), addresses, clock }
  const wechat = new WeChat({ state, clock, registry, invoker, canLoad: canLoad(storage) })
  const chaos = new Chaos()
  const timers = new Timers(registry, invoker, clock, report)
  let expiry: NodeJS.Timeout | undefined

  /** Once the address is known: the cloud begins to do things by itself. */
  const start = (url: string) => {
    pool.serveAt(`${url}/admin`)
    addresses.serveAt(url)
    if (options.seed !== undefined) report(describeChaos(chaos.start({ seed: options.seed })))
    expiry = setInterval(() => transactions.expire(), 1000).unref()
    wechat.pushes.start()
    if (options.timers !== false) timers.start()
  }
  /** Nothing happens by itself any more; functions end where they are. */
  const stop = () => {
    clearInterval(expiry)
    timers.stop()
    wechat.pushes.stop()
    pool.close()
  }
  /** What is stored is complete and the data folder free. */
  const close = () => {
    transactions.close()
    state.close()
    store.close()
  }
  if (settings !== undefined) {
    try {
      wechat.configure(settings)
    } catch (error) {
      stop()
      close()
      throw new StartError((error as Error).message)
    }
  }
  return {
    ...{ report, people, store, clock, transactions, registry, pool, log, faults, openData },
    ...{ invoker, addresses, storage, wechat, chaos, timers, start, stop, close },
  }
}

function readJsonFile(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new Error(`The file ${file} cannot be read: ${(error as Error).message}.`)
  }
}

function mend<T>(open: () => T): T {
  try {
    return open()
  } catch (error) {
    throw new StartError((error as Error).message)
  }
}
