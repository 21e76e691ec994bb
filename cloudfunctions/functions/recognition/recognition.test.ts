import { control, type User } from '../../../test/world'
import { type Board, openBoard } from '../../../test/world/board'
import { LEVELS } from '../../../test/world/calls/recognition'
import { givenItem, givenSaver } from '../../../test/world/calls/store'

let board: Board
beforeAll(async () => {
  board = await openBoard()
})
afterAll(() => board.world.close())

const standing = (user: User) =>
  board.world.ok(user, 'recognition.get', { communityId: board.communityId })

/** Somebody new whom `helper` helps, thanked for; points and levels follow with the timer. */
async function helpedBy(helper: User, asker?: User) {
  const { world, home, communityId } = board
  const by = asker ?? (await world.given.member(home, 'asker'))
  const requestId = await world.given.request(communityId, by)
  const at = { communityId, requestId }
  await world.ok(helper, 'help.makeOffer', { ...at, message: '我来' })
  await world.ok(by, 'help.acceptOffer', { ...at, offerId: helper.userId })
  await world.ok(by, 'help.confirmDone', { ...at, offerId: helper.userId, thanks: '多谢' })
  await world.fireTimer()
  return by
}

const messagesOf = async (user: User, kind: string) =>
  (await board.world.ok(user, 'inbox.list', {})).items.filter((message) => message.kind === kind)

test('a confirmed help counts once, gives the first medal, and tells of it', async () => {
  const { world, home, communityId } = board
  const dora = await world.given.member(home, 'dora')
  expect(await standing(dora)).toMatchObject({
    mine: { contribution: 0, rank: 0, next: { rank: 1, missing: 12 } },
  })
  await helpedBy(dora)
  const { mine, medals, deeds } = await standing(dora)
  expect(mine).toEqual({ contribution: 4, rank: 0, next: { rank: 1, missing: 8 } })
  expect(medals.filter(({ earnedAt }) => earnedAt).map(({ medal }) => medal)).toEqual(['firstHelp'])
  expect(deeds.find(({ deed }) => deed === 'help_confirmed')).toMatchObject({ counts: 4, done: 1 })
  expect(await messagesOf(dora, 'medal_earned')).toMatchObject([{ params: { medal: 'firstHelp' } }])
  const memberId = world.memberId(communityId, dora)
  const profile = await world.ok(board.ann, 'member.getProfile', { communityId, memberId })
  expect(profile).toMatchObject({ contribution: 4, medals: [{ medal: 'firstHelp' }] })

  const before = await world.digest()
  await Promise.all([world.fireTimer(), world.fireTimer()])
  expect(await world.digest()).toEqual(before)
})

test('a receipt that is kept a second time counts nothing twice', async () => {
  const { world } = board
  const dora = await world.given.member(board.home, 'dora')
  await helpedBy(dora)
  const receipts = await world.documents('receipts')
  const promise = receipts.find(({ earnings }) =>
    earnings?.some(({ userIds }) => userIds.includes(dora.userId)),
  )
  if (!promise) throw new Error('no receipt promises points')
  const document = { ...promise, sent: false }
  await control(world.cloud, 'PUT', 'documents', { collection: 'receipts', document })
  await world.fireTimer()
  expect(await standing(dora)).toMatchObject({ mine: { contribution: 4 } })
  expect(await messagesOf(dora, 'medal_earned')).toHaveLength(1)
})

test('a level is reached by contribution, is told, shown to others, and not lost by spending', async () => {
  const { world, home, communityId } = board
  const dora = await world.given.member(home, 'dora')
  for (let n = 0; n < 3; n++) await helpedBy(dora)
  const levels = (await standing(dora)).levels
  expect(await standing(dora)).toMatchObject({ mine: { contribution: 12, rank: 1 } })
  expect(await messagesOf(dora, 'level_reached')).toMatchObject([
    { params: { level: levels[1]?.name } },
  ])
  await world.ok(home.owner, 'points.adjust', {
    communityId,
    memberId: world.memberId(communityId, dora),
    amount: -30,
    reason: '兑换了东西',
  })
  await world.fireTimer()
  expect(await world.ok(dora, 'points.getMine', { communityId })).toMatchObject({ available: 0 })
  expect(await standing(dora)).toMatchObject({ mine: { contribution: 12, rank: 1 } })
  await world.given.request(communityId, dora)
  const board1 = await world.ok(board.ann, 'help.listRequests', { communityId, view: 'open' })
  const card = board1.items.find(({ requester }) => requester.nickname === 'dora')
  expect(card?.requester.level).toEqual({ rank: 1, name: levels[1]?.name })
  const { items } = await world.ok(board.ann, 'member.list', { communityId, search: 'dora' })
  expect(items.some(({ level }) => level.rank === 1)).toBe(true)
})

test('the same two again and again climb no faster than they earn', async () => {
  const { world, home } = board
  const [dora, emil] = [
    await world.given.member(home, 'dora'),
    await world.given.member(home, 'emil'),
  ]
  const steps: number[] = []
  for (let n = 0; n < 5; n++) {
    await helpedBy(dora, emil)
    steps.push((await standing(dora)).mine.contribution)
  }
  expect(steps).toEqual([4, 8, 10, 11, 11])
})

test('who leaves and comes back stands where they stood', async () => {
  const { world, home, communityId } = board
  const dora = await world.given.member(home, 'dora')
  await helpedBy(dora)
  await world.ok(dora, 'member.leave', { communityId })
  await world.fireTimer()
  await world.apply(dora, communityId)
  const applicationId = `${communityId}:${dora.userId}`
  const [application] = (await world.documents('applications')).filter(
    ({ _id }) => _id === applicationId,
  )
  await world.ok(home.owner, 'entry.decide', {
    communityId,
    applicationId,
    revision: application?.revision ?? 0,
    verdict: 'approve',
  })
  const { mine, medals } = await standing(dora)
  expect(mine.contribution).toBe(4)
  expect(medals.filter(({ earnedAt }) => earnedAt)).toHaveLength(1)
})

test('levels are published by those with the duty, version by version, and hold at once', async () => {
  const { world, home, communityId, ann } = board
  const levels = LEVELS
  const current = (await standing(ann)).version
  const publish = { communityId, basedOn: current, levels }
  const { code } = await world.refused(ann, 'recognition.publishLevels', publish)
  expect(code).toBe('forbidden')
  const { version } = await world.ok(home.owner, 'recognition.publishLevels', publish)
  expect(version).toBe(current + 1)
  expect(await standing(ann)).toMatchObject({ version, levels, mayPublish: false })
  await world.fireTimer()
  expect(await messagesOf(ann, 'levels_published')).toHaveLength(1)
  expect(await world.refused(home.owner, 'recognition.publishLevels', publish)).toEqual({
    code: 'levels_outdated',
    params: { version },
  })
  const { entries = [] } = { entries: await world.documents('levels', { communityId }) }
  expect(entries.map(({ _id }) => _id)).toEqual([`${communityId}:${version}`])
})

test.each([
  ['that do not rise', [LEVELS[0], { ...LEVELS[1], from: 0 }]],
  ['whose first asks for something', [{ ...LEVELS[0], from: 1 }, LEVELS[1]]],
  ['of which there is one', [LEVELS[0]]],
])('levels %s are refused', async (_about, levels) => {
  const { world, home, communityId } = board
  const { version } = await standing(home.owner)
  const { code } = await world.refused(home.owner, 'recognition.publishLevels', {
    communityId,
    basedOn: version,
    levels: levels as typeof LEVELS,
  })
  expect(code).toBe('malformed_input')
})

test('a frame is redeemed once, is no make-up card, and stands round the avatar for all', async () => {
  const { world, home, communityId, ann } = board
  const at = { world, ...home }
  const dora = await givenSaver(at)
  const choose = { communityId, frame: 'lanterns' as const }
  const { code } = await world.refused(dora, 'recognition.chooseFrame', choose)
  expect(code).toBe('frame_needed')
  const item = await givenItem(at, 'privilege', { privilege: 'profileFrame' })
  await world.ok(dora, 'store.redeem', { communityId, ...item })
  expect(await standing(dora)).toMatchObject({ hasFrames: true, frame: null })
  const { makeUp } = await world.ok(dora, 'checkin.getCalendar', { communityId })
  expect(makeUp.cards).toEqual([])
  await world.ok(dora, 'recognition.chooseFrame', choose)
  const memberId = world.memberId(communityId, dora)
  const profile = await world.ok(ann, 'member.getProfile', { communityId, memberId })
  expect(profile.frame).toBe('lanterns')
  await world.ok(dora, 'recognition.chooseFrame', { communityId, frame: null })
  expect(await standing(dora)).toMatchObject({ hasFrames: true, frame: null })
})
