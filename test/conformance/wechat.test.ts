import { rmSync } from 'node:fs'
import { type CloudProcess, describeLocal, startCloudProcess, temporaryFolder } from './cloud'
import { ann, hour, wechatCaller } from './wechat-caller'

describeLocal('WeChat', () => {
  let cloud: CloudProcess
  const { ask, errcode, script, settle } = wechatCaller(() => cloud)
  beforeAll(async () => {
    cloud = await startCloudProcess()
    for (const name of ['verdicts', 'failures']) await cloud.db.createCollection(name)
    const push = [{ msgType: 'event', event: 'wxa_media_check', function: 'moderation' }]
    await cloud.post('/_control/wechat/settings', { push })
  })
  afterEach(settle)
  afterAll(() => cloud.close())

  describe('the way there', () => {
    const text = { content: 'hello', version: 2, scene: 2, openid: 'ann' }

    test('a function needs the permission in its config.json', async () => {
      const event = { api: 'security.msgSecCheck', data: text }
      expect((await cloud.call('wechat-unpermitted', event, ann)).body).toMatchObject({
        code: '-604101',
      })
      expect(await ask('security.nothing', {})).toMatchObject({ code: '-604100' })
    })

    test('only a function may call', async () => {
      const call = cloud.app.callWxOpenApi({ apiName: 'security.msgSecCheck', requestData: text })
      await expect(call).rejects.toMatchObject({ code: '-604104' })
    })

    test('a test scripts failures, lost answers and delays, each as often as it says', async () => {
      const api = 'security.msgSecCheck'
      await script({ api, effect: 'fail' })
      expect((await ask(api, text)).code).toBe('-604103')
      await script({ api, error: { errcode: 44991, errmsg: 'out of quota' }, times: 2 })
      expect([await errcode(api, text), await errcode(api, text)]).toEqual([44991, 44991])
      await script({ api, effect: 'lose' })
      expect((await ask(api, text)).code).toMatch(/ECONNRESET|socket hang up/)
      await script({ api, delayMs: 300 })
      const startedAtMs = Date.now()
      expect(await errcode(api, text)).toBe(0)
      expect(Date.now() - startedAtMs).toBeGreaterThan(290)
      expect(await errcode(api, text)).toBe(0)
    })

    test('an answer may be for one user, for one text, and for ever', async () => {
      const api = 'security.msgSecCheck'
      const risky = { result: { suggest: 'risky', label: 20002 } }
      await script({ api, openid: 'ben', answer: risky })
      await script({ api, contains: 'casino', answer: risky, times: 'always' })
      expect((await ask(api, text)).result).toMatchObject({ result: { suggest: 'pass' } })
      for (let i = 0; i < 2; i++) {
        const casino = { ...text, content: 'a casino' }
        expect((await ask(api, casino)).result).toMatchObject(risky)
      }
    })

    test.each([
      [{}],
      [{ api: 'x', times: 0 }],
      [{ api: 'x', effect: 'melt' }],
      [{ api: 'x', side: 'left' }],
      [{ api: 'x', delayMs: -1 }],
      [{ api: 'x', error: {} }],
      [{ api: 'x', answer: 5 }],
    ])('the scripted answer %j is refused', async (answer) => {
      expect((await script(answer)).status).toBe(400)
    })

    test('what was asked and answered can be looked at', async () => {
      await ask('security.msgSecCheck', text)
      expect(await cloud.get('/_control/wechat/calls?limit=1')).toMatchObject({
        calls: [
          {
            api: 'security.msgSecCheck',
            function: 'wechat',
            request: text,
            outcome: { errcode: 0 },
          },
        ],
      })
    })
  })

  describe('the check of a text', () => {
    const api = 'security.msgSecCheck'
    const good = { content: '你好', version: 2, scene: 1, openid: 'ann' }

    test('passes by itself, with the vendor’s fields', async () => {
      expect((await ask(api, good)).result).toEqual({
        errcode: 0,
        errmsg: 'ok',
        trace_id: expect.any(String),
        result: { suggest: 'pass', label: 100 },
        detail: [{ strategy: 'content_model', errcode: 0, suggest: 'pass', label: 100, prob: 90 }],
      })
    })

    test.each([
      [{ content: undefined }, 44002],
      [{ content: 5 }, 47001],
      [{ content: '长'.repeat(2501) }, 45002],
      [{ content: '长'.repeat(2500) }, 0],
      [{ version: 1 }, 47001],
      [{ scene: 5 }, 40129],
      [{ openid: '' }, 40003],
      [{ openid: 'never-seen' }, 61010],
    ])('answers %j as the platform does', async (change, expected) => {
      expect(await errcode(api, { ...good, ...change })).toBe(expected)
    })

    test('is refused when the author was last here over two hours ago', async () => {
      await cloud.call('echo', {}, { 'x-wx-openid': 'ben' })
      const byBen = { ...good, openid: 'ben' }
      await cloud.post('/_control/clock', { offsetMs: 2 * hour - 60_000 })
      expect(await errcode(api, byBen)).toBe(0)
      await cloud.post('/_control/clock', { offsetMs: 2 * hour + 60_000 })
      expect(await errcode(api, byBen)).toBe(61010)
      await cloud.call('echo', {}, { 'x-wx-openid': 'ben', 'x-wx-source': 'wx_http' })
      expect(await errcode(api, byBen)).toBe(61010)
      await cloud.call('echo', {}, { 'x-wx-openid': 'ben' })
      expect(await errcode(api, byBen)).toBe(0)
    })
  })

  describe('the check of a picture', () => {
    const api = 'security.mediaCheckAsync'
    const good = {
      media_url: 'https://example.com/a.png',
      media_type: 2,
      version: 2,
      scene: 1,
      openid: 'ann',
    }

    const verdict = async (trace: unknown) => {
      for (let i = 0; i < 100; i++) {
        const { data } = await cloud.db
          .collection('verdicts')
          .where({ 'event.trace_id': trace })
          .get()
        if (data.length > 0) return data
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
      return []
    }

    test('is told later, by the clock of the cloud, to the function that is set up', async () => {
      const result = { suggest: 'risky', label: 20002 }
      await script({ api, push: { delayMs: 20 * 60_000, result } })
      const { trace_id } = (await ask(api, good)).result ?? {}
      await cloud.post('/_control/clock', { offsetMs: 19 * 60_000 })
      expect(await cloud.get('/_control/wechat/pushes')).toMatchObject({
        pushes: expect.arrayContaining([expect.objectContaining({ status: 'waiting' })]),
      })
      await cloud.post('/_control/clock', { offsetMs: 21 * 60_000 })
      expect(await verdict(trace_id)).toMatchObject([
        {
          source: 'wx_trigger',
          openid: null,
          event: {
            MsgType: 'event',
            Event: 'wxa_media_check',
            appid: 'wxlocal0000000000',
            version: 2,
            errcode: 0,
            result,
            detail: [{ suggest: 'risky', label: 20002 }],
          },
        },
      ])
    })

    test('is told again when the function fails', async () => {
      await cloud.db.collection('failures').add({ n: 1 })
      await script({ api, push: { delayMs: 0 } })
      const { trace_id } = (await ask(api, good)).result ?? {}
      await new Promise((resolve) => setTimeout(resolve, 600))
      await cloud.post('/_control/wechat/pushes/deliver', {})
      expect(await verdict(trace_id)).toHaveLength(1)
      const { pushes } = (await cloud.get('/_control/wechat/pushes')) as {
        pushes: { attempts: number; status: string; event: { trace_id: unknown } }[]
      }
      const push = pushes.find((other) => other.event.trace_id === trace_id)
      expect(push).toMatchObject({ attempts: 2, status: 'delivered' })
    })

    test('fails later when an address of the cloud’s own storage is not good any more', async () => {
      const fileContent = Buffer.from('picture')
      const { fileID } = await cloud.app.uploadFile({ cloudPath: 'check.png', fileContent })
      const { fileList } = await cloud.app.getTempFileURL({ fileList: [fileID] })
      const media_url = fileList[0]?.tempFileURL as string
      await script({ api, push: { delayMs: 0 }, times: 2 })
      const first = (await ask(api, { ...good, media_url })).result
      await cloud.app.deleteFile({ fileList: [fileID] })
      const second = (await ask(api, { ...good, media_url })).result
      expect(await verdict(first?.trace_id)).toMatchObject([{ event: { errcode: 0 } }])
      expect(await verdict(second?.trace_id)).toMatchObject([{ event: { errcode: -1008 } }])
    })

    test.each([
      [{ media_url: undefined }, 44002],
      [{ media_url: 'no address' }, 47001],
      [{ media_type: 3 }, 47001],
      [{ version: 1 }, 47001],
      [{ openid: 'never-seen' }, 61010],
    ])('answers %j as the platform does', async (change, expected) => {
      expect(await errcode(api, { ...good, ...change })).toBe(expected)
    })
  })

  describe('the rank of risk', () => {
    const api = 'riskControl.getUserRiskRank'
    const good = { appid: 'wxlocal0000000000', openid: 'ann', scene: 0, client_ip: '1.2.3.4' }

    test('is nought unless a test says otherwise', async () => {
      expect((await ask(api, good)).result).toMatchObject({ errcode: 0, risk_rank: 0 })
      await script({ api, answer: { risk_rank: 4 } })
      expect((await ask(api, good)).result).toMatchObject({ errcode: 0, risk_rank: 4 })
    })

    test.each([
      [{ appid: 'other' }, 43104],
      [{ scene: 2 }, 40129],
      [{ client_ip: '' }, 44002],
      [{ openid: '' }, 40003],
      [{ openid: 'never-seen' }, 61010],
    ])('answers %j as the platform does', async (change, expected) => {
      expect(await errcode(api, { ...good, ...change })).toBe(expected)
    })
  })

  test('what WeChat keeps outlives the cloud', async () => {
    const folder = temporaryFolder()
    const own = await startCloudProcess({ folder })
    await own.post('/wx/subscribe-message', { answers: { t: 'accept' } }, ann)
    await own.close()
    const again = await startCloudProcess({ folder })
    expect(await again.get('/_control/wechat/quota?openid=ann')).toEqual({ quota: { t: 1 } })
    await again.close()
    rmSync(folder, { recursive: true })
  })
})
