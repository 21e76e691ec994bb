import {
  type Answer,
  type CloudProcess,
  codeOf,
  describeLocal,
  newCollection,
  startCloudProcess,
} from './cloud'

interface IndexSpec {
  IndexName: string
  MgoKeySchema: { MgoIndexKeys: { Name: string; Direction: string }[]; MgoIsUnique?: boolean }
}

function index(keys: Record<string, 1 | -1>, isUnique = false): IndexSpec {
  const MgoIndexKeys = Object.entries(keys).map(([Name, n]) => ({ Name, Direction: String(n) }))
  return {
    IndexName: Object.keys(keys).join('_'),
    MgoKeySchema: { MgoIndexKeys, MgoIsUnique: isUnique },
  }
}

describeLocal('indexes', () => {
  let cloud: CloudProcess
  let name: string

  const apply = (collection: string, indexes: IndexSpec[]): Promise<Answer> =>
    cloud.post('/_control/collections', { collections: [{ name: collection, indexes }] })

  /** The ids that a query finds and how many documents were looked at for it. */
  async function find(query: object): Promise<{ ids: string[]; scanned: number }> {
    const { headers, body } = await cloud.call('database', {
      action: 'find',
      collection: name,
      ...query,
    })
    const ids = (body as { _id: string }[]).map((document) => document._id)
    return { ids, scanned: Number(headers.get('x-cloud-scanned')) }
  }

  beforeAll(async () => {
    cloud = await startCloudProcess()
    const documents = Array.from({ length: 600 }, (_, i) => ({
      _id: `d${String(i).padStart(3, '0')}`,
      team: `t${i % 3}`,
      at: i,
      tags: [`tag${i % 50}`, `kind${i % 7}`],
      state: i % 100 === 0 ? 'open' : 'closed',
      deep: { rank: i % 10 },
    }))
    name = await newCollection(cloud, documents)
    await apply(name, [
      index({ team: 1, at: -1 }),
      index({ team: 1, state: 1, at: 1 }),
      index({ tags: 1 }),
      index({ 'deep.rank': 1, _id: 1 }),
    ])
  })
  afterAll(() => cloud.close())

  test('an id is looked up', async () => {
    expect(await find({ where: { _id: 'd042' } })).toEqual({ ids: ['d042'], scanned: 1 })
    const many = await find({ where: { _id: { $in: ['d001', 'd100', 'nobody'] } } })
    expect(many).toEqual({ ids: ['d001', 'd100'], scanned: 2 })
    const range = await find({ where: { _id: { $gte: 'd010', $lt: 'd013' } } })
    expect(range).toEqual({ ids: ['d010', 'd011', 'd012'], scanned: 3 })
  })

  test('equality and order on one index look at what is answered only', async () => {
    const newest = await find({ where: { team: 't1' }, order: [['at', 'desc']], limit: 3 })
    expect(newest).toEqual({ ids: ['d598', 'd595', 'd592'], scanned: 3 })
    const oldest = await find({ where: { team: 't1' }, order: [['at', 'asc']], limit: 2 })
    expect(oldest).toEqual({ ids: ['d001', 'd004'], scanned: 2 })
  })

  test('a range after an equality', async () => {
    const page = { where: { team: 't0', at: { $lt: 300 } }, order: [['at', 'desc']], limit: 2 }
    expect(await find(page)).toEqual({ ids: ['d297', 'd294'], scanned: 2 })
    const between = await find({ where: { team: 't0', at: { $gt: 0, $lte: 9 } } })
    expect(between).toEqual({ ids: ['d009', 'd006', 'd003'], scanned: 3 })
  })

  test('the longest run of equalities wins', async () => {
    const open = await find({ where: { team: 't0', state: 'open' }, order: [['at', 'asc']] })
    expect(open).toEqual({ ids: ['d000', 'd300'], scanned: 2 })
    const both = await find({ where: { team: { $in: ['t0', 't1'] }, state: 'open' } })
    expect([both.ids.sort(), both.scanned]).toEqual([['d000', 'd100', 'd300', 'd400'], 4])
  })

  test('a list is found by its elements, and once', async () => {
    const one = await find({ where: { tags: 'tag7' } })
    expect([one.ids.length, one.scanned]).toEqual([12, 12])
    const both = await find({ where: { tags: { $in: ['tag7', 'kind0'] } } })
    expect(both.ids).toHaveLength(new Set(both.ids).size)
    expect(both.scanned).toBe(both.ids.length)
  })

  test('a path into an object, ordered by id', async () => {
    const where = { 'deep.rank': 4, _id: { $gt: 'd500' } }
    const page = await find({ where, order: [['_id', 'asc']], limit: 2 })
    expect(page).toEqual({ ids: ['d504', 'd514'], scanned: 2 })
  })

  test('each branch of an or may have its own index', async () => {
    const either = await find({
      where: { $or: [{ _id: 'd005' }, { 'deep.rank': 3, _id: 'd013' }] },
    })
    expect(either).toEqual({ ids: ['d005', 'd013'], scanned: 2 })
  })

  test('without an index every document is looked at', async () => {
    const found = await find({ where: { state: 'open' } })
    expect([found.ids.length, found.scanned]).toEqual([6, 600])
  })

  test('indexes follow updates and removals', async () => {
    const collection = cloud.db.collection(name)
    await collection.doc('d042').update({ team: 'moved', tags: ['only'] })
    expect(await find({ where: { team: 'moved' } })).toEqual({ ids: ['d042'], scanned: 1 })
    expect(await find({ where: { tags: 'only' } })).toEqual({ ids: ['d042'], scanned: 1 })
    await collection.doc('d042').remove()
    expect(await find({ where: { team: 'moved' } })).toEqual({ ids: [], scanned: 0 })
  })

  test('a unique index refuses a second one, by insert, set and update, and writes nothing', async () => {
    const unique = await newCollection(cloud, [
      { _id: 'a', seat: 1, row: 1 },
      { _id: 'b', seat: 2, row: 1 },
    ])
    await apply(unique, [index({ row: 1, seat: 1 }, true)])
    const collection = cloud.db.collection(unique)
    for (const work of [
      collection.add({ seat: 1, row: 1 }),
      collection.doc('c').set({ seat: 2, row: 1 }),
      collection.doc('a').update({ seat: 2 }),
    ]) {
      expect(await codeOf(work as Promise<unknown>)).toBe('DATABASE_DUPLICATE_WRITE')
    }
    expect((await collection.orderBy('_id', 'asc').get()).data).toEqual([
      { _id: 'a', seat: 1, row: 1 },
      { _id: 'b', seat: 2, row: 1 },
    ])
    expect((await collection.doc('a').update({ row: 1, seat: 1 })).updated).toBe(1)
  })

  test('a unique index that the documents break already is refused', async () => {
    const broken = await newCollection(cloud, [{ seat: 1 }, { seat: 1 }])
    const { status, body } = await apply(broken, [index({ seat: 1 }, true)])
    expect([status, body]).toMatchObject([400, { code: 'DATABASE_DUPLICATE_WRITE' }])
    const { collections } = (await cloud.get('/_control/collections')) as {
      collections: { name: string; indexes: unknown[] }[]
    }
    expect(collections.find((other) => other.name === broken)?.indexes).toHaveLength(1)
  })

  test('applying the indexes again changes nothing; what is no longer named goes', async () => {
    const changing = await newCollection(cloud)
    const names = async (indexes: IndexSpec[]) => {
      const { body } = await apply(changing, indexes)
      const { collections } = body as {
        collections: { name: string; indexes: { name: string }[] }[]
      }
      return collections.find((other) => other.name === changing)?.indexes.map((i) => i.name)
    }
    expect(await names([index({ a: 1 }), index({ b: 1 })])).toEqual(['_id_', 'a', 'b'])
    expect(await names([index({ a: 1 }), index({ b: 1 })])).toEqual(['_id_', 'a', 'b'])
    expect(await names([index({ b: 1 })])).toEqual(['_id_', 'b'])
  })

  test('a malformed index is refused', async () => {
    const specs = [
      { IndexName: 'x' },
      { IndexName: 'x', MgoKeySchema: { MgoIndexKeys: [{ Name: 'a', Direction: '2' }] } },
    ]
    for (const spec of specs) {
      expect((await apply('never', [spec as IndexSpec])).status).toBe(400)
    }
  })
})
