import { newKey } from '../../../test/world'
import { type Board, openBoard } from '../../../test/world/board'

const HOUR_MS = 3_600_000

let board: Board
beforeAll(async () => {
  board = await openBoard()
})
afterAll(() => board.world.close())
afterEach(() => board.world.shiftClock(0))

const noShows = async (requestId: string) =>
  (await board.world.documents('noShows')).filter((missed) => missed.requestId === requestId)

/** Accepted `hours` ago, and not heard of since. */
async function silentFor(hours: number, options = {}) {
  await board.world.shiftClock(-hours * HOUR_MS)
  const requestId = await board.given.accepted([board.ben], options)
  await board.world.shiftClock(0)
  return requestId
}

test('frees the place of a silent helper, tells them, and keeps that they did not come', async () => {
  const { world, given, see, ann, ben, cai, communityId } = board
  const requestId = await silentFor(25)
  const offer = board.offerBy(requestId, ben)
  expect(await world.ok(ann, 'help.replaceHelper', offer)).toEqual({ state: 'open' })
  expect(await see.states(requestId)).toMatchObject({ state: 'open', [ben.userId]: 'missed' })
  expect((await see.news(requestId, ben)).map(({ kind }) => kind)).toContain('helper_replaced')
  expect(await noShows(requestId)).toMatchObject([{ userId: ben.userId, communityId }])

  const next = await given.offered([ben, cai], { helpersNeeded: 1 })
  const { offers } = await see.request(next, ann)
  expect(offers.find(({ offerId }) => offerId === ben.userId)?.missedLately).toBe(1)
  expect(offers.find(({ offerId }) => offerId === cai.userId)?.missedLately).toBe(0)
  const seenByBen = await see.request(next, ben)
  expect(seenByBen.offers[0]?.missedLately).toBeNull()
})

test('refuses while the helper may still answer, and says how long that is', async () => {
  const { world, ann, ben } = board
  const requestId = await silentFor(23)
  expect(await world.refused(ann, 'help.replaceHelper', board.offerBy(requestId, ben))).toEqual({
    code: 'not_silent_yet',
    params: { hours: 24 },
  })
})

test('a word in the thread counts as being heard of', async () => {
  const { world, ann, ben } = board
  const requestId = await silentFor(25)
  await world.ok(ben, 'help.sendToThread', { ...board.on(requestId), words: '晚点到，八点见' })
  const { code } = await world.refused(ann, 'help.replaceHelper', board.offerBy(requestId, ben))
  expect(code).toBe('not_silent_yet')
})

test('an emergency waits one hour only', async () => {
  const { world, ann, ben } = board
  const requestId = await silentFor(1, { urgency: 'emergency' })
  await world.ok(ann, 'help.replaceHelper', board.offerBy(requestId, ben))
})

test('refuses anybody but the requester, and an offer that was not accepted', async () => {
  const { world, given, ann, ben, cai } = board
  const requestId = await silentFor(25)
  for (const user of [ben, cai]) {
    const { code } = await world.refused(user, 'help.replaceHelper', board.offerBy(requestId, ben))
    expect(code).toBe('forbidden')
  }
  const waiting = await given.offered([ben])
  const { code } = await world.refused(ann, 'help.replaceHelper', board.offerBy(waiting, ben))
  expect(code).toBe('offer_gone')
})

test('sent again and tapped twice, it is one no-show', async () => {
  const { world, ann, ben } = board
  const requestId = await silentFor(25)
  const key = newKey()
  const offer = board.offerBy(requestId, ben)
  const replies = await Promise.all([
    world.call(ann, 'help.replaceHelper', offer, { key }),
    world.call(ann, 'help.replaceHelper', offer),
  ])
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
  await world.call(ann, 'help.replaceHelper', offer, { key })
  expect(await noShows(requestId)).toHaveLength(1)
})
