import { newKey, type User } from '../../../test/world'
import { type Board, openBoard } from '../../../test/world/board'
import { STANDING_MAX } from '../../../types/help-rules'

let board: Board
beforeAll(async () => {
  board = await openBoard()
})
afterAll(() => board.world.close())

const words = (title: string, details = '') => ({
  communityId: board.communityId,
  kind: 'tool' as const,
  title,
  details,
})
const put = async (user: User, title: string, details = '') =>
  (await board.world.ok(user, 'help.postStanding', words(title, details))).standingId
const titles = async (user: User, more: { mine?: boolean; search?: string } = {}) =>
  (
    await board.world.ok(user, 'help.listStanding', { communityId: board.communityId, ...more })
  ).items.map(({ title }) => title)
const set = (user: User, standingId: string, state: 'active' | 'paused' | 'removed') =>
  board.world.ok(user, 'help.setStandingState', {
    communityId: board.communityId,
    standingId,
    state,
  })

test('is found by its words, hidden while paused, changed by its owner, and gone when removed', async () => {
  const { world, communityId, ann, ben } = board
  const standingId = await put(ben, '冲击钻可以借', '带两副钻头')
  await put(ben, '会修自行车')
  expect(await titles(ann, { search: '钻头' })).toEqual(['冲击钻可以借'])
  expect(await titles(ann)).toEqual(['会修自行车', '冲击钻可以借'])

  await set(ben, standingId, 'paused')
  expect(await titles(ann)).toEqual(['会修自行车'])
  expect(await titles(ben, { mine: true })).toEqual(['会修自行车', '冲击钻可以借'])
  const hidden = await world.call(ann, 'help.getStanding', { communityId, standingId })
  expect(hidden).toMatchObject({ ok: false, code: 'not_found' })

  await set(ben, standingId, 'active')
  await world.ok(ben, 'help.editStanding', { ...words('梯子可以借'), standingId })
  expect(await titles(ann, { search: '梯子' })).toEqual(['梯子可以借'])
  expect(await titles(ann, { search: '钻头' })).toEqual([])
  await set(ben, standingId, 'removed')
  const again = { communityId, standingId, state: 'active' as const }
  expect((await world.refused(ben, 'help.setStandingState', again)).code).toBe('not_found')
})

test('is nobody’s but its owner’s to change', async () => {
  const { world, communityId, ann, ben } = board
  const standingId = await put(ben, '缝纫机可以用')
  const pause = { communityId, standingId, state: 'paused' as const }
  expect((await world.refused(ann, 'help.setStandingState', pause)).code).toBe('forbidden')
  const edit = { ...words('我的了'), standingId }
  expect((await world.refused(ann, 'help.editStanding', edit)).code).toBe('forbidden')
})

test('a request that starts from one tells its owner, who may accept by themselves', async () => {
  const { world, given, see, ann, ben, cai } = board
  const standingId = await put(ben, '烤箱可以用')
  const requestId = await given.open({ standingId, helpersNeeded: 2 })
  await world.fireTimer()
  expect(await see.news(requestId, ben)).toEqual([
    { kind: 'help_invited', params: expect.objectContaining({ name: 'ann', offer: '烤箱可以用' }) },
  ])
  expect((await see.request(requestId, ben)).invited).toBe(true)
  expect((await see.request(requestId, cai)).invited).toBe(false)
  await board.when.offer(requestId, ben)
  await board.when.offer(requestId, cai)
  expect(await see.states(requestId)).toMatchObject({
    state: 'open',
    [ben.userId]: 'accepted',
    [cai.userId]: 'offered',
  })
  expect((await see.news(requestId, ann)).map(({ kind }) => kind)).toContain('invitation_accepted')
})

test('refuses to start from one’s own, from one that is paused, and from another community’s', async () => {
  const { world, communityId, ann, ben } = board
  const standingId = await put(ben, '打气筒可以借')
  const requestFrom = async (user: User, id: string) => {
    const input = await world.requestInput(communityId, user, { standingId: id })
    return (await world.refused(user, 'help.postRequest', input)).code
  }
  expect(await requestFrom(ben, standingId)).toBe('own_request')
  expect(await requestFrom(ann, 'elsewhere')).toBe('not_found')
  await set(ben, standingId, 'paused')
  expect(await requestFrom(ann, standingId)).toBe('standing_gone')
})

test('one has only so many, and sent again it is put up once', async () => {
  const { world, home } = board
  const fay = await world.given.member(home, 'fay')
  const key = newKey()
  for (let n = 0; n < 2; n++) await world.ok(fay, 'help.postStanding', words('第一样'), { key })
  for (let n = 1; n < STANDING_MAX; n++) await put(fay, `第 ${n + 1} 样`)
  expect(await world.refused(fay, 'help.postStanding', words('再一样'))).toEqual({
    code: 'too_many_standing',
    params: { max: STANDING_MAX },
  })
})

test('of any number put up at once so many stand as one may have, and removing one makes room', async () => {
  const { world, home } = board
  const gus = await world.given.member(home, 'gus')
  const replies = await Promise.all(
    Array.from({ length: STANDING_MAX + 4 }, (_, n) =>
      world.call(gus, 'help.postStanding', words(`第 ${n} 样`)),
    ),
  )
  const ids = replies.flatMap((reply) => (reply.ok ? [reply.data.standingId] : []))
  expect(ids).toHaveLength(STANDING_MAX)
  await set(gus, ids[0] ?? '', 'paused')
  expect((await world.refused(gus, 'help.postStanding', words('再一样'))).code).toBe(
    'too_many_standing',
  )
  await set(gus, ids[1] ?? '', 'removed')
  await put(gus, '换一样')
  expect((await titles(gus, { mine: true })).length).toBe(STANDING_MAX)
})
