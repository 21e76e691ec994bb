import { type CloudProcess, codeOf, describeLocal, startCloudProcess } from './cloud'

/** A state of the documents kept under a name: what has changed since, and the way back. */
describeLocal('marks', () => {
  let cloud: CloudProcess
  beforeAll(async () => {
    cloud = await startCloudProcess()
    const index = (IndexName: string, Name: string, MgoIsUnique: boolean) => ({
      IndexName,
      MgoKeySchema: { MgoIsUnique, MgoIndexKeys: [{ Name, Direction: '1' }] },
    })
    const indexes = [index('code', 'code', true), index('tags', 'tags', false)]
    const collections = [{ name: 'things', indexes }, { name: 'others' }]
    await cloud.post('/_control/collections', { collections })
  })
  afterAll(() => cloud.close())

  const things = () => cloud.db.collection('things')
  const send = async (method: string, address: string) =>
    (await fetch(`${cloud.url}/_control/marks/${address}`, { method })).json() as Promise<unknown>
  const at = new Date('2026-01-31T00:00:00Z')

  beforeEach(async () => {
    await things().where({}).remove()
    await things().add([
      { _id: 'a', code: 1, tags: ['x', 'y'], at },
      { _id: 'b', code: 2, tags: [] },
    ] as never)
    await cloud.post('/_control/marks', { name: 'start' })
  })

  async function changeEverything() {
    await things()
      .doc('a')
      .update({ code: 3, tags: ['z'] })
    await things().doc('b').remove()
    // A new document takes the key of the one that has gone, another collection its first one.
    await things().add({ _id: 'c', code: 2, tags: ['x'] } as never)
    await cloud.db.collection('others').add({ _id: 'o' } as never)
  }

  test('tell which documents have come, changed and gone', async () => {
    expect(await send('GET', 'start')).toEqual({ changes: [] })
    await changeEverything()
    const shownAt = { $date: '2026-01-31T00:00:00Z' }
    const { changes } = (await send('GET', 'start')) as { changes: unknown[] }
    expect(changes).toHaveLength(4)
    expect(changes).toEqual(
      expect.arrayContaining([
        {
          collection: 'things',
          before: { _id: 'a', code: 1, tags: ['x', 'y'], at: shownAt },
          after: { _id: 'a', code: 3, tags: ['z'], at: shownAt },
        },
        { collection: 'things', before: { _id: 'b', code: 2, tags: [] }, after: null },
        { collection: 'things', before: null, after: { _id: 'c', code: 2, tags: ['x'] } },
        { collection: 'others', before: null, after: { _id: 'o' } },
      ]),
    )
  })

  test('bring everything back, indexes too', async () => {
    await cloud.db.collection('others').where({}).remove()
    await cloud.post('/_control/marks', { name: 'start' })
    await changeEverything()
    expect(await send('POST', 'start/restore')).toEqual({ restored: 4 })
    expect(await send('GET', 'start')).toEqual({ changes: [] })
    expect((await things().orderBy('_id', 'asc').get()).data).toEqual([
      { _id: 'a', code: 1, tags: ['x', 'y'], at },
      { _id: 'b', code: 2, tags: [] },
    ])
    expect((await things().where({ tags: 'x' }).get()).data).toHaveLength(1)
    expect((await things().where({ tags: 'z' }).get()).data).toEqual([])
    expect(await codeOf(things().add({ _id: 'd', code: 2 } as never))).toBe(
      'DATABASE_DUPLICATE_WRITE',
    )
    expect(await codeOf(things().add({ _id: 'd', code: 3 } as never))).toBeUndefined()
  })

  test('end a transaction that began before they were restored and writes the same', async () => {
    await things().doc('a').update({ code: 5 })
    const transaction = await cloud.db.startTransaction()
    await transaction.collection('things').doc('a').get()
    await send('POST', 'start/restore')
    expect(await codeOf(transaction.collection('things').doc('a').update({ code: 6 }))).toBe(
      'DATABASE_TRANSACTION_CONFLICT',
    )
    expect((await things().doc('a').get()).data[0]?.code).toBe(1)
  })

  test('have names, and are refused without one', async () => {
    expect(await send('GET', 'unknown')).toMatchObject({ code: 'INVALID_PARAM' })
    expect(await send('POST', 'unknown/restore')).toMatchObject({ code: 'INVALID_PARAM' })
    expect((await cloud.post('/_control/marks', { name: 'two words' })).status).toBe(400)
    expect((await cloud.post('/_control/marks', {})).status).toBe(400)
    expect(await send('DELETE', 'start')).toEqual({ removed: true })
    expect(await send('GET', 'start')).toMatchObject({ code: 'INVALID_PARAM' })
  })
})
