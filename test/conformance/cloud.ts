import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { cloudCommand } from '../world/cloud'

const root = path.join(__dirname, '../..')

/** `REMOTE=1` runs what only needs the SDK against a real environment. */
export const isRemote = process.env.REMOTE === '1'

/** For what only the local cloud has: faults, figures, kill -9. */
export const describeLocal = isRemote ? describe.skip : describe
export const testLocal = isRemote ? test.skip : test

export type App = ReturnType<typeof import('@cloudbase/node-sdk')['init']>
export type Database = ReturnType<App['database']>
export type Transaction = Awaited<ReturnType<Database['startTransaction']>>

export interface CloudProcess {
  url: string
  folder: string
  child: ChildProcess
  app: App
  db: Database
  /** A POST with JSON on both sides. */
  post(address: string, body: unknown, headers?: Record<string, string>): Promise<Answer>
  get(address: string): Promise<never>
  call(name: string, event: unknown, headers?: Record<string, string>): Promise<Answer>
  kill(): Promise<void>
  close(): Promise<void>
}

export interface Answer {
  status: number
  headers: Headers
  body: never
}

export function temporaryFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'cloud-conformance-'))
}

/** Starts the cloud as its users do and waits for its one line. */
export async function launch(args: string[]): Promise<{ child: ChildProcess; url: string }> {
  const child = spawnCloud(args)
  let complaints = ''
  child.stderr?.on('data', (chunk) => {
    complaints += chunk
  })
  if (child.stdout) {
    for await (const line of createInterface({ input: child.stdout })) {
      return { child, url: (JSON.parse(line) as { url: string }).url }
    }
  }
  throw new Error(`the cloud did not start: ${complaints}`)
}

export function spawnCloud(args: string[]): ChildProcess {
  return spawn(process.execPath, [...cloudCommand(), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** A running cloud and the official SDK that talks to it. */
export async function startCloudProcess(
  options: { folder?: string; functions?: string; more?: string[] } = {},
): Promise<CloudProcess> {
  const folder = options.folder ?? temporaryFolder()
  const functions = options.functions ?? path.join(__dirname, 'functions')
  const more = options.more ?? ['--no-timers']
  const args = [
    '--port',
    '0',
    '--data',
    path.join(folder, 'data'),
    '--functions',
    functions,
    ...more,
  ]
  const { child, url } = isRemote ? { child: undefined, url: '' } : await launch(args)
  const app = await openSdk(url)
  const post: CloudProcess['post'] = async (address, body, headers = {}) => {
    const response = await fetch(url + address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
    return {
      status: response.status,
      headers: response.headers,
      body: (await response.json()) as never,
    }
  }
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill(signal)
    await gone
  }
  return {
    url,
    folder,
    child: child as ChildProcess,
    app,
    db: app.database(),
    post,
    get: async (address) => (await fetch(url + address)).json() as never,
    call: (name, event, headers) => post(`/call/${name}`, event as object, headers),
    kill: () => end('SIGKILL'),
    close: async () => {
      await end('SIGTERM')
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The SDK as a function has it: its environment comes first, then it is loaded. */
export async function openSdk(url: string): Promise<App> {
  const local = {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: 'local-env',
    TCB_ENV: 'local-env',
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    TENCENTCLOUD_SESSIONTOKEN: 'local',
    SILENCE: 'true',
  }
  if (!isRemote) Object.assign(process.env, local)
  const sdk = (await import('@cloudbase/node-sdk')).default
  const env = isRemote ? (process.env.REMOTE_ENV as string) : 'local-env'
  return sdk.init({ env, ...(isRemote ? {} : { serviceUrl: `${url}/admin` }) })
}

let collections = 0

/** A fresh collection with documents in it, so that no test meets another one's. */
export async function newCollection(
  cloud: CloudProcess,
  documents: Record<string, unknown>[] = [],
): Promise<string> {
  const name = `c${process.pid}_${Date.now().toString(36)}_${++collections}`
  await cloud.db.createCollection(name)
  if (documents.length > 0) await cloud.db.collection(name).add(documents as never)
  return name
}

/** The code with which something was refused; undefined when it was not. */
export async function codeOf(work: Promise<unknown>): Promise<string | undefined> {
  try {
    const result = (await work) as { code?: string } | undefined
    return result?.code
  } catch (error) {
    return (error as { code?: string }).code ?? String(error)
  }
}
