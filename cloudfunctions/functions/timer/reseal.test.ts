import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { control, type User, type World, worldOver } from '../../../test/world'
import { ADDRESS, givenItem, givenSaver } from '../../../test/world/calls/store'
import { startCloudProcess } from '../../../test/world/cloud'
import { schemaForCloud } from '../../db/indexes'

const key = (id: string, fill: number) => `${id}:${Buffer.alloc(32, fill).toString('base64')}`
const OLD = key('k1', 1)
const NEW = key('k2', 2)

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'huzhu-keys-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The same data, with functions that are deployed with these keys. */
async function deployed<T>(keys: string, work: (world: World) => Promise<T>): Promise<T> {
  const functions = mkdtempSync(join(folder, 'functions-'))
  cpSync(process.env.HUZHU_TEST_FUNCTIONS ?? '', functions, { recursive: true })
  for (const name of ['store', 'timer']) {
    const file = join(functions, name, 'config.json')
    const config = JSON.parse(readFileSync(file, 'utf8')) as { envVariables: object }
    const envVariables = { ...config.envVariables, HUZHU_FIELD_KEYS: keys }
    writeFileSync(file, JSON.stringify({ ...config, envVariables }))
  }
  const cloud = await startCloudProcess({ functions, data: join(folder, 'data') })
  try {
    await control(cloud, 'POST', 'collections', { collections: schemaForCloud() })
    return await work(worldOver(cloud))
  } finally {
    await cloud.close()
  }
}

const sealsOf = async (world: World): Promise<string[]> => {
  const [orders, batches, items] = await Promise.all([
    world.documents('orders'),
    world.documents('codes'),
    world.documents('items'),
  ])
  return [
    ...orders.map(({ secret }) => secret),
    ...batches.flatMap(({ codes }) => codes),
    ...items.map(({ secret }) => secret),
  ].flatMap((sealed) => sealed?.split('.')[1] ?? [])
}

type Made = { communityId: string; owner: User; buyer: User; orders: string[]; codes: string[] }

/** One of everything that is sealed: an address, codes, a resource. */
async function make(world: World): Promise<Made> {
  const at = { world, ...(await world.given.community()) }
  const { communityId, owner } = at
  const buyer = await givenSaver(at)
  const memberId = world.memberId(communityId, buyer)
  await world.ok(owner, 'points.adjust', { communityId, memberId, amount: 50, reason: '开张送的' })
  await world.fireTimer()
  const orders: string[] = []
  for (const kind of ['shipped', 'code', 'resource'] as const) {
    const item = await givenItem(at, kind)
    const address = kind === 'shipped' ? { address: ADDRESS } : {}
    const made = await world.ok(buyer, 'store.redeem', { communityId, ...item, ...address })
    orders.push(made.orderId)
    if (kind === 'code') {
      const input = { communityId, itemId: item.itemId, codes: ['CAFE-1', 'CAFE-2'] }
      await world.ok(owner, 'store.addCodes', input)
    }
  }
  return { communityId, owner, buyer, orders, codes: ['CAFE-2', 'CAFE-3'] }
}

async function secretsOf(world: World, { communityId, buyer, orders }: Made): Promise<string[]> {
  const texts: string[] = []
  for (const orderId of orders) {
    await world.ok(buyer, 'store.openSecret', { communityId, orderId })
    texts.push((await world.ok(buyer, 'store.readSecret', { communityId, orderId })).text)
  }
  return texts
}

test('a new key in front seals everything anew; then the old one can go, and nothing is lost', async () => {
  const { made, before } = await deployed(OLD, async (world) => {
    const all = await make(world)
    return { made: all, before: await secretsOf(world, all) }
  })
  expect(before[0]).toBe(ADDRESS)
  await deployed(`${NEW},${OLD}`, async (world) => {
    expect(new Set(await sealsOf(world))).toEqual(new Set(['k1']))
    await Promise.all([world.fireTimer(), world.fireTimer()])
    await world.fireTimer()
    expect(new Set(await sealsOf(world))).toEqual(new Set(['k2']))
    expect(await world.documents('reseals')).toMatchObject([{ keyId: 'k2', found: 0, stuck: 0 }])
    expect((await world.documents('reseals'))[0]?.doneAt).not.toBeNull()
  })
  await deployed(NEW, async (world) => {
    expect(await secretsOf(world, made)).toEqual(before)
    // Codes that were there are known as before, though the key of their first prints is gone.
    const [batch] = (await world.documents('codes')).filter(({ codes }) => codes.length === 2)
    const { communityId, owner, codes } = made
    const input = { communityId, itemId: batch?.itemId ?? '', codes }
    expect(await world.call(owner, 'store.addCodes', input)).toMatchObject({
      code: 'codes_known',
      params: { count: 1 },
    })
  })
})
