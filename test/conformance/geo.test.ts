import { type CloudProcess, codeOf, describeLocal, newCollection, startCloudProcess } from './cloud'

/** Places of the vendor's own example, and a few shapes around Guangzhou. */
const places = [
  { _id: 'tower', at: { type: 'Point', coordinates: [113.30593, 23.1361155] } },
  { _id: 'mountain', at: { type: 'Point', coordinates: [113.306789, 23.1564721] } },
  { _id: 'palace', at: { type: 'Point', coordinates: [116.3949659, 39.9163447] } },
  { _id: 'wall', at: { type: 'Point', coordinates: [116.2328567, 40.242373] } },
  { _id: 'pair', at: [113.31, 23.14] },
  {
    _id: 'list',
    at: [
      { type: 'Point', coordinates: [0, 0] },
      { type: 'Point', coordinates: [113.3, 23.13] },
    ],
  },
  {
    _id: 'road',
    at: {
      type: 'LineString',
      coordinates: [
        [113.2, 23.1],
        [113.4, 23.2],
      ],
    },
  },
  {
    _id: 'park',
    at: {
      type: 'Polygon',
      coordinates: [
        [
          [113.28, 23.12],
          [113.33, 23.12],
          [113.33, 23.15],
          [113.28, 23.15],
          [113.28, 23.12],
        ],
      ],
    },
  },
  { _id: 'nowhere' },
]
const degreeM = (Math.PI / 180) * 6_378_100

describeLocal('places', () => {
  let cloud: CloudProcess
  let plain: string
  let indexed: string

  const withIndex = async (documents: Record<string, unknown>[], ...names: string[]) => {
    const name = await newCollection(cloud, documents)
    const indexes = names.map((field) => ({
      IndexName: field,
      MgoKeySchema: { MgoIndexKeys: [{ Name: field, Direction: '2dsphere' }] },
    }))
    const { status } = await cloud.post('/_control/collections', {
      collections: [{ name, indexes }],
    })
    return { name, status }
  }
  const ids = async (name: string, query: object) =>
    (await cloud.db.collection(name).where(query).get()).data.map((document) => document._id)

  beforeAll(async () => {
    cloud = await startCloudProcess()
    plain = await newCollection(cloud, places)
    indexed = (await withIndex(places, 'at')).name
  })
  afterAll(() => cloud.close())

  const both = async (query: object) => {
    const [without, by] = [await ids(plain, query), await ids(indexed, query)]
    expect(by.sort()).toEqual([...without].sort())
    return without.sort()
  }
  /** The SDK has them, its types do not. */
  const geo = () =>
    cloud.db.Geo as unknown as {
      Point: typeof cloud.db.Geo.Point
      LineString: new (points: unknown[]) => unknown
      Polygon: new (lines: unknown[]) => unknown
    }
  const polygon = (...corners: [number, number][]) => {
    const Geo = geo()
    const points = [...corners, corners[0] as [number, number]].map(([x, y]) => new Geo.Point(x, y))
    return new Geo.Polygon([new Geo.LineString(points)])
  }

  test('geoNear finds the nearest first, between two distances', async () => {
    const _ = cloud.db.command
    const geometry = new cloud.db.Geo.Point(113.30593, 23.1361155)
    const near = (more: object = {}) =>
      ids(indexed, { at: _.geoNear({ geometry, ...more } as never) })
    const all = await near()
    expect([all[0], all.slice(-2)]).toEqual([
      expect.stringMatching(/tower|park/),
      ['palace', 'wall'],
    ])
    expect(all).not.toContain('nowhere')
    expect((await near({ maxDistance: 2500, minDistance: 100 })).sort()).toEqual([
      'list',
      'mountain',
      'pair',
      'road',
    ])
    // The road passes at 1.6 km, the mountain lies at 2.3 km.
    expect(await near({ maxDistance: 2500, minDistance: 1500 })).toEqual(['road', 'mountain'])
  })

  test('an order that is asked for goes before distance', async () => {
    const _ = cloud.db.command
    const geometry = new cloud.db.Geo.Point(116.39, 39.9)
    const query = cloud.db
      .collection(indexed)
      .where({ at: _.geoNear({ geometry, maxDistance: 100_000 } as never) })
    expect((await query.orderBy('_id', 'desc').get()).data.map((d) => d._id)).toEqual([
      'wall',
      'palace',
    ])
    expect((await query.get()).data.map((d) => d._id)).toEqual(['palace', 'wall'])
  })

  test('geoWithin an area and a circle', async () => {
    const _ = cloud.db.command
    const area = polygon([113.25, 23.1], [113.35, 23.1], [113.35, 23.16], [113.25, 23.16])
    expect(await both({ at: _.geoWithin({ geometry: area } as never) })).toEqual([
      'list',
      'mountain',
      'pair',
      'park',
      'tower',
    ])
    const centre = new cloud.db.Geo.Point(116.3, 40)
    expect(
      await both({ at: _.geoWithin({ centerSphere: [centre, 50_000 / 6_378_100] } as never) }),
    ).toEqual(['palace', 'wall'])
    const around = polygon([100, 10], [130, 10], [130, 50], [100, 50])
    expect(await both({ at: _.geoWithin({ geometry: around } as never) })).toHaveLength(8)
  })

  test('geoIntersects points, lines and areas', async () => {
    const _ = cloud.db.command
    const Geo = geo()
    const crossing = new Geo.LineString([new Geo.Point(113.3, 23.0), new Geo.Point(113.3, 23.3)])
    expect(await both({ at: _.geoIntersects({ geometry: crossing } as never) })).toEqual([
      'list',
      'park',
      'road',
    ])
    const inside = new Geo.Point(113.29, 23.13)
    expect(await both({ at: _.geoIntersects({ geometry: inside } as never) })).toEqual(['park'])
    const far = polygon([0.5, 0.5], [1, 0.5], [1, 1], [0.5, 1])
    expect(await both({ at: _.geoIntersects({ geometry: far } as never) })).toEqual([])
  })

  test('distances follow the sphere', async () => {
    const name = (
      await withIndex(
        [
          { _id: 'a', at: new cloud.db.Geo.Point(1, 0) },
          { _id: 'b', at: new cloud.db.Geo.Point(180, 1) },
        ],
        'at',
      )
    ).name
    const stage = (near: unknown, more: object = {}) =>
      cloud.db
        .collection(name)
        .aggregate()
        .geoNear({ near, spherical: true, distanceField: 'how.far', ...more } as never)
        .end()
    const { data } = (await stage(new cloud.db.Geo.Point(0, 0))) as unknown as {
      data: { how: { far: number } }[]
    }
    expect(data[0]?.how.far).toBeCloseTo(degreeM, 3)
    expect(data[1]?.how.far).toBeCloseTo(179 * degreeM, 3)
    // Over the line of dates it is two degrees, not 358.
    const beyond = (await stage(new cloud.db.Geo.Point(-178, 1), { limit: 1 })) as unknown as {
      data: { how: { far: number } }[]
    }
    expect(beyond.data[0]?.how.far).toBeLessThan(2 * degreeM)
  })

  test('the stage geoNear: distance, query, multiplier, location', async () => {
    const found = await cloud.db
      .collection(indexed)
      .aggregate()
      .geoNear({
        near: new cloud.db.Geo.Point(113.3089506, 23.0968251),
        spherical: true,
        distanceField: 'far',
        distanceMultiplier: 0.001,
        includeLocs: 'where',
        query: { _id: cloud.db.command.in(['tower', 'mountain']) },
        key: 'at',
      } as never)
      .project({ far: { $round: ['$far', 1] }, where: '$where.type' })
      .end()
    expect(found.data).toEqual([
      { _id: 'tower', far: 4.4, where: 'Point' },
      { _id: 'mountain', far: 6.6, where: 'Point' },
    ])
  })

  test('what is malformed or has no index is refused', async () => {
    const near = { $nearSphere: { $geometry: { type: 'Point', coordinates: [0, 0] } } }
    const raw = (name: string) => cloud.db.collection(name).options({ raw: true })
    for (const query of [
      { at: { $geoWithin: { $geometry: { type: 'Point', coordinates: [0, 0] } } } },
      {
        at: {
          $geoWithin: {
            $geometry: {
              type: 'Polygon',
              coordinates: [
                [
                  [0, 0],
                  [1, 0],
                  [1, 1],
                ],
              ],
            },
          },
        },
      },
      { at: { $geoIntersects: { $geometry: { type: 'Circle' } } } },
      { at: { $geoIntersects: { $geometry: { type: 'Point', coordinates: [200, 0] } } } },
      { $or: [{ at: near }, { _id: 'x' }] },
    ]) {
      expect([query, await codeOf(raw(indexed).where(query).get())]).toEqual([
        query,
        'DATABASE_REQUEST_FAILED',
      ])
    }
    expect(await codeOf(raw(plain).where({ at: near }).get())).toBe('DATABASE_REQUEST_FAILED')
    const add = cloud.db.collection(indexed).add({ at: 'here' }) as Promise<unknown>
    expect(await codeOf(add)).toBe('DATABASE_REQUEST_FAILED')
    expect((await withIndex([{ at: 'here' }], 'at')).status).toBe(400)
  })

  test('a geo index narrows what is looked at', async () => {
    const grid = Array.from({ length: 900 }, (_, i) => ({
      at: { type: 'Point', coordinates: [100 + (i % 30) / 10, 20 + Math.floor(i / 30) / 10] },
    }))
    const { name } = await withIndex(grid, 'at')
    const geometry = { type: 'Point', coordinates: [101.5, 21.5] }
    const where = { at: { $nearSphere: { $geometry: geometry, $maxDistance: 20_000 } } }
    const { headers, body } = await cloud.call('database', {
      action: 'find',
      collection: name,
      where,
    })
    expect((body as unknown[]).length).toBe(9)
    expect(Number(headers.get('x-cloud-scanned'))).toBeLessThan(60)
  })
})
