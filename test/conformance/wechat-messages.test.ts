import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import { type CloudProcess, describeLocal, startCloudProcess } from './cloud'
import { ann, hour, wechatCaller } from './wechat-caller'

describeLocal('WeChat', () => {
  let cloud: CloudProcess
  const { ask, errcode, script, settle } = wechatCaller(() => cloud)
  beforeAll(async () => {
    cloud = await startCloudProcess()
  })
  afterEach(settle)
  afterAll(() => cloud.close())

  describe('messages to subscribers', () => {
    const api = 'subscribeMessage.send'
    const templates = [{ id: 'helped', title: '求助进展', fields: ['thing1', 'phrase2'] }]
    const data = { thing1: { value: '有人愿意帮你' }, phrase2: { value: '已接单' } }
    const good = { touser: 'ann', template_id: 'helped', page: 'pages/home?x=1', data }
    const subscribe = async (answers: object, headers: Record<string, string> = ann) =>
      (await cloud.post('/wx/subscribe-message', { answers }, headers)).body as object

    beforeAll(() => cloud.post('/_control/wechat/settings', { templates, pages: ['pages/home'] }))

    test('one yes is one message', async () => {
      expect(await errcode(api, good)).toBe(43101)
      expect(await subscribe({ helped: 'accept' })).toEqual({
        errMsg: 'requestSubscribeMessage:ok',
        helped: 'accept',
      })
      await subscribe({ helped: 'reject' })
      expect(await cloud.get('/_control/wechat/quota?openid=ann')).toEqual({ quota: { helped: 1 } })
      expect((await ask(api, good)).result).toMatchObject({ errcode: 0, msgid: expect.any(Number) })
      expect(await errcode(api, good)).toBe(43101)
      expect(await cloud.get('/_control/wechat/messages?openid=ann')).toMatchObject({
        messages: [
          {
            touser: 'ann',
            templateId: 'helped',
            page: 'pages/home?x=1',
            data: { thing1: '有人愿意帮你', phrase2: '已接单' },
            function: 'wechat',
          },
        ],
      })
    })

    test('ten at once use up exactly what was granted', async () => {
      for (let i = 0; i < 4; i++) await subscribe({ helped: 'accept' })
      const codes = await Promise.all(Array.from({ length: 10 }, () => errcode(api, good)))
      expect(codes.filter((code) => code === 0)).toHaveLength(4)
      expect(codes.filter((code) => code === 43101)).toHaveLength(6)
    })

    test('a refused message costs nothing; a lost answer after sending does', async () => {
      await subscribe({ helped: 'accept' })
      expect(await errcode(api, { ...good, page: 'pages/none' })).toBe(41030)
      expect(await errcode(api, { ...good, template_id: 'other' })).toBe(40037)
      expect(await errcode(api, { ...good, touser: '' })).toBe(40003)
      expect(await errcode(api, { ...good, data: { thing1: { value: 'x' } } })).toBe(47003)
      await script({ api, effect: 'lose', side: 'before' })
      expect((await ask(api, good)).code).toBeDefined()
      expect(await cloud.get('/_control/wechat/quota?openid=ann')).toEqual({ quota: { helped: 1 } })
      await script({ api, effect: 'lose', side: 'after' })
      expect((await ask(api, good)).code).toBeDefined()
      expect(await errcode(api, good)).toBe(43101)
    })

    test('a question names known templates, five at most, and a user', async () => {
      expect(await subscribe({ other: 'accept' })).toMatchObject({ errCode: 20001 })
      expect(await subscribe({ a: 'x', b: 'x', c: 'x', d: 'x', e: 'x', f: 'x' })).toMatchObject({
        errCode: 20003,
      })
      expect(await subscribe({ helped: 'accept' }, {})).toMatchObject({ code: 'INVALID_PARAM' })
    })

    test.each([
      ['thing1', '二十个字以内的事物可以是汉字数字或符号', true],
      ['thing1', '一'.repeat(21), false],
      ['thing1', 'two\nlines', false],
      ['thing1', '   ', false],
      ['phrase2', '五个汉字啊', true],
      ['phrase2', '六个汉字不行', false],
      ['phrase2', 'abc', false],
      ['number3', '12.5', true],
      ['number3', 12, true],
      ['number3', '12元', false],
      ['number3', '1'.repeat(33), false],
      ['time4', '15:01', true],
      ['time4', '2019年10月1日 15:01', true],
      ['time4', '2019-10-01 15:01~2019-10-01 16:01:30', true],
      ['time4', '25:00', false],
      ['time4', '明天', false],
      ['date5', '2019年10月1日', true],
      ['date5', '2019/10/01 15:01', true],
      ['date5', '2019-10.01', false],
      ['date5', '15:01', false],
      ['amount6', '￥12.50元', true],
      ['amount6', '十元', false],
      ['name7', '张三丰', true],
      ['name7', '一二三四五六七八九十一', false],
      ['character_string8', 'A-1 b', true],
      ['character_string8', '编号', false],
      ['phone_number9', '+86-0766-66888866', true],
      ['letter10', 'abc', true],
      ['letter10', 'a1', false],
      ['symbol11', '!?', true],
      ['car_number12', '粤A8Z888挂', true],
      ['colour13', 'red', false],
    ])('a field %s with %j: taken is %p', async (name, value, isTaken) => {
      await cloud.post('/_control/wechat/settings', {
        templates: [{ id: name, title: '', fields: [name] }],
      })
      await subscribe({ [name]: 'accept' })
      const message = { touser: 'ann', template_id: name, data: { [name]: { value } } }
      expect(await errcode(api, message)).toBe(isTaken ? 0 : 47003)
      await cloud.post('/_control/wechat/settings', { templates })
    })
  })

  describe('live cards', () => {
    const set = (activity_id: unknown, target_state: number, parameters: object = {}) =>
      errcode('updatableMessage.setUpdatableMsg', {
        activity_id,
        target_state,
        template_info: {
          parameter_list: Object.entries(parameters).map(([name, value]) => ({ name, value })),
        },
      })
    const create = async () =>
      (await ask('updatableMessage.createActivityId', {})).result as Record<string, unknown>
    const card = async (id: unknown) => {
      const { cards } = (await cloud.get('/_control/wechat/cards')) as {
        cards: { activityId: unknown; text: string; state: number }[]
      }
      return cards.find((other) => other.activityId === id)
    }
    const places = { member_count: '1', room_limit: '3' }

    test('a card gathers, begins and ends, and never goes back', async () => {
      const { activity_id, expiration_time } = await create()
      expect(Math.abs(Number(expiration_time) - Date.now() / 1000 - 24 * 3600)).toBeLessThan(10)
      expect(await set(activity_id, 0)).toBe(47003)
      expect(await set(activity_id, 0, places)).toBe(0)
      expect(await card(activity_id)).toMatchObject({ state: 0, text: '成员正在加入，当前 1/3 人' })
      expect(await set(activity_id, 0, { ...places, member_count: '2' })).toBe(0)
      expect(await card(activity_id)).toMatchObject({ text: '成员正在加入，当前 2/3 人' })
      expect(await set(activity_id, 1, { path: 'pages/home', version_type: 'odd' })).toBe(47503)
      expect(await set(activity_id, 1, { path: 'pages/home' })).toBe(0)
      expect(await card(activity_id)).toMatchObject({ state: 1, text: '已开始' })
      expect(await set(activity_id, 0, places)).toBe(47502)
      expect(await set(activity_id, 2)).toBe(0)
      expect(await set(activity_id, 2)).toBe(47502)
      expect(await card(activity_id)).toMatchObject({ state: 2, text: '已结束' })
      expect(await set(activity_id, 7)).toBe(47502)
      expect(await set('nothing', 1)).toBe(47501)
    })

    test('a card lives for a day', async () => {
      const { activity_id } = await create()
      await set(activity_id, 0, places)
      await cloud.post('/_control/clock', { offsetMs: 24 * hour + 1000 })
      expect(await set(activity_id, 1)).toBe(47504)
      expect(await card(activity_id)).toMatchObject({ state: 2, text: '已结束' })
    })
  })

  describe('codes', () => {
    const api = 'wxacode.getUnlimited'
    const address =
      'weixin://dl/business/?appid=wxlocal0000000000&path=pages/home&query=scene%3Da%253D1&env_version=release'

    test('a code is a picture that a reader reads', async () => {
      const { base64 = '' } = await ask(
        api,
        { scene: 'a=1', page: 'pages/home' },
        { inBytes: true },
      )
      const picture = pixelsOf(base64)
      expect([picture.width, picture.height]).toEqual([430, 430])
      expect(readCode(picture)).toBe(address)
      const { result } = await ask(api, { scene: 'a=1', page: 'pages/home' })
      expect(result).toEqual({ contentType: 'image/png', buffer: base64 })
    })

    test('width, colour and a clear ground are as asked', async () => {
      const data = { scene: 'x', width: 9999, line_color: { r: 200, g: 0, b: 0 }, is_hyaline: true }
      const { base64 = '' } = await ask(api, data, { inBytes: true })
      const { width, pixels } = pixelsOf(base64)
      expect(width).toBe(1280)
      const colours = new Set<string>()
      for (let i = 0; i < pixels.length; i += 4) colours.add(pixels.subarray(i, i + 4).join())
      expect([...colours].sort()).toEqual(['0,0,0,0', '200,0,0,255'])
    })

    test.each([
      [{ scene: 'x'.repeat(33) }, 40169],
      [{ scene: '' }, 40169],
      [{ scene: '中文' }, 40169],
      [{ scene: 'a%20' }, 40169],
      [{ scene: 'a', page: '/pages/home' }, 41030],
      [{ scene: 'a', page: 'pages/home?b=1' }, 41030],
      [{ scene: 'a', page: 'pages/none' }, 41030],
      [{ scene: 'a', env_version: 'odd' }, 40097],
    ])('answers %j as the platform does', async (data, expected) => {
      expect(await errcode(api, data)).toBe(expected)
    })

    test('a page need not be there when nobody checks', async () => {
      const { result } = await ask(api, { scene: 'a', page: 'pages/none', check_path: false })
      expect(result).toMatchObject({ contentType: 'image/png' })
    })
  })
})

interface Pixels {
  width: number
  height: number
  pixels: Buffer
}

/** Reads a PNG with another program than the one that wrote it. */
function pixelsOf(base64: string): Pixels {
  const bytes = Buffer.from(base64, 'base64')
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  const image = `<image width="${width}" height="${height}" href="data:image/png;base64,${base64}"/>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${image}</svg>`
  const { pixels } = new Resvg(svg).render()
  return { width, height, pixels }
}

/** The reader is a module of the newer kind, which the test runner cannot load by itself. */
function readCode({ width, height, pixels }: Pixels): string {
  const program = `
    import decodeQR from 'qr/decode.js'
    import { readFileSync } from 'node:fs'
    const data = new Uint8Array(readFileSync(0))
    process.stdout.write(decodeQR({ width: ${width}, height: ${height}, data }))`
  const options = { cwd: path.join(__dirname, '../..'), input: pixels, encoding: 'utf8' } as const
  return execFileSync(process.execPath, ['--input-type=module', '-e', program], options)
}
