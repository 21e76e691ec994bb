import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const root = join(__dirname, '../..')

export type Cloud = { url: string; close: () => Promise<void> }

/** What to start as the local cloud: compiled by jest's setup, from its source elsewhere. */
export const cloudCommand = (): string[] => {
  const compiled = process.env.HUZHU_CLOUD_MAIN
  return compiled ? [compiled] : ['--import', 'tsx', join(root, 'emulator/cli.ts')]
}

/** A request to what only this cloud has: looking inside, time, trouble on purpose. */
export async function control(
  cloud: Pick<Cloud, 'url'>,
  method: string,
  path: string,
  body?: unknown,
): Promise<unknown> {
  const response = await fetch(`${cloud.url}/_control/${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!response.ok)
    throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
  return response.json()
}

/** Starts the local cloud as its users do: a process of its own, spoken to over HTTP alone. */
export async function startCloudProcess(options: {
  functions: string
  data?: string
  people?: string
  app?: string
  weapp?: string
}): Promise<Cloud> {
  const dataDir = options.data ?? mkdtempSync(join(tmpdir(), 'huzhu-cloud-'))
  const args = ['--port', '0', '--data', dataDir, '--functions', options.functions, '--no-timers']
  if (options.people) args.push('--people', options.people)
  if (options.app) args.push('--app', options.app)
  if (options.weapp) args.push('--weapp', options.weapp)
  const child = spawn(process.execPath, [...cloudCommand(), ...args], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, HUZHU_ENDS_WITH_PARENT: '1' },
  })
  const url = await readyUrl(child)
  return {
    url,
    close: async () => {
      const gone = child.exitCode === null ? once(child, 'exit') : undefined
      child.kill('SIGTERM')
      await gone
      if (!options.data) rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function readyUrl(child: ChildProcess): Promise<string> {
  let complaints = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    complaints = (complaints + chunk.toString()).slice(-4000)
  })
  if (child.stdout) {
    for await (const line of createInterface({ input: child.stdout })) {
      const ready = JSON.parse(line) as { ready: boolean; url: string }
      if (ready.ready) return ready.url
    }
  }
  throw new Error(`the local cloud did not start:\n${complaints}`)
}
