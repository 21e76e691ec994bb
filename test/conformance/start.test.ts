import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import path from 'node:path'
import { promisify } from 'node:util'
import { describeLocal, launch, spawnCloud, startCloudProcess, temporaryFolder } from './cloud'

const root = path.join(__dirname, '../..')
const functions = path.join(__dirname, 'functions')

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Runs the command until it ends; what it said and its exit code. */
async function run(args: string[]): Promise<{ code: number | null; said: string }> {
  const child = spawnCloud(args)
  let said = ''
  child.stdout?.on('data', (chunk) => {
    said += chunk
  })
  child.stderr?.on('data', (chunk) => {
    said += chunk
  })
  await once(child, 'close')
  return { code: child.exitCode, said }
}

describeLocal('start', () => {
  let folder: string
  beforeAll(() => {
    folder = temporaryFolder()
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const args = (data: string, more: string[] = []) => [
    ...['--port', '0', '--data', path.join(folder, data), '--functions', functions],
    ...more,
  ]

  test('--help explains every option', async () => {
    const { code, said } = await run(['--help'])
    expect(code).toBe(0)
    for (const option of [
      '--port',
      '--data',
      '--functions',
      '--app',
      '--people',
      '--no-timers',
      '--wechat',
      '--seed',
    ]) {
      expect(said).toContain(option)
    }
  })

  test('each mistake gets one sentence', async () => {
    writeFileSync(path.join(folder, 'file'), 'not a folder')
    mkdirSync(path.join(folder, 'damaged'))
    writeFileSync(path.join(folder, 'damaged', 'documents.db'), 'this is no database '.repeat(500))
    writeFileSync(path.join(folder, 'people.json'), '{"users": 5}')
    const mistakes: [args: string[], sentence: RegExp][] = [
      [['--port', '0'], /^--data is missing/],
      [args('a', ['--colour', 'red']), /^Unknown option '--colour'/],
      [[...args('a'), '--port', 'many'], /^--port must be a whole number/],
      [args('no/such/parent'), /^The folder .* does not exist/],
      [args('file'), /cannot be written|is not a folder/],
      [args('damaged'), /^The data file .* is damaged/],
      [args('a', ['--functions', '/no/where']), /^The functions folder \/no\/where does not exist/],
      [args('a', ['--seed', 'x']), /^--seed must be a whole number/],
      [args('a', ['--wechat', '/no/where']), /^The file \/no\/where cannot be read/],
      [args('a', ['--app', '/no/where']), /^The app folder \/no\/where does not exist/],
      [
        args('a', ['--people', path.join(folder, 'people.json')]),
        /^The people file .* needs the lists/,
      ],
    ]
    const answers = await Promise.all(mistakes.map(([mistake]) => run(mistake)))
    for (const [i, { code, said }] of answers.entries()) {
      expect(said).toMatch((mistakes[i] as [string[], RegExp])[1])
      expect([said, said.trim().split('\n').length, code]).toEqual([said, 1, 1])
    }
  })

  test('a taken port and a second cloud on the same data are refused; after kill -9 all is free', async () => {
    const first = await launch(args('shared'))
    const port = new URL(first.url).port
    const second = await run(args('shared'))
    expect(second).toMatchObject({ code: 1 })
    expect(second.said).toMatch(/^Another local cloud is using the data folder/)
    const third = await run([...args('other'), '--port', port])
    expect(third).toMatchObject({ code: 1, said: `The port ${port} is already in use.\n` })
    first.child.kill('SIGKILL')
    await once(first.child, 'exit')
    const again = await launch(args('shared', ['--port', port]))
    expect(again.url).toBe(first.url)
    again.child.kill('SIGTERM')
    await once(again.child, 'exit')
    expect(again.child.exitCode).toBe(0)
  })

  test('the example of the README works as it is written', async () => {
    const readme = readFileSync(path.join(root, 'emulator/README.md'), 'utf8')
    const example = /^```sh\n(dir=.*?)^```$/ms.exec(readme)?.[1] ?? ''
    const env = { ...process.env, PORT: String(await freePort()) }
    const { stdout } = await promisify(execFile)('bash', ['-c', example], { cwd: root, env })
    const promised = [...example.matchAll(/^# (.*)$/gm)].map((match) => match[1])
    expect(promised.length).toBeGreaterThan(3)
    expect(stdout).toBe(promised.join(''))
  })

  test('an app is served with its own addresses, and nothing outside its folder', async () => {
    const app = path.join(folder, 'app')
    mkdirSync(path.join(app, 'js'), { recursive: true })
    writeFileSync(path.join(app, 'index.html'), '<h1>app</h1>')
    writeFileSync(path.join(app, 'js', 'a.js'), 'run()')
    const cloud = await startCloudProcess({ more: ['--no-timers', '--app', app] })
    const text = async (address: string) => {
      const response = await fetch(cloud.url + address)
      return [response.status, response.headers.get('content-type'), await response.text()]
    }
    expect(await text('/app/')).toEqual([200, 'text/html; charset=utf-8', '<h1>app</h1>'])
    expect(await text('/app/js/a.js')).toEqual([200, 'text/javascript; charset=utf-8', 'run()'])
    expect(await text('/app/pages/home?x=1')).toEqual([
      200,
      'text/html; charset=utf-8',
      '<h1>app</h1>',
    ])
    expect((await text('/app/js/none.js'))[0]).toBe(404)
    expect((await text('/app/..%2f..%2fpeople.json'))[0]).toBe(404)
    await cloud.close()
  })
})
