import { type CloudProcess, describeLocal, newCollection, startCloudProcess } from './cloud'

describeLocal('faults', () => {
  let cloud: CloudProcess
  beforeAll(async () => {
    cloud = await startCloudProcess()
  })
  afterAll(() => cloud.close())

  /** begin, read, update, add, commit: the five database calls of the function under test. */
  const calls = [1, 2, 3, 4, 5]

  for (const effect of ['fail', 'lose', 'kill'] as const) {
    for (const side of ['before', 'after'] as const) {
      test(`${effect} ${side} each database call: all or nothing, and it fires once`, async () => {
        for (const call of calls) {
          const collection = await newCollection(cloud, [{ _id: 'counter', n: 0 }])
          await cloud.post('/_control/faults', { function: 'database', call, side, effect })
          const answer = await cloud.call('database', { action: 'transfer', collection })
          expect([call, answer.status >= 500]).toEqual([call, true])
          const { data } = await cloud.db.collection(collection).get()
          const isCommitted = call === 5 && side === 'after'
          expect([call, data.length, data.find((d) => d._id === 'counter')]).toEqual([
            call,
            isCommitted ? 2 : 1,
            { _id: 'counter', n: isCommitted ? 1 : 0 },
          ])
          const { faults } = (await cloud.get('/_control/faults')) as {
            faults: { fired: number }[]
          }
          expect(faults.at(-1)?.fired).toBe(1)
          const retry = await cloud.call('database', { action: 'transfer', collection })
          expect([call, retry.status]).toEqual([call, 200])
        }
        await fetch(`${cloud.url}/_control/faults`, { method: 'DELETE' })
      })
    }
  }

  test('a fault waits for its function and its user', async () => {
    const collection = await newCollection(cloud, [{ _id: 'counter', n: 0 }])
    const fault = { function: 'database', openid: 'ann', call: 1, side: 'before', effect: 'fail' }
    await cloud.post('/_control/faults', fault)
    const event = { action: 'transfer', collection }
    expect((await cloud.call('database', event, { 'x-wx-openid': 'ben' })).status).toBe(200)
    expect((await cloud.call('database', event, { 'x-wx-openid': 'ann' })).status).toBe(500)
    expect((await cloud.call('database', event, { 'x-wx-openid': 'ann' })).status).toBe(200)
  })

  test('a malformed fault is refused', async () => {
    const good = { function: 'database', call: 1, side: 'before', effect: 'fail' }
    for (const wrong of [
      { call: 0 },
      { side: 'left' },
      { effect: 'melt' },
      { function: 1 },
      { times: 0 },
    ]) {
      expect((await cloud.post('/_control/faults', { ...good, ...wrong })).status).toBe(400)
    }
  })

  test('the digest tells whether anything was written', async () => {
    const collection = await newCollection(cloud, [{ _id: 'a', n: 1 }])
    const digest = async () =>
      ((await cloud.get('/_control/digest')) as Record<string, string>)[collection]
    const before = await digest()
    await cloud.db.collection(collection).doc('a').update({ n: 2 })
    expect(await digest()).not.toBe(before)
    await cloud.db.collection(collection).doc('a').update({ n: 1 })
    expect(await digest()).toBe(before)
  })

  test('what is stored can be asked for by a filter, which an index serves', async () => {
    const documents = Array.from({ length: 50 }, (_, i) => ({ _id: `d${i}`, owner: `o${i % 10}` }))
    const collection = await newCollection(cloud, documents)
    const ask = (filter: string) =>
      cloud.get(`/_control/documents?collection=${collection}&filter=${encodeURIComponent(filter)}`)
    const mine = [3, 13, 23, 33, 43].map((i) => ({ _id: `d${i}`, owner: 'o3' }))
    expect(await ask('{"owner":"o3"}')).toMatchObject({ documents: mine, scanned: 50 })
    const keys = { MgoIndexKeys: [{ Name: 'owner', Direction: '1' }], MgoIsUnique: false }
    const indexes = [{ IndexName: 'owner', MgoKeySchema: keys }]
    await cloud.post('/_control/collections', { collections: [{ name: collection, indexes }] })
    expect(await ask('{"owner":"o3"}')).toMatchObject({ documents: mine, scanned: 5 })
    expect(await ask('owner')).toMatchObject({ code: 'INVALID_PARAM' })
  })
})
