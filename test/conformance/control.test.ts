/** What the console asks of the cloud beyond what the SDK can: looking, changing by hand, time. */
import { type CloudProcess, describeLocal, startCloudProcess } from './cloud'

describeLocal('control', () => {
  let cloud: CloudProcess
  beforeAll(async () => {
    cloud = await startCloudProcess()
    const indexes = [
      {
        IndexName: 'n',
        MgoKeySchema: { MgoIsUnique: true, MgoIndexKeys: [{ Name: 'n', Direction: '1' }] },
      },
    ]
    await cloud.post('/_control/collections', {
      collections: [{ name: 'things', indexes }, { name: 'firings' }],
    })
  })
  afterAll(() => cloud.close())

  const send = async (method: string, address: string, body?: unknown) => {
    const response = await fetch(`${cloud.url}/_control/${address}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    return { status: response.status, text: await response.text() }
  }
  const get = async (address: string) => JSON.parse((await send('GET', address)).text)
  const collection = 'things'

  test('pages of other origins may call functions, and neither read nor change what is stored', async () => {
    const from = (origin: string) => ({ headers: { origin } })
    const documents = `${cloud.url}/_control/documents?collection=things`
    const foreign = await fetch(documents, from('http://elsewhere.example'))
    expect(foreign.status).toBe(403)
    expect((await fetch(documents, from('null'))).status).toBe(403)
    const own = await fetch(documents, from(cloud.url))
    expect([own.status, own.headers.get('access-control-allow-origin')]).toEqual([200, null])
    const call = { method: 'POST', body: '{}', ...from('http://127.0.0.1:10086') }
    expect((await fetch(`${cloud.url}/call/echo`, call)).status).toBe(200)
  })

  describe('documents', () => {
    const documents = [
      { _id: 'a', n: 1, at: { $date: '2026-01-31T00:00:00Z' }, who: { name: '=SUM(1)' } },
      { _id: 'b', n: 2, text: '=1+1, "quoted"' },
      { _id: 'c', n: 3 },
    ]
    beforeEach(async () => {
      for (const id of ['a', 'b', 'c']) await send('DELETE', 'documents', { collection, id })
      await send('POST', 'documents', { collection, documents })
    })

    test('are found by a query, sorted, paged and counted', async () => {
      const search = new URLSearchParams({
        collection,
        filter: '{"n":{"$gte":1}}',
        sort: '{"n":-1}',
        skip: '1',
        limit: '1',
        count: '1',
      })
      const found = await get(`documents?${search}`)
      expect(found).toMatchObject({ total: 3, documents: [{ _id: 'b' }] })
      expect(
        await get(`documents?${new URLSearchParams({ collection, sort: '{"n":2}' })}`),
      ).toEqual({
        code: 'INVALID_PARAM',
        message: "the order of 'n' must be 1 or -1",
      })
    })

    test('come back as they were, types and all, and only while nobody else changed them', async () => {
      const [was] = (await get('documents?collection=things&filter={"_id":"a"}')).documents
      const put = (document: object, as?: object) =>
        send('PUT', 'documents', { collection, document, was: as })
      expect((await put({ ...was, n: 9 }, was)).status).toBe(200)
      const { data } = await cloud.db.collection('things').doc('a').get()
      expect(data).toEqual([
        { _id: 'a', n: 9, at: new Date('2026-01-31'), who: { name: '=SUM(1)' } },
      ])
      const late = await put({ ...was, n: 10 }, was)
      expect(late).toMatchObject({
        status: 400,
        text: expect.stringContaining('changed meanwhile'),
      })
      expect((await put({ ...was, n: 2 })).text).toContain('DATABASE_DUPLICATE_WRITE')
      expect((await put({ _id: 'a', $set: 1 })).text).toContain('dollar')
      expect((await put({ _id: 'nobody' })).text).toContain('no document with this _id')
    })

    test('are added all or none', async () => {
      const wrong = [
        { _id: 'd', n: 4 },
        { _id: 'e', n: 4 },
      ]
      expect((await send('POST', 'documents', { collection, documents: wrong })).status).toBe(400)
      expect((await get('documents?collection=things&count=1')).total).toBe(3)
    })

    test('leave as lines of JSON or as a table that runs no formulas', async () => {
      const json = (await send('GET', 'documents/export?collection=things&sort={"n":1}')).text
      expect(
        json
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line)._id),
      ).toEqual(['a', 'b', 'c'])
      const csv = (
        await send('GET', 'documents/export?collection=things&format=csv&filter={"n":{"$lt":3}}')
      ).text
      expect(csv).toBe(
        '_id,n,at,who,text\r\n' +
          'a,1,2026-01-31T00:00:00.000Z,"{""name"":""=SUM(1)""}",\r\n' +
          'b,2,,,"\'=1+1, ""quoted"""\r\n',
      )
    })

    test('fill indexes whose size can be seen', async () => {
      const things = (await get('indexes')).collections.find(
        (one: { name: string }) => one.name === 'things',
      )
      expect(things).toMatchObject({ count: 3, bytes: expect.any(Number) })
      expect(things.indexes[1]).toMatchObject({
        name: 'n',
        isUnique: true,
        isMultikey: false,
        entries: 3,
      })
    })
  })

  test('what functions print and how they fail stands in one log', async () => {
    await cloud.call('echo', { say: 'hello' })
    await cloud.call('nobody', {})
    const { lines } = await get('logs?limit=5')
    expect(lines.at(-1)).toMatchObject({ level: 'failed', function: 'nobody' })
    expect(lines.at(-2)).toMatchObject({
      level: 'log',
      function: 'echo',
      requestId: expect.any(String),
    })
  })

  test('a timer says how it ended last', async () => {
    const timers = async () => (await get('timers')).timers as { name: string; function: string }[]
    const [timer] = await timers()
    expect(timer).toMatchObject({ last: null })
    const wrong = { function: timer?.function, name: 'not a timer' }
    expect((await send('POST', 'timers/fire', wrong)).status).toBe(400)
    await send('POST', 'timers/fire', { function: timer?.function, name: timer?.name })
    expect((await timers())[0]).toMatchObject({ last: { isOk: true, message: null } })
  })

  test('the clock stands still, also inside of functions, and runs on from there', async () => {
    const now = async () => ((await cloud.call('echo', {})).body as { now: number }).now
    const frozen = await send('POST', 'clock', { offsetMs: 3600_000, isFrozen: true })
    const { now: shown } = JSON.parse(frozen.text)
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(await get('clock')).toMatchObject({ now: shown, isFrozen: true })
    const inside = [await now(), await now()]
    expect(inside).toEqual([Date.parse(shown), Date.parse(shown)])
    await send('POST', 'clock', { isFrozen: false })
    expect((await get('clock')).offsetMs).toBeLessThan(3600_000)
    await send('POST', 'clock', { offsetMs: 0 })
    expect((await send('POST', 'clock', {})).status).toBe(400)
  })

  test('an interface of WeChat can be tried by hand', async () => {
    const call = async (api: string, data: object) =>
      JSON.parse((await send('POST', 'wechat/call', { api, data })).text)
    const code = await call('wxacode.getUnlimited', { page: 'pages/a', scene: 'x=1' })
    expect(code.picture.contentType).toBe('image/png')
    const { reply } = await call('updatableMessage.createActivityId', {})
    const message = {
      activity_id: reply.activity_id,
      target_state: 0,
      template_info: {
        parameter_list: [
          { name: 'member_count', value: '2' },
          { name: 'room_limit', value: '5' },
        ],
      },
    }
    expect((await call('updatableMessage.setUpdatableMsg', message)).reply.errcode).toBe(0)
    expect((await get('wechat/cards')).cards[0]).toMatchObject({
      parameters: { member_count: '2' },
    })
    expect(await call('nothing', {})).toMatchObject({ code: 'INVALID_PARAM' })
    expect((await get('wechat/calls')).calls[0]).toMatchObject({ function: null })
  })

  test('a person can be added, also to a group', async () => {
    const { text } = await send('POST', 'people', { name: ' 小新 ', groups: ['nowhere'] })
    expect(JSON.parse(text)).toMatchObject({
      user: { name: '小新', openid: expect.stringMatching(/^o-new-/) },
    })
    expect((await send('POST', 'people', { name: ' ' })).status).toBe(400)
  })

  test('one fault or one scripted answer can be taken back', async () => {
    const fault = { function: 'echo', call: 1, side: 'before', effect: 'fail' }
    const add = async () => JSON.parse((await send('POST', 'faults', fault)).text).fault.id
    const [first, second] = [await add(), await add()]
    await send('DELETE', `faults?id=${first}`)
    expect((await get('faults')).faults.map(({ id }: { id: number }) => id)).toEqual([second])
    const answer = { api: 'security.msgSecCheck', effect: 'fail' }
    const { id } = JSON.parse((await send('POST', 'wechat/answers', answer)).text).answer
    await send('DELETE', `wechat/answers?id=${id}`)
    expect((await get('wechat/answers')).answers).toEqual([])
  })
})
