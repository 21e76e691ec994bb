import { type CloudProcess, describeLocal, newCollection, startCloudProcess } from './cloud'

describeLocal('a function that uses wx-server-sdk', () => {
  let cloud: CloudProcess
  beforeAll(async () => {
    cloud = await startCloudProcess()
  })
  afterAll(() => cloud.close())

  const run = async (step: string, more: object = {}) =>
    (await cloud.call('mini-program', { step, ...more }, { 'x-wx-openid': 'ann' })).body

  test('knows its user', async () => {
    expect(await run('context')).toEqual({
      OPENID: 'ann',
      APPID: 'wxlocal0000000000',
      ENV: 'local-env',
      SOURCE: 'wx_client',
    })
  })

  test('reads and writes documents, also in a transaction', async () => {
    const collection = await newCollection(cloud, [{ _id: 'counter', n: 1 }])
    expect(await run('transaction', { collection })).toBe(2)
    await cloud.db.collection(collection).doc('counter').remove()
    expect(await run('database', { collection })).toEqual([{ _openid: 'ann', n: 2, isDate: true }])
  })

  test('stores, addresses, reads and removes a file', async () => {
    expect(await run('storage')).toEqual([0, 'from a function', 0])
  })

  test('calls another function', async () => {
    expect(await run('call')).toMatchObject({ openid: 'ann', event: { word: 'hi' } })
  })

  test('asks WeChat, in the names and with the errors of that SDK', async () => {
    expect(await run('check', { content: '你好' })).toMatchObject({
      errCode: 0,
      result: { suggest: 'pass', label: 100 },
      traceId: expect.any(String),
    })
    const { contentType, base64 } = (await run('code')) as { contentType: string; base64: string }
    expect(contentType).toBe('image/png')
    expect(Buffer.from(base64, 'base64').subarray(1, 4).toString()).toBe('PNG')
    expect(await run('check', { content: '' })).toEqual({ errCode: 44002 })
    expect(await run('unpermitted')).toEqual({ errCode: -604100 })
    expect(await run('forbidden')).toEqual({ errCode: -604101 })
  })
})
