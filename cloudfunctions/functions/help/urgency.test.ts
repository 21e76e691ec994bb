import type { User } from '../../../test/world'
import { type Board, openBoard } from '../../../test/world/board'
import { PRESSING_DAYS, PRESSING_MAX, type Urgency } from '../../../types/help-rules'

const MINUTE_MS = 60_000

let board: Board
beforeAll(async () => {
  board = await openBoard()
})
afterAll(() => board.world.close())
afterEach(() => board.world.shiftClock(0))

const newMember = (name: string) => board.world.given.member(board.home, name)

async function refusal(user: User, urgency: Urgency, inMinutes = 600) {
  const options = { urgency, inMinutes }
  const input = await board.world.requestInput(board.communityId, user, options)
  return board.world.refused(user, 'help.postRequest', input)
}
const post = (user: User, urgency: Urgency, options = {}) =>
  board.world.given.request(board.communityId, user, { urgency, ...options })

const wanted = async (requestId: string, reader: User) =>
  (await board.see.news(requestId, reader)).filter(({ kind }) => kind === 'help_wanted').length

test('what presses is due soon: a far deadline is refused with the hours it may have', async () => {
  const dan = await newMember('dan')
  expect(await refusal(dan, 'emergency', 25 * 60)).toEqual({
    code: 'not_so_pressing',
    params: { urgency: 'emergency', hours: 24 },
  })
  expect((await refusal(dan, 'urgent', 73 * 60)).params).toMatchObject({ hours: 72 })
})

test('nobody has more than a few pressing requests at a time, nor in a week', async () => {
  const eva = await newMember('eva')
  const first = await post(eva, 'emergency')
  expect(await refusal(eva, 'emergency')).toEqual({
    code: 'too_many_pressing',
    params: { urgency: 'emergency', max: 1 },
  })
  const second = await post(eva, 'urgent')
  await post(eva, 'urgent')
  await post(eva, 'urgent')
  expect((await refusal(eva, 'urgent')).params).toEqual({ urgency: 'urgent', max: 3 })
  const { communityId } = board
  const close = (requestId: string) =>
    board.world.ok(eva, 'help.closeRequest', { communityId, requestId, reason: '不需要了' })
  await close(first)
  await close(second)
  await close(await post(eva, 'urgent'))
  // Closing them makes no room for more than so many in a week.
  expect((await refusal(eva, 'urgent')).params).toEqual({
    urgency: 'urgent',
    max: PRESSING_MAX,
    days: PRESSING_DAYS,
  })
  await post(eva, 'normal')
})

test('of any number that press at once so many stand as one may have, and as many in a week', async () => {
  const { world, communityId } = board
  const gil = await newMember('gil')
  const input = (urgency: Urgency) => world.requestInput(communityId, gil, { urgency })
  const rush = async (urgency: Urgency) => {
    const wanted = await input(urgency)
    const replies = await Promise.all(
      Array.from({ length: 6 }, () => world.call(gil, 'help.postRequest', wanted)),
    )
    const refusals = replies.flatMap((reply) => (reply.ok ? [] : [reply.code]))
    expect(new Set(refusals)).toEqual(new Set(['too_many_pressing']))
    return replies.flatMap((reply) => (reply.ok ? [reply.data.requestId] : []))
  }
  expect(await rush('emergency')).toHaveLength(1)
  const urgent = await rush('urgent')
  expect(urgent).toHaveLength(3)
  for (const requestId of urgent) {
    await world.ok(gil, 'help.closeRequest', { communityId, requestId, reason: '不需要了' })
  }
  // The fifth of this week, though there are places for three.
  expect(await rush('urgent')).toHaveLength(1)
})

test('who asks again at the deadline need not wait for the timer, nor does that make two places of one', async () => {
  const { world, communityId } = board
  const hal = await newMember('hal')
  await post(hal, 'emergency', { inMinutes: 40 })
  await world.shiftClock(41 * MINUTE_MS)
  const wanted = await world.requestInput(communityId, hal, {
    urgency: 'emergency',
    inMinutes: 120,
  })
  const replies = await Promise.all(
    Array.from({ length: 4 }, () => world.call(hal, 'help.postRequest', wanted)),
  )
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
  await world.fireTimer()
  const held = (await world.documents('requests', { userId: hal.userId })).map(({ place }) => place)
  expect(held.filter((place) => !place.startsWith('x'))).toEqual(['2-00'])
})

test('reaches duty and the fitting skill at once, everybody when nobody answers, and each once', async () => {
  const { world, communityId, home, ann, ben, cai } = board
  const skilled = (user: User, skills: string[]) =>
    world.ok(user, 'member.updateProfile', {
      communityId,
      nickname: user.name,
      avatar: 'a2',
      skills,
    })
  await skilled(ben, ['通下水道'])
  await skilled(cai, ['缝纫'])
  const requestId = await post(ann, 'emergency', { what: '厨房反水，会通下水道的快来' })
  await Promise.all([world.fireTimer(), world.fireTimer()])
  await world.fireTimer()
  const counts = async () =>
    Promise.all([home.owner, ben, cai, ann].map((who) => wanted(requestId, who)))
  expect(await counts()).toEqual([1, 1, 0, 0])

  await world.shiftClock(16 * MINUTE_MS)
  await world.fireTimer()
  await world.fireTimer()
  expect(await counts()).toEqual([2, 2, 1, 0])

  await board.when.offer(requestId, ben)
  await world.shiftClock(61 * MINUTE_MS)
  await world.fireTimer()
  expect(await counts()).toEqual([2, 2, 1, 0])
})

test('a request asks an earlier one again, keeps its words, and both lead to each other', async () => {
  const { world, given, when, see, ann, ben, communityId } = board
  const previousId = await given.open({ what: '借一架梯子' })
  await when.close(previousId)
  const again = await given.open({ what: '借一架梯子', previousId })
  expect(await see.request(again)).toMatchObject({ previousId, state: 'open' })
  expect(await see.request(previousId)).toMatchObject({ nextId: again })
  const input = await world.requestInput(communityId, ben, { previousId })
  expect((await world.refused(ben, 'help.postRequest', input)).code).toBe('not_found')
  const stolen = await world.requestInput(communityId, ann, { previousId: 'nothing' })
  expect((await world.refused(ann, 'help.postRequest', stolen)).code).toBe('not_found')
})
