import { newKey, openWorld, type User, type World } from '../../../test/world'
import {
  ADDRESS,
  codeShown,
  givenItem,
  givenOrder,
  givenSaver,
} from '../../../test/world/calls/store'
import type { ItemKind } from '../../../types/store'

let world: World
let at: { world: World; communityId: string; owner: User }
beforeAll(async () => {
  world = await openWorld()
  at = { world, ...(await world.given.community()) }
})
afterAll(() => world.close())
beforeEach(() => world.shiftClock(0))

const on = () => ({ communityId: at.communityId })
const account = async (user: User) =>
  (await world.documents('accounts')).find(({ userId }) => userId === user.userId)
const points = async (user: User) => {
  const { posted = 0, held = 0 } = (await account(user)) ?? {}
  return { posted, held }
}
const redeem = (user: User, item: { itemId: string; revision: number }, more = {}) =>
  world.ok(user, 'store.redeem', { ...on(), ...item, ...more })
const refused = async (user: User, item: { itemId: string; revision: number }, more = {}) =>
  (await world.refused(user, 'store.redeem', { ...on(), ...item, ...more })).code

test('what is handed over later holds the points, what the phone hands over spends them', async () => {
  const expected: Record<ItemKind, { state: string; posted: number; held: number }> = {
    pickup: { state: 'reserved', posted: 2, held: 2 },
    shipped: { state: 'reserved', posted: 2, held: 2 },
    code: { state: 'completed', posted: 0, held: 0 },
    resource: { state: 'completed', posted: 0, held: 0 },
    privilege: { state: 'completed', posted: 0, held: 0 },
  }
  for (const [kind, { state, posted, held }] of Object.entries(expected)) {
    const { user, orderId } = await givenOrder(at, kind as ItemKind)
    const order = await world.ok(user, 'store.getOrder', { ...on(), orderId })
    expect(order).toMatchObject({ kind, state, own: true, price: 2 })
    expect(await points(user)).toEqual({ posted, held })
  }
})

test('what asks for a level is refused below it, says from which one on, and is had from there', async () => {
  const saver = await givenSaver(at)
  const levels = (await world.ok(saver, 'recognition.get', on())).levels
  const item = await givenItem(at, 'pickup', { levelNeeded: 1 })
  const level = { rank: 1, name: levels[1]?.name }
  expect(await world.ok(saver, 'store.getItem', { ...on(), itemId: item.itemId })).toMatchObject({
    levelNeeded: level,
    hasLevel: false,
  })
  const tried = { ...on(), ...item }
  expect(await world.refused(saver, 'store.redeem', tried)).toEqual({
    code: 'level_needed',
    params: { level: level.name },
  })
  // The community makes the second level easier to come to: nobody has to wait for anything.
  const { version } = await world.ok(at.owner, 'recognition.get', on())
  const easier = levels.map((one, rank) => ({ ...one, from: rank }))
  await world.ok(at.owner, 'recognition.publishLevels', {
    ...on(),
    basedOn: version,
    levels: easier,
  })
  const helped = await helpedOnce(saver)
  expect(helped).toBeGreaterThan(0)
  await redeem(saver, item)
})

/** Somebody else is helped by this member; answers the contribution afterwards. */
async function helpedOnce(helper: User): Promise<number> {
  const asker = await world.given.member(at, 'asker')
  const request = { ...on(), requestId: await world.given.request(at.communityId, asker) }
  await world.ok(helper, 'help.makeOffer', { ...request, message: '我来' })
  await world.ok(asker, 'help.acceptOffer', { ...request, offerId: helper.userId })
  const done = { ...request, offerId: helper.userId, thanks: '多谢' }
  await world.ok(asker, 'help.confirmDone', done)
  await world.fireTimer()
  return (await world.ok(helper, 'recognition.get', on())).mine.contribution
}

test('is refused with too few points, and nothing is written', async () => {
  const poor = await world.given.member(at, 'poor')
  expect(await refused(poor, await givenItem(at, 'pickup'))).toBe('not_enough_points')
  expect(await refused(poor, await givenItem(at, 'code'))).toBe('not_enough_points')
})

test('is refused before it opens, after it closes, when hidden, and at a price that was not read', async () => {
  const user = await givenSaver(at)
  const inAnHour = new Date(Date.now() + 3_600_000).toISOString()
  const anHourAgo = new Date(Date.now() - 3_600_000).toISOString()
  expect(await refused(user, await givenItem(at, 'pickup', { opensAt: inAnHour }))).toBe(
    'item_closed',
  )
  expect(await refused(user, await givenItem(at, 'pickup', { closesAt: anHourAgo }))).toBe(
    'item_closed',
  )
  expect(await refused(user, await givenItem(at, 'pickup', { shown: false }))).toBe('not_found')
  const item = await givenItem(at, 'pickup')
  expect(await refused(user, { ...item, revision: 7 })).toBe('item_changed')
})

test('an address goes with goods that are sent, and with nothing else; it is stored sealed', async () => {
  const user = await givenSaver(at)
  const shipped = await givenItem(at, 'shipped')
  expect(await refused(user, shipped)).toBe('address_needed')
  expect(await refused(user, await givenItem(at, 'pickup'), { address: ADDRESS })).toBe(
    'address_needed',
  )
  const { orderId } = await redeem(user, shipped, { address: ADDRESS })
  for (const name of ['orders', 'receipts', 'transfers', 'accounts'] as const) {
    expect(JSON.stringify(await world.documents(name))).not.toContain('13900000000')
  }
  expect((await world.documents('orders')).find(({ _id }) => _id === orderId)?.secret).toMatch(
    /^s1\./,
  )
})

test('sent again it is one order', async () => {
  const user = await givenSaver(at)
  const item = await givenItem(at, 'pickup')
  const key = newKey()
  const send = () => world.ok(user, 'store.redeem', { ...on(), ...item }, { key })
  expect(await send()).toEqual(await send())
  expect(await points(user)).toEqual({ posted: 2, held: 2 })
})

test('the limit a person holds when two phones redeem at once, and a cancelled one counts no more', async () => {
  const user = await givenSaver(at)
  const item = await givenItem(at, 'pickup', { price: 1, limitEach: 1 })
  const replies = await Promise.all(
    [1, 2].map(() => world.call(user, 'store.redeem', { ...on(), ...item })),
  )
  expect(replies.map((reply) => (reply.ok ? 'ok' : reply.code)).sort()).toEqual([
    'limit_reached',
    'ok',
  ])
  const { items } = await world.ok(user, 'store.listMine', on())
  const orderId = items[0]?.orderId ?? ''
  await world.ok(user, 'store.cancelOrder', { ...on(), orderId, reason: '改主意了' })
  expect(await points(user)).toEqual({ posted: 2, held: 0 })
  await redeem(user, item)
})

test('of many at once as many get one as there are pieces, all others are told it is sold out', async () => {
  const item = await givenItem(at, 'pickup', { stock: 4 })
  const users: User[] = []
  for (let n = 0; n < 16; n++) users.push(await givenSaver(at))
  const replies = await Promise.all(
    users.map((user) => world.call(user, 'store.redeem', { ...on(), ...item })),
  )
  const codes = replies.map((reply) => (reply.ok ? 'ok' : reply.code))
  expect(codes.filter((code) => code === 'ok')).toHaveLength(4)
  expect(codes.filter((code) => code === 'sold_out')).toHaveLength(12)
  for (const [n, user] of users.entries()) {
    expect(await points(user)).toEqual({ posted: 2, held: codes[n] === 'ok' ? 2 : 0 })
  }
  const seen = await world.ok(at.owner, 'store.getItem', { ...on(), itemId: item.itemId })
  expect(seen).toMatchObject({ left: 0, standing: 'soldOut' })
})

test('each code is issued once, opens for its buyer alone, and every opening is on record', async () => {
  const item = await givenItem(at, 'code')
  const [ann, ben, cai] = [await givenSaver(at), await givenSaver(at), await givenSaver(at)]
  const first = await redeem(ann, item)
  const second = await redeem(ben, item)
  expect(await refused(cai, item)).toBe('sold_out')
  const open = async (user: User, orderId: string) => {
    await world.ok(user, 'store.openSecret', { ...on(), orderId })
    return (await world.ok(user, 'store.readSecret', { ...on(), orderId })).text
  }
  const early = await world.call(ann, 'store.readSecret', { ...on(), orderId: first.orderId })
  expect(early).toMatchObject({ ok: false, code: 'forbidden' })
  const codes = [await open(ann, first.orderId), await open(ben, second.orderId)]
  expect(codes.map((code) => code[0]).sort()).toEqual(['A', 'B'])
  for (const stranger of [cai, at.owner]) {
    const reply = await world.call(stranger, 'store.openSecret', {
      ...on(),
      orderId: first.orderId,
    })
    expect(reply.ok).toBe(false)
  }
  const order = await world.ok(at.owner, 'store.getOrder', { ...on(), orderId: first.orderId })
  expect(order.seenBy.map(({ person }) => person.memberId)).toEqual([
    world.memberId(at.communityId, ann),
  ])
  expect(JSON.stringify(await world.documents('receipts'))).not.toContain(codes[0])
  await world.shiftClock(3 * 60_000)
  const late = await world.call(ann, 'store.readSecret', { ...on(), orderId: first.orderId })
  expect(late).toMatchObject({ ok: false, code: 'forbidden' })
})

test('a code that is there already, or twice in the list, is not added; two admins at once both are', async () => {
  const { itemId } = await givenItem(at, 'code')
  const add = (codes: string[]) =>
    world.call(at.owner, 'store.addCodes', { ...on(), itemId, codes })
  expect(await add(['X1', 'X2'])).toMatchObject({ ok: true, data: { added: 2, stock: 4 } })
  expect(await add(['X3', 'X1'])).toMatchObject({ code: 'codes_known', params: { count: 1 } })
  expect(await add(['X4', 'X4'])).toMatchObject({ code: 'codes_known' })
  const both = await Promise.all([add(['Y1']), add(['Y2'])])
  expect(both.every(({ ok }) => ok)).toBe(true)
  const same = await Promise.all([add(['Z1']), add(['Z1'])])
  expect(same.map((reply) => (reply.ok ? 'ok' : reply.code)).sort()).toEqual(['codes_known', 'ok'])
})

test('a resource is revealed after it was paid', async () => {
  const { user, orderId } = await givenOrder(at, 'resource')
  await world.ok(user, 'store.openSecret', { ...on(), orderId })
  const { text } = await world.ok(user, 'store.readSecret', { ...on(), orderId })
  expect(text).toBe('https://example.org/slides')
})

test('a steward hands over by the code shown, once, to somebody else, and not by an old picture of it', async () => {
  const order = await givenOrder(at, 'pickup')
  const { orderId, user } = order
  const code = await codeShown(at, order)
  const handOver = (who: User, given = code) =>
    world.call(who, 'store.handOver', { ...on(), orderId, code: given })
  expect(await handOver(user)).toMatchObject({ code: 'forbidden' })
  await world.shiftClock(5 * 60_000)
  expect(await handOver(at.owner)).toMatchObject({ code: 'pickup_code_wrong' })
  const find = (given: string) => world.ok(at.owner, 'store.findPickup', { ...on(), code: given })
  expect(await find(code)).toEqual({ found: null })
  const fresh = await codeShown(at, order)
  expect(await find(fresh)).toMatchObject({ found: { orderId, itemName: '一袋现磨咖啡豆' } })
  const twice = await Promise.all([handOver(at.owner, fresh), handOver(at.owner, fresh)])
  expect(twice.map((reply) => (reply.ok ? 'ok' : reply.code)).sort()).toEqual(['ok', 'order_moved'])
  expect(await points(user)).toEqual({ posted: 0, held: 0 })
})

test('sent, received and refunded: each once, and the points follow', async () => {
  const { user, orderId } = await givenOrder(at, 'shipped')
  const { owner } = at
  const ship = { ...on(), orderId, shipping: '顺丰 SF100' }
  expect(await world.refused(user, 'store.ship', ship)).toMatchObject({ code: 'forbidden' })
  expect(await world.ok(owner, 'store.ship', ship)).toEqual({ state: 'fulfilled' })
  expect(await points(user)).toEqual({ posted: 0, held: 0 })
  const cancel = { ...on(), orderId, reason: '不要了' }
  expect(await world.refused(user, 'store.cancelOrder', cancel)).toEqual({
    code: 'order_moved',
    params: { state: 'fulfilled' },
  })
  expect(await world.ok(user, 'store.receive', { ...on(), orderId })).toEqual({
    state: 'completed',
  })
  const refund = { ...on(), orderId, reason: '杯子碎了' }
  const twice = await Promise.all([1, 2].map(() => world.call(owner, 'store.refund', refund)))
  expect(twice.map((reply) => (reply.ok ? 'ok' : reply.code)).sort()).toEqual(['ok', 'order_moved'])
  expect(await points(user)).toEqual({ posted: 2, held: 0 })
  await world.fireTimer()
  const { items } = await world.ok(user, 'inbox.list', {})
  expect(items.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['order_shipped', 'order_refunded']),
  )
})

test('a cancel and a hand-over at once: one of them happens, and the points are where it says', async () => {
  for (let round = 0; round < 4; round++) {
    const order = await givenOrder(at, 'pickup')
    const { user, orderId } = order
    const code = await codeShown(at, order)
    const [cancelled, handed] = await Promise.all([
      world.call(user, 'store.cancelOrder', { ...on(), orderId, reason: '不要了' }),
      world.call(at.owner, 'store.handOver', { ...on(), orderId, code }),
    ])
    expect([cancelled.ok, handed.ok].filter(Boolean)).toHaveLength(1)
    const { state } = await world.ok(user, 'store.getOrder', { ...on(), orderId })
    expect(state).toBe(cancelled.ok ? 'cancelled' : 'completed')
    expect(await points(user)).toEqual({ posted: cancelled.ok ? 2 : 0, held: 0 })
  }
})

test('the timer gives back what nobody picked up, and counts as received what was sent long ago', async () => {
  const waiting = await givenOrder(at, 'pickup')
  const sent = await givenOrder(at, 'shipped')
  const { owner } = at
  await world.ok(owner, 'store.ship', { ...on(), orderId: sent.orderId, shipping: '中通 77' })
  await world.fireTimer()
  await world.shiftClock(15 * 86_400_000)
  await Promise.all([world.fireTimer(), world.fireTimer()])
  await world.fireTimer()
  const state = async ({ user, orderId }: { user: User; orderId: string }) =>
    (await world.ok(user, 'store.getOrder', { ...on(), orderId })).state
  expect(await state(waiting)).toBe('expired')
  expect(await state(sent)).toBe('completed')
  expect(await points(waiting.user)).toEqual({ posted: 2, held: 0 })
  const { items } = await world.ok(waiting.user, 'inbox.list', {})
  expect(items.filter(({ kind }) => kind === 'order_expired')).toHaveLength(1)
})

test('orders are listed for keepers by state and item, and exported without addresses', async () => {
  const { user, orderId, itemId } = await givenOrder(at, 'shipped')
  const asked = { ...on(), state: 'reserved' as const, itemId }
  const { items } = await world.ok(at.owner, 'store.listOrders', asked)
  expect(items).toMatchObject([{ orderId, own: false, state: 'reserved' }])
  expect(await world.call(user, 'store.listOrders', on())).toMatchObject({ code: 'forbidden' })
  expect(await world.call(user, 'store.exportOrders', on())).toMatchObject({ code: 'forbidden' })
  const { url, count } = await world.ok(at.owner, 'store.exportOrders', asked)
  expect(count).toBe(1)
  const rows = await readTable(url)
  expect(rows).toHaveLength(2)
  expect(rows[1]).toEqual(expect.arrayContaining([orderId, '一袋现磨咖啡豆', 2, 'saver']))
  expect(JSON.stringify(rows)).not.toContain('13900000000')
})

async function readTable(url: string): Promise<unknown[][]> {
  const { readSheet } = await import('read-excel-file/node')
  const response = await fetch(url)
  return readSheet(Buffer.from(await response.arrayBuffer()))
}

test('what an item says and reveals is screened; so is why an order was cancelled', async () => {
  const { itemOf } = await import('../../../test/world/calls/store')
  const call = '有事打 13800138000'
  const of = (field: string) => ({
    code: 'content_refused',
    params: { fields: [{ field, code: 'found_phone' }] },
  })
  for (const field of ['name', 'about', 'pickupWhere', 'secret']) {
    const input = { ...on(), ...itemOf('resource'), [field]: call }
    expect(await world.refused(at.owner, 'store.saveItem', input)).toEqual(of(field))
  }
  const { user, orderId } = await givenOrder(at, 'pickup')
  const cancelling = { ...on(), orderId, reason: call }
  expect(await world.refused(user, 'store.cancelOrder', cancelling)).toEqual(of('reason'))
})

test('members see what is shown; keepers everything, and change only what they have read', async () => {
  const user = await world.given.member(at, 'viewer')
  const hidden = await givenItem(at, 'pickup', { shown: false, name: '还没上架的杯子' })
  const names = async (who: User, all?: boolean) =>
    (await world.ok(who, 'store.listItems', { ...on(), ...(all ? { all } : {}) })).items.map(
      ({ name }) => name,
    )
  expect(await names(user)).not.toContain('还没上架的杯子')
  expect(await names(at.owner, true)).toContain('还没上架的杯子')
  expect(await world.call(user, 'store.listItems', { ...on(), all: true })).toMatchObject({
    code: 'forbidden',
  })
  const { itemOf } = await import('../../../test/world/calls/store')
  const save = (change: object) =>
    world.call(at.owner, 'store.saveItem', {
      ...on(),
      itemId: hidden.itemId,
      ...itemOf('pickup'),
      ...change,
    })
  expect(await save({ revision: 1, shown: true })).toMatchObject({
    ok: true,
    data: { revision: 2 },
  })
  expect(await save({ revision: 1 })).toMatchObject({ code: 'item_changed' })
  expect(await save({ revision: 2, kind: 'shipped' })).toMatchObject({ code: 'item_kind_stays' })
})
