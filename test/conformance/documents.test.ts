import { type CloudProcess, codeOf, newCollection, startCloudProcess, testLocal } from './cloud'

let cloud: CloudProcess
beforeAll(async () => {
  cloud = await startCloudProcess()
})
afterAll(() => cloud.close())

const ids = (result: { data: { _id?: string }[] }) => result.data.map((document) => document._id)

test('a collection must be created before anything is written to it', async () => {
  const missing = cloud.db.collection('never_created')
  for (const work of [
    missing.add({ n: 1 }),
    missing.get(),
    missing.doc('x').get(),
    missing.doc('x').set({ n: 1 }),
    missing.where({ n: 1 }).update({ n: 2 }),
    missing.where({ n: 1 }).remove(),
    missing.where({}).count(),
    missing.aggregate().match({}).end(),
  ]) {
    expect(await codeOf(work as Promise<unknown>)).toBe('DATABASE_COLLECTION_NOT_EXIST')
  }
  const name = await newCollection(cloud)
  expect(await codeOf(cloud.db.createCollection(name))).toBe('DATABASE_COLLECTION_EXIST')
})

test('every kind of value comes back as it was stored', async () => {
  const collection = cloud.db.collection(await newCollection(cloud))
  const document = {
    text: '互助 🌱',
    whole: 42,
    large: 2 ** 52,
    fraction: 1.5,
    negative: -7,
    yes: true,
    nothing: null,
    list: [1, 'a', { deep: [] }],
    nested: { b: 1, a: { '': 'empty name' } },
    when: new Date('2026-03-01T12:00:00.123Z'),
  }
  const { id } = await collection.add(document)
  expect((await collection.doc(id as string).get()).data).toEqual([{ _id: id, ...document }])
})

test('an id is made when none is given, kept when one is, and refused twice', async () => {
  const collection = cloud.db.collection(await newCollection(cloud))
  const { id } = await collection.add({ n: 1 })
  expect(id).toMatch(/^[0-9a-f]{24}$/)
  expect((await collection.add({ _id: 'own', n: 1 })).id).toBe('own')
  expect(await codeOf(collection.add({ _id: 'own', n: 2 }))).toBe('DATABASE_DUPLICATE_WRITE')
  expect((await collection.add([{ _id: 'a' }, { _id: 'b' }] as never)).ids).toEqual(['a', 'b'])
  expect((await collection.count()).total).toBe(4)
})

test('a document that is not there is an empty list', async () => {
  const collection = cloud.db.collection(await newCollection(cloud))
  expect((await collection.doc('nobody').get()).data).toEqual([])
  expect((await collection.doc('nobody').update({ n: 1 })).updated).toBe(0)
  expect((await collection.doc('nobody').remove()).deleted).toBe(0)
})

test('order, skip, limit and projection shape an answer', async () => {
  const documents = [3, 1, 2, 5, 4].map((n) => ({
    _id: `d${n}`,
    n,
    odd: n % 2,
    deep: { a: n, b: 1 },
  }))
  const collection = cloud.db.collection(await newCollection(cloud, documents))
  expect(ids(await collection.orderBy('n', 'desc').get())).toEqual(['d5', 'd4', 'd3', 'd2', 'd1'])
  expect(ids(await collection.orderBy('n', 'asc').skip(1).limit(2).get())).toEqual(['d2', 'd3'])
  expect(ids(await collection.orderBy('odd', 'desc').orderBy('n', 'desc').get())).toEqual([
    'd5',
    'd3',
    'd1',
    'd4',
    'd2',
  ])
  const projected = collection.where({ _id: 'd3' })
  expect((await projected.field({ n: true }).get()).data).toEqual([{ _id: 'd3', n: 3 }])
  expect((await projected.field({ _id: false, 'deep.a': true }).get()).data).toEqual([
    { deep: { a: 3 } },
  ])
  expect((await projected.field({ deep: false }).get()).data).toEqual([{ _id: 'd3', n: 3, odd: 1 }])
})

test('a query answers 100 documents unless it asks, and never more than 1000', async () => {
  const documents = Array.from({ length: 1100 }, (_, n) => ({ n }))
  const collection = cloud.db.collection(await newCollection(cloud, documents))
  expect((await collection.get()).data).toHaveLength(100)
  expect((await collection.limit(250).get()).data).toHaveLength(250)
  expect((await collection.limit(5000).get()).data).toHaveLength(1000)
  expect((await collection.where({ n: cloud.db.command.gte(1000) }).count()).total).toBe(100)
})

test('set replaces the whole document or makes it', async () => {
  const collection = cloud.db.collection(
    await newCollection(cloud, [{ _id: 'a', n: 1, old: true }]),
  )
  expect((await collection.doc('a').set({ n: 2 })).updated).toBe(1)
  expect((await collection.doc('a').get()).data).toEqual([{ _id: 'a', n: 2 }])
  const made = await collection.doc('b').set({ n: 3 })
  expect([made.updated, made.upsertedId]).toEqual([0, 'b'])
  expect((await collection.doc('b').get()).data).toEqual([{ _id: 'b', n: 3 }])
})

test('update and remove by query reach all that match, and count them', async () => {
  const documents = [1, 2, 3, 4].map((n) => ({ n, odd: n % 2 }))
  const collection = cloud.db.collection(await newCollection(cloud, documents))
  expect((await collection.where({ odd: 1 }).update({ odd: 1 })).updated).toBe(2)
  expect((await collection.where({ odd: 1 }).update({ 'mark.deep': 'x' })).updated).toBe(2)
  expect((await collection.where({ mark: { deep: 'x' } }).count()).total).toBe(2)
  const one = collection.where({ odd: 0 }).options({ multiple: false })
  expect((await one.update({ odd: 5 })).updated).toBe(1)
  expect((await collection.where({ odd: 0 }).count()).total).toBe(1)
  expect((await collection.where({ odd: 1 }).remove()).deleted).toBe(2)
  expect((await collection.count()).total).toBe(2)
})

test('updateAndReturn changes one document and answers it', async () => {
  const collection = cloud.db.collection(await newCollection(cloud, [{ _id: 'a', n: 1 }]))
  const inc = cloud.db.command.inc(4)
  const changed = await collection.where({ _id: 'a', n: 1 }).updateAndReturn({ n: inc })
  expect([changed.updated, changed.doc]).toEqual([1, { _id: 'a', n: 5 }])
  const none = await collection.where({ n: 1 }).updateAndReturn({ n: inc })
  expect([none.updated, none.doc]).toEqual([0, null])
})

test('serverDate is the time of the cloud, with its offset', async () => {
  const collection = cloud.db.collection(await newCollection(cloud))
  const before = Date.now() - 5000
  await collection.add({
    _id: 'a',
    at: cloud.db.serverDate(),
    deep: { later: cloud.db.serverDate({ offset: 3600_000 }) },
  })
  const [stored] = (await collection.doc('a').get()).data as [{ at: Date; deep: { later: Date } }]
  expect(stored.at.getTime()).toBeGreaterThan(before)
  expect(stored.deep.later.getTime() - stored.at.getTime()).toBe(3600_000)
  await collection.doc('a').update({ at: cloud.db.serverDate({ offset: 60_000 }) })
  const found = await collection.where({ at: cloud.db.command.gt(stored.at) }).count()
  expect(found.total).toBe(1)
})

test('names that begin with a dollar are refused and nothing is written', async () => {
  const collection = cloud.db.collection(await newCollection(cloud, [{ _id: 'a' }]))
  expect(await codeOf(collection.add({ deep: [{ $where: 1 }] }))).toBe('DATABASE_REQUEST_FAILED')
  expect(await codeOf(collection.doc('b').set({ $inc: { n: 1 } }))).toBe('DATABASE_REQUEST_FAILED')
  expect((await collection.get()).data).toEqual([{ _id: 'a' }])
})

test('what is too large or too deep is refused and nothing is written', async () => {
  const collection = cloud.db.collection(await newCollection(cloud, [{ _id: 'a' }]))
  const large = 'x'.repeat(16 * 1024 * 1024)
  expect(await codeOf(collection.add({ large }))).toBe('DATABASE_REQUEST_FAILED')
  expect(await codeOf(collection.doc('a').update({ large }))).toBe('DATABASE_REQUEST_FAILED')
  let deep: object = {}
  for (let level = 0; level < 120; level++) deep = { deep }
  expect(await codeOf(collection.add({ deep }))).toBe('DATABASE_REQUEST_FAILED')
  expect((await collection.get()).data).toEqual([{ _id: 'a' }])
})

test('aggregation groups, joins and unwinds', async () => {
  const $ = cloud.db.command.aggregate
  const people = await newCollection(cloud, [
    { _id: 'ann', team: 't1' },
    { _id: 'ben', team: 't1' },
    { _id: 'cid', team: 't2' },
  ])
  const tasks = await newCollection(cloud, [
    { who: 'ann', points: [1, 2] },
    { who: 'ben', points: [5] },
    { who: 'cid', points: [] },
  ])
  const sums = await cloud.db
    .collection(tasks)
    .aggregate()
    .unwind('$points')
    .group({ _id: '$who', sum: $.sum('$points'), count: $.sum(1) })
    .sort({ sum: -1 })
    .end()
  expect(sums.data).toEqual([
    { _id: 'ben', sum: 5, count: 1 },
    { _id: 'ann', sum: 3, count: 2 },
  ])
  const joined = await cloud.db
    .collection(people)
    .aggregate()
    .match({ team: 't1' })
    .sort({ _id: 1 })
    .limit(1)
    .lookup({ from: tasks, localField: '_id', foreignField: 'who', as: 'tasks' })
    .project({ _id: 1, first: $.arrayElemAt(['$tasks.points', 0]) })
    .end()
  expect(joined.data).toEqual([{ _id: 'ann', first: [1, 2] }])
})

testLocal('an action that the cloud does not know is refused with a code', async () => {
  const answer = await fetch(`${cloud.url}/admin?env=local-env`, {
    method: 'POST',
    body: JSON.stringify({ action: 'database.dropEverything' }),
  })
  expect(answer.status).toBe(200)
  expect(await answer.json()).toMatchObject({ code: 'INVALID_PARAM' })
})
