import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import {
  type CloudProcess,
  describeLocal,
  newCollection,
  startCloudProcess,
  temporaryFolder,
} from './cloud'

interface Echo {
  event: Record<string, unknown>
  calls: number
  openid: string | null
  source: string
  openData: { keys: string[] } | null
  now: number
  isDate: string
}

describeLocal('functions', () => {
  let cloud: CloudProcess
  let functions: string
  const ann = { 'x-wx-openid': 'ann' }

  beforeAll(async () => {
    functions = path.join(temporaryFolder(), 'functions')
    cpSync(path.join(__dirname, 'functions'), functions, { recursive: true })
    cloud = await startCloudProcess({ functions })
  })
  afterAll(async () => {
    await cloud.close()
    rmSync(path.dirname(functions), { recursive: true, force: true })
  })

  const echo = async (event: unknown, headers: Record<string, string> = {}): Promise<Echo> =>
    (await cloud.call('echo', event, headers)).body

  test('the caller is known by the context and not by the event', async () => {
    const reply = await echo({ openid: 'mallory', userInfo: { openId: 'mallory' } }, ann)
    expect(reply).toMatchObject({
      openid: 'ann',
      source: 'wx_client',
      appid: 'wxlocal0000000000',
      trigger: null,
    })
    const nobody = await echo({}, { 'x-wx-source': 'wx_http' })
    expect(nobody).toMatchObject({ openid: null, appid: null, source: 'wx_http', openData: null })
  })

  test('the first call starts a worker, the next one finds it warm', async () => {
    writeFunction('fresh', 'let n = 0; exports.main = async () => ++n')
    const [first, second] = [await cloud.call('fresh', {}), await cloud.call('fresh', {})]
    expect([first.headers.get('x-cloud-cold'), first.body]).toEqual(['1', 1])
    expect([second.headers.get('x-cloud-cold'), second.body]).toEqual(['0', 2])
  })

  test('changed code is loaded at the next call', async () => {
    writeFunction('changing', 'exports.main = async () => "old"')
    expect((await cloud.call('changing', {})).body).toBe('old')
    writeFunction('changing', 'exports.main = async () => "newer"')
    expect((await cloud.call('changing', {})).body).toBe('newer')
  })

  test('changed code beside the index is loaded too', async () => {
    writeFunction('parted', 'exports.main = async () => require("./lib/part")')
    const part = path.join(functions, 'parted/lib')
    mkdirSync(part)
    writeFileSync(path.join(part, 'part.js'), 'module.exports = "old"')
    expect((await cloud.call('parted', {})).body).toBe('old')
    writeFileSync(path.join(part, 'part.js'), 'module.exports = "newer"')
    expect((await cloud.call('parted', {})).body).toBe('newer')
  })

  test('a large function behaves the same when a later worker takes over its compiled code', async () => {
    const code = `/** @type {import('node:fs')} */
    exports.main = async ({ isLast }) => {
      if (isLast) process.exit(3)
      const { sep } = require('node:path')
      return [new Error('here').stack.split('\\n')[1], sep, typeof require('./index.js').main]
    } // ${'x'.repeat(60_000)}`
    writeFunction('bulky', code)
    const { body: first } = await cloud.call('bulky', {})
    expect(first).toEqual([expect.stringContaining('bulky/index.js:5:15'), '/', 'function'])
    expect((await cloud.call('bulky', { isLast: true })).status).toBe(502)
    const again = await cloud.call('bulky', {})
    expect([again.headers.get('x-cloud-cold'), again.body]).toEqual(['1', first])
    writeFunction('bulky', code.replace("typeof require('./index.js').main", "'newer'"))
    expect((await cloud.call('bulky', {})).body).toEqual([expect.anything(), '/', 'newer'])
  })

  test('a large function may import while it runs, in every worker', async () => {
    writeFunction(
      'importing',
      `exports.main = async ({ isLast }) =>
        isLast ? process.exit(3) : (await import('node:path')).sep // ${'x'.repeat(60_000)}`,
    )
    expect((await cloud.call('importing', {})).body).toBe('/')
    await cloud.call('importing', { isLast: true })
    expect((await cloud.call('importing', {})).body).toBe('/')
  })

  test('calls that come together never share a worker', async () => {
    writeFunction(
      'slow',
      `const tcb = require('@cloudbase/node-sdk')
       exports.main = async (event, context) => {
         const before = tcb.getCloudbaseContext(context).WX_OPENID
         await new Promise((resolve) => setTimeout(resolve, 40))
         return [before, tcb.getCloudbaseContext().WX_OPENID]
       }`,
    )
    const users = Array.from({ length: 20 }, (_, i) => `user${i}`)
    const replies = await Promise.all(
      users.map(async (user) => (await cloud.call('slow', {}, { 'x-wx-openid': user })).body),
    )
    expect(replies).toEqual(users.map((user) => [user, user]))
  })

  test('a proof of a group is filled in for its user and vouched for', async () => {
    const { body: proof } = await cloud.post('/wx/group-enter', { group: 'g1' }, ann)
    const forged = { cloudID: (proof as { cloudID: string }).cloudID, data: { opengid: 'g9' } }
    const reply = await echo({ group: proof, forged, deep: { group: proof } }, ann)
    expect(reply.openData).toEqual({ keys: ['group'] })
    expect(reply.event).toMatchObject({
      group: { data: { opengid: 'g1', watermark: { appid: 'wxlocal0000000000' } } },
      forged,
      deep: { group: proof },
    })
    const other = await echo({ group: proof }, { 'x-wx-openid': 'ben' })
    expect([other.openData, other.event.group]).toMatchObject([{ keys: [] }, { errCode: -601007 }])
    await cloud.post('/_control/clock', { offsetMs: 301_000 })
    const late = await echo({ group: proof }, ann)
    expect([late.openData, late.event.group]).toMatchObject([{ keys: [] }, { errCode: -601006 }])
    await cloud.post('/_control/clock', { offsetMs: 0 })
  })

  test.each([
    ['throw', 500, -504002, 'the sum does not add up'],
    ['exit', 502, -504002, 'exited with code 3'],
    ['loop', 504, -504003, 'timed out after 1 seconds'],
    ['forever', 504, -504003, 'timed out after 1 seconds'],
    ['stray', 502, -504002, 'nobody waits for this'],
    ['large', 500, -504002, 'larger than'],
    ['circular', 500, -504002, 'circular'],
  ])(
    'a function that fails by %s is answered with its code',
    async (way, status, errCode, words) => {
      const answer = await cloud.call('misbehave', { way }, ann)
      expect([answer.status, answer.body]).toMatchObject([status, { errCode }])
      const { errMsg, requestId } = answer.body as { errMsg: string; requestId: string }
      expect(errMsg).toContain(words)
      expect(await cloud.get(`/_control/calls/${requestId}`)).toMatchObject({
        status: 'failed',
        code: errCode,
      })
      expect((await echo({}, ann)).openid).toBe('ann')
    },
  )

  test('loading the code does not count as the function’s own time', async () => {
    writeFunction(
      'slowly',
      `const until = Date.now() + 1300
       while (Date.now() < until) {}
       exports.main = async ({ ms }) => new Promise((resolve) => setTimeout(resolve, ms, 'done'))`,
    )
    writeFileSync(path.join(functions, 'slowly/config.json'), '{"timeout": 1}')
    expect((await cloud.call('slowly', { ms: 0 })).body).toBe('done')
    expect((await cloud.call('slowly', { ms: 1500 })).body).toMatchObject({ errCode: -504003 })
  })

  test('a function that uses up its memory is ended and the cloud lives on', async () => {
    const answer = await cloud.call('misbehave', { way: 'hoard' })
    expect([502, 504]).toContain(answer.status)
    expect((await cloud.call('misbehave', { way: 'nothing' })).body).toBeNull()
  })

  test('what a dead worker had locked is free at once', async () => {
    const collection = await newCollection(cloud, [{ _id: 'locked', n: 1 }])
    expect((await cloud.call('misbehave', { way: 'holdLock', collection })).status).toBe(502)
    expect((await cloud.db.collection(collection).doc('locked').update({ n: 5 })).updated).toBe(1)
  })

  test('wrong names and events are refused', async () => {
    expect(await cloud.call('nobody', {})).toMatchObject({
      status: 404,
      body: { errCode: -501000 },
    })
    expect((await cloud.call('..%2Fecho', {})).status).toBe(404)
    expect(await cloud.call('echo', '[1]')).toMatchObject({
      status: 400,
      body: { errCode: -501007 },
    })
    expect((await cloud.call('echo', '{')).status).toBe(400)
    const large = await cloud.call('echo', { text: 'x'.repeat(101 * 1024) })
    expect(large).toMatchObject({ status: 413, body: { errCode: -501012 } })
  })

  test('a function calls another one in the name of the same user', async () => {
    const { body } = await cloud.call('outer', { name: 'echo', data: { word: 'hello' } }, ann)
    expect(body).toMatchObject({ openid: 'ann', source: 'wx_client,scf', event: { word: 'hello' } })
    const missing = await cloud.call('outer', { name: 'nobody' })
    expect(missing.body).toMatchObject({ code: 'FUNCTION_NOT_FOUND' })
    const failing = await cloud.call('outer', { name: 'misbehave', data: { way: 'throw' } })
    expect(failing.body).toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL' })
    expect((await cloud.app.callFunction({ name: 'echo', data: { a: 1 } })).result).toMatchObject({
      event: { a: 1 },
      openid: null,
    })
  })

  test('round trips are counted, and those side by side are one step', async () => {
    const collection = await newCollection(cloud)
    const figures = async (action: string) => {
      const { headers } = await cloud.call('database', { action, collection })
      return [headers.get('x-cloud-db-calls'), headers.get('x-cloud-db-steps')]
    }
    expect(await figures('oneByOne')).toEqual(['3', '3'])
    expect(await figures('sideBySide')).toEqual(['3', '1'])
    await cloud.db.collection(collection).add({ _id: 'counter', n: 0 })
    expect(await figures('transfer')).toEqual(['5', '5'])
  })

  test('a call is kept with its output and its database calls', async () => {
    const { headers } = await cloud.call('echo', { action: 'greet', word: 'hello', secret: 1 }, ann)
    const id = headers.get('x-cloud-request-id')
    expect(await cloud.get(`/_control/calls/${id}`)).toMatchObject({
      function: 'echo',
      openid: 'ann',
      event: { action: 'greet' },
      status: 'ok',
      logs: [{ level: 'log', text: 'echo was called hello' }],
    })
    expect(await cloud.get('/_control/calls?limit=1')).toMatchObject({ calls: [{ requestId: id }] })
  })

  test('the clock of the cloud moves the function’s own Date', async () => {
    const day = 24 * 3600_000
    await cloud.post('/_control/clock', { offsetMs: day })
    const { now, isDate } = await echo({})
    expect(Math.abs(now - Date.now() - day)).toBeLessThan(5000)
    expect(isDate).toBe('[object Date]')
    await cloud.post('/_control/clock', { offsetMs: 0 })
    expect(Math.abs((await echo({})).now - Date.now())).toBeLessThan(5000)
  })

  test('a timer fires on request, without a user', async () => {
    await cloud.db.createCollection('firings')
    await cloud.post('/_control/timers/fire', { function: 'clockwork' })
    const { data } = await cloud.db.collection('firings').get()
    expect(data).toMatchObject([
      { type: 'Timer', name: 'nightly', trigger: 'timer', source: 'wx_trigger', openid: null },
    ])
  })

  test('the client may be served from elsewhere', async () => {
    const headers = { origin: 'http://localhost:10086' }
    const response = await fetch(`${cloud.url}/call/echo`, { method: 'OPTIONS', headers })
    expect(response.status).toBe(204)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
  })

  function writeFunction(name: string, code: string): void {
    const folder = path.join(functions, name)
    mkdirSync(folder, { recursive: true })
    writeFileSync(path.join(folder, 'index.js'), code)
  }
})

describeLocal('timers', () => {
  test('a timer fires by the clock of the cloud, in UTC+8', async () => {
    const cloud = await startCloudProcess({ more: [] })
    await cloud.db.createCollection('firings')
    const { timers } = (await cloud.get('/_control/timers')) as { timers: { next: string }[] }
    const next = new Date(timers[0]?.next ?? 0)
    expect([next.getUTCHours(), next.getUTCMinutes()]).toEqual([19, 0])
    await cloud.post('/_control/clock', { offsetMs: next.getTime() - Date.now() + 1000 })
    let fired: unknown[] = []
    for (let i = 0; i < 40 && fired.length === 0; i++) {
      await new Promise((resolve) => setTimeout(resolve, 100))
      fired = (await cloud.db.collection('firings').get()).data
    }
    await cloud.close()
    expect(fired).toMatchObject([{ type: 'Timer', source: 'wx_trigger', openid: null }])
  })
})
