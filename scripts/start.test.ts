import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { runStart } from '../test/world/start-process'
import { buildWhenChanged } from './lib/built'
import { openDataFolder } from './lib/data-folder'
import { requireNode } from './lib/node-version'
import { openerFor } from './lib/open-browser'

const folder = mkdtempSync(join(tmpdir(), 'huzhu-start-'))
const at = (name: string) => join(folder, name)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** One sentence on stderr, exit code 1, nothing else. */
async function complaintOf(...args: string[]): Promise<string> {
  const { code, complaints } = await runStart(...args).ended()
  expect(code).toBe(1)
  expect(complaints.trim().split('\n')).toHaveLength(1)
  expect(complaints).not.toMatch(/^\s+at /m)
  return complaints
}

test('help lists every option and starts nothing', async () => {
  const { code, output } = await runStart('--help', '--data', at('help')).ended()
  expect(code).toBe(0)
  for (const option of ['port', 'data', 'reset', 'no-open', 'no-build', 'help']) {
    expect(output).toContain(`--${option}`)
  }
  expect(existsSync(at('help'))).toBe(false)
})

test('an unknown option is refused before anything is made', async () => {
  const complaint = await complaintOf('--rest', '--data', at('unknown'))
  expect(complaint).toContain('no option --rest')
  expect(existsSync(at('unknown'))).toBe(false)
})

test('a port that is no port is refused', async () => {
  expect(await complaintOf('--port', '70000', '--data', at('port'))).toContain('0 to 65535')
})

test('a taken port is named together with how to choose another', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  try {
    const complaint = await complaintOf('--port', String(port), '--data', at('taken'))
    expect(complaint).toContain(`Port ${port} is taken`)
    expect(complaint).toContain('--port ')
  } finally {
    server.close()
  }
})

test('a second instance on the same data is told where the first one is', async () => {
  const first = openDataFolder(at('twice'), false)
  try {
    first.remember({ address: 'http://127.0.0.1:4321' })
    const complaint = await complaintOf('--port', '0', '--data', at('twice'))
    expect(complaint).toContain('in use by the one running at http://127.0.0.1:4321')
  } finally {
    first.close()
  }
})

test('resetting data that is in use is refused, and nothing is gone', async () => {
  const first = openDataFolder(at('reset'), false)
  try {
    mkdirSync(first.cloudDir)
    expect(await complaintOf('--reset', '--data', at('reset'))).toContain('in use')
    expect(existsSync(first.cloudDir)).toBe(true)
  } finally {
    first.close()
  }
})

test('the lock ends with whoever held it', () => {
  openDataFolder(at('again'), false).close()
  openDataFolder(at('again'), false).close()
})

test('a data folder below a missing one is refused', async () => {
  expect(await complaintOf('--data', at('missing/data'))).toContain('does not exist')
})

test('a data folder that cannot be written is refused', async () => {
  writeFileSync(at('file'), '')
  expect(await complaintOf('--data', at('file'))).toContain('is a file')
  expect(await complaintOf('--data', at('file/data'))).toMatch(/cannot be written|does not exist/)
})

test('a folder with things of others is refused and left alone, also by a reset', async () => {
  mkdirSync(at('foreign'))
  writeFileSync(at('foreign/letter.txt'), 'dear')
  expect(await complaintOf('--reset', '--data', at('foreign'))).toContain('not ours')
  expect(readdirSync(at('foreign'))).toEqual(['letter.txt'])
  writeFileSync(at('foreign/huzhu.json'), '{ "name": "somebody else" }')
  expect(await complaintOf('--reset', '--data', at('foreign'))).toContain('nothing was touched')
  expect(readFileSync(at('foreign/huzhu.json'), 'utf8')).toContain('somebody else')
})

test('clearing removes what the cloud keeps and nothing else', () => {
  const data = openDataFolder(at('clear'), false)
  try {
    data.remember({ seededAt: '2026-01-01T00:00:00.000Z' })
    mkdirSync(data.cloudDir)
    writeFileSync(at('clear/note.txt'), 'mine')
    data.clear()
    expect(data.state.seededAt).toBeNull()
    expect(existsSync(data.cloudDir)).toBe(false)
    expect(readFileSync(at('clear/note.txt'), 'utf8')).toBe('mine')
  } finally {
    data.close()
  }
})

test('Node is refused when it is older than asked, by each part of the version', () => {
  expect(() => requireNode('20.19.0', '>=20.19')).not.toThrow()
  expect(() => requireNode('22.0.0', '>=20.19')).not.toThrow()
  expect(() => requireNode('20.18.3', '>=20.19')).toThrow('needs Node 20.19 or newer')
  expect(() => requireNode('18.20.0', '>=20.19')).toThrow('runs on 18.20.0')
})

test('the browser is opened only where somebody sits in front of a screen', () => {
  expect(openerFor('darwin', {})?.command).toBe('open')
  expect(openerFor('win32', {})?.command).toBe('cmd')
  expect(openerFor('linux', { DISPLAY: ':0' })?.command).toBe('xdg-open')
  expect(openerFor('linux', {})).toBeNull()
  expect(openerFor('darwin', { CI: '1' })).toBeNull()
})

test('a build is made again exactly when its inputs or settings changed, or it failed', async () => {
  const root = at('project')
  mkdirSync(join(root, 'source'), { recursive: true })
  writeFileSync(join(root, 'source/a.ts'), 'one')
  let settings: Record<string, string> = {}
  const build = (run: () => void = () => {}) =>
    buildWhenChanged({
      root,
      inputs: ['source', 'lock.json'],
      settings,
      out: 'out',
      run: async (out) => {
        run()
        rmSync(out, { recursive: true, force: true })
        mkdirSync(out)
      },
    })
  expect(await build()).toBe(true)
  expect(await build()).toBe(false)
  writeFileSync(join(root, 'source/a.test.ts'), 'tests are in no build')
  expect(await build()).toBe(false)
  writeFileSync(join(root, 'source/b.ts'), 'two')
  expect(await build()).toBe(true)
  settings = { URL: 'elsewhere' }
  expect(await build()).toBe(true)
  writeFileSync(join(root, 'lock.json'), '{}')
  const failing = () => {
    throw new Error('does not compile')
  }
  await expect(build(failing)).rejects.toThrow('does not compile')
  expect(await build()).toBe(true)
  rmSync(join(root, 'out'), { recursive: true })
  expect(await build()).toBe(true)
})
