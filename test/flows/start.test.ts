import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from '@jest/globals'
import { frontend } from '../../scripts/seed/frontend'
import { neighbours } from '../../scripts/seed/neighbours'
import { cast } from '../../scripts/seed/people'
import { phoneAt } from '../../scripts/seed/phone'
import { runStart, type Started } from '../world/start-process'

const TIMEOUT_MS = 240_000
const folders: string[] = []
const running = new Set<Started>()

afterEach(async () => {
  for (const started of running) await started.stop('SIGKILL')
  running.clear()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'huzhu-start-'))
  folders.push(folder)
  return join(folder, 'data')
}

const seededAt = (data: string) =>
  (JSON.parse(readFileSync(join(data, 'huzhu.json'), 'utf8')) as { seededAt: string | null })
    .seededAt

function start(data: string, ...args: string[]): Started {
  const started = runStart('--no-build', '--port', '0', '--data', data, ...args)
  running.add(started)
  return started
}

/** Starts and waits until it can be used. */
async function open(data: string, ...args: string[]) {
  const started = start(data, ...args)
  const output = await started.saw('Ctrl-C')
  const url = /runs at (http:\/\/127\.0\.0\.1:\d+)\//.exec(output)?.[1]
  if (!url) throw new Error(`it did not start:\n${output}`)
  return { ...started, url }
}

/** Waits until the cloud has written so much: the story is on its way. */
async function grown(file: string, bytes: number): Promise<void> {
  while ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) < bytes) {
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

async function counts(url: string): Promise<Record<string, number>> {
  const response = await fetch(`${url}/_control/collections`)
  const { collections } = (await response.json()) as {
    collections: { name: string; count: number }[]
  }
  return Object.fromEntries(collections.map(({ name, count }) => [name, count]))
}

/** What the stories tell, once. */
function toldOnce() {
  const stories = [neighbours, frontend]
  const turns = stories.flatMap(({ asks }) => asks.flatMap((ask) => ask.turns))
  const applications = stories.flatMap((story) => story.applications)
  return {
    communities: stories.length,
    groups: stories.length,
    applications: applications.length,
    members:
      stories.length + applications.filter(({ decided }) => decided && !decided.reason).length,
    requests: stories.flatMap(({ asks }) => asks).length,
    thanks: turns.filter((turn) => 'thank' in turn).length,
  }
}

test(
  'the demo is told once, and what people do afterwards survives a restart',
  async () => {
    const data = dataFolder()
    const first = await open(data)
    const told = await counts(first.url)
    expect(told).toMatchObject(toldOnce())
    expect(seededAt(data)).not.toBeNull()

    const phone = phoneAt(first.url, 'first run')
    const { communities } = await phone.call(cast.heXiulan, 'community.enter', {})
    const communityId = communities[0]?.id ?? ''
    const { items } = await phone.call(cast.heXiulan, 'help.listRequests', {
      communityId,
      view: 'open',
    })
    const request = items.find(({ own }) => !own)
    await phone.call(cast.heXiulan, 'help.makeOffer', {
      communityId,
      requestId: request?.requestId ?? '',
      message: '我有空，算我一个',
    })
    const { code } = await first.stop('SIGINT')
    expect(code).toBe(0)

    const second = await open(data)
    expect(await counts(second.url)).toMatchObject(toldOnce())
    const seen = await phoneAt(second.url, 'second run').call(cast.heXiulan, 'help.getRequest', {
      communityId,
      requestId: request?.requestId ?? '',
    })
    expect(seen.offers.find(({ own }) => own)?.message).toBe('我有空，算我一个')
    const page = await fetch(`${second.url}/`)
    expect(await page.text()).toContain('本地云')
  },
  TIMEOUT_MS,
)

test(
  'a demo that was broken off is begun anew and never there twice; a reset forgets what was done',
  async () => {
    const data = dataFolder()
    const broken = start(data)
    await grown(join(data, 'cloud/documents.db-wal'), 1_500_000)
    await broken.stop('SIGKILL')
    expect(seededAt(data)).toBeNull()

    const whole = await open(data)
    expect(await counts(whole.url)).toMatchObject(toldOnce())
    const phone = phoneAt(whole.url, 'whole run')
    await phone.call(cast.pengYu, 'community.create', {
      preset: 'technology',
      name: '读书角',
      purpose: '一起读几本书',
      nickname: '彭宇',
      avatar: 'a3',
    })
    await whole.stop('SIGTERM')

    const anew = await open(data, '--reset')
    expect(await counts(anew.url)).toMatchObject(toldOnce())
  },
  TIMEOUT_MS,
)
