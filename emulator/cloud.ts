import { existsSync, readFileSync, statSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
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
import { adminHandler } from './http/admin'
import { callHandler, groupEnterHandler } from './http/call'
import { addControlRoutes } from './http/control'
import { Router } from './http/router'
import { packageFolder, staticHandler } from './http/static'
import { addStorageRoutes } from './http/storage'
import { addWeChatRoutes } from './http/wechat'
import { Addresses } from './storage/addresses'
import { Files } from './storage/files'
import { canLoad } from './storage/operations'
import { addWeappRoutes } from './weapp-host/serve'
import { WeChatState } from './wechat/state'
import { WeChat } from './wechat/wechat'

export interface CloudOptions {
  /** 0 lets the operating system choose. */
  port: number
  dataDir: string
  functionsDir: string
  /** A built H5 client, served at /app/. */
  appDir?: string
  /** A compiled mini-program, run at /weapp/. */
  weappDir?: string
  /** A JSON file with simulated users and groups. */
  people?: string
  /** A JSON file with what is set up for the app at WeChat: templates, pages, message push. */
  settings?: string
  /** Begins with the usual chaos of this seed. */
  seed?: number
  /** Timers fire by themselves unless this is false. */
  timers?: boolean
  /** Keeps the log on stderr empty. */
  quiet?: boolean
}

export interface Cloud {
  url: string
  port: number
  close(): Promise<void>
}

/** Something the person who starts the cloud can mend; the message is one sentence. */
export class StartError extends Error {}

/** Starts a local cloud on 127.0.0.1. Throws a StartError when it cannot. */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  requireFolder(options.functionsDir, 'functions folder')
  if (options.appDir !== undefined) requireFolder(options.appDir, 'app folder')
  if (options.weappDir !== undefined) requireFolder(options.weappDir, 'compiled mini-program')
  const report = (message: unknown) => {
    if (!options.quiet)
      process.stderr.write(`${message instanceof Error ? message.stack : message}\n`)
  }
  const people = mend(() =>
    options.people === undefined ? new People() : People.read(options.people),
  )
  const settings = mend(() =>
    options.settings === undefined ? undefined : readJsonFile(options.settings),
  )
  const store = mend(() => new Store(options.dataDir))

  const clock = new Clock()
  const transactions = new Transactions(store, clock)
  const expiry = setInterval(() => transactions.expire(), 1000).unref()
  const registry = new Registry(options.functionsDir)
  const pool = new WorkerPool(clock, (workerId) => transactions.abortOf(workerId))
  const [log, faults, openData] = [new CallLog(), new Faults(), new OpenData(clock, people)]
  const invoker = new Invoker({ registry, pool, log, faults, openData, clock })
  const timers = new Timers(registry, invoker, clock, report)
  const chaos = new Chaos()
  const core = { store, transactions, clock }
  const addresses = new Addresses(options.dataDir, clock)
  const storage = { files: new Files(options.dataDir), addresses, clock }
  const state = mend(() => new WeChatState(options.dataDir, report))
  const wechat = new WeChat({ state, clock, registry, invoker, canLoad: canLoad(storage) })
  if (settings !== undefined) mend(() => wechat.configure(settings))
  if (options.seed !== undefined) report(describeChaos(chaos.start({ seed: options.seed })))

  const router = new Router(report)
  router.on(
    'POST',
    '/admin**',
    adminHandler({ core, pool, invoker, storage, wechat, chaos, report }),
  )
  router.on('POST', '/call/*', callHandler(invoker, wechat, chaos))
  router.on('POST', '/wx/group-enter', groupEnterHandler(openData))
  addControlRoutes(router, { ...core, log, faults, chaos, timers, people, registry, report })
  addStorageRoutes(router, storage)
  addWeChatRoutes(router, wechat)
  if (options.appDir !== undefined) {
    router.on('GET', '/app', ({ response }) => {
      response.writeHead(302, { location: '/app/' }).end()
    })
    router.on('GET', '/app/**', staticHandler(options.appDir, { fallback: true }))
  }
  if (options.weappDir !== undefined) addWeappRoutes(router, options.weappDir)
  // The console reads codes from pictures.
  router.on('GET', '/lib/qr/**', staticHandler(packageFolder('qr'), { fallback: false }))
  router.on('GET', '/**', staticHandler(path.join(__dirname, 'console'), { fallback: false }))

  const server = router.createServer()
  server.keepAliveTimeout = 60_000
  const close = async () => {
    clearInterval(expiry)
    timers.stop()
    wechat.pushes.stop()
    const closed = new Promise((resolve) => server.close(resolve))
    pool.close()
    server.closeAllConnections()
    await closed
    transactions.close()
    state.close()
    store.close()
  }
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(options.port, '127.0.0.1', resolve)
    })
  } catch (error) {
    pool.close()
    clearInterval(expiry)
    store.close()
    const isTaken = (error as { code?: string }).code === 'EADDRINUSE'
    throw new StartError(
      isTaken
        ? `The port ${options.port} is already in use.`
        : `The port ${options.port} cannot be opened: ${(error as Error).message}.`,
    )
  }
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}`
  pool.serveAt(`${url}/admin`)
  addresses.serveAt(url)
  wechat.pushes.start()
  if (options.timers !== false) timers.start()
  return { url, port, close }
}

function requireFolder(folder: string, what: string): void {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new StartError(`The ${what} ${folder} does not exist.`)
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
