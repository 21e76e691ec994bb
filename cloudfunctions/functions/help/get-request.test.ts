import { type Board, openBoard } from '../../../test/world/board'

let board: Board
beforeAll(async () => {
  board = await openBoard()
})
afterAll(() => board.world.close())
afterEach(() => board.world.shiftClock(0))

test('shows the answers as the form asks for them, and only those given', async () => {
  const { world, given, see, communityId, ann, ben } = board
  const requestId = await given.open({ what: '借一架人字梯' })
  const { templates } = await world.ok(ann, 'help.listTemplates', { communityId })
  const request = await see.request(requestId, ben)
  const form = templates.find(({ key }) => key === request.templateKey)
  expect(request).toMatchObject({ title: '借一架人字梯', own: false, templateName: form?.name })
  const what = form?.fields.find(({ key }) => key === 'what')
  expect(request.fields).toContainEqual({
    key: 'what',
    kind: what?.kind,
    label: what?.label,
    value: '借一架人字梯',
  })
  const asked = form?.fields.filter(({ required }) => required).map(({ key }) => key)
  expect(request.fields.map(({ key }) => key)).toEqual(asked)
})

test('the requester sees every offer; others their own and those that were accepted', async () => {
  const { world, home, given, when, see, ben, cai } = board
  const dan = await world.given.member(home, 'dan')
  const requestId = await given.offered([ben, cai, dan], { helpersNeeded: 2 })
  await when.accept(requestId, ben)
  await when.decline(requestId, dan)
  const seen = async (viewer = board.ann) =>
    (await see.request(requestId, viewer)).offers.map(({ helper }) => helper.nickname)
  expect(await seen()).toEqual(['ben', 'cai', 'dan'])
  expect(await seen(cai)).toEqual(['ben', 'cai'])
  expect(await seen(dan)).toEqual(['ben', 'dan'])
  expect(await seen(home.owner)).toEqual(['ben'])
})

test('an outsider learns nothing of an offer that was not accepted, nor of one given back', async () => {
  const { world, given, when, on, home, ben } = board
  const requestId = await given.open()
  const secret = '我认识你的房东，可以去说说'
  await world.ok(ben, 'help.makeOffer', { ...on(requestId), message: secret })
  const seenByOutsider = async () =>
    JSON.stringify(await world.ok(home.owner, 'help.getRequest', on(requestId)))
  expect(await seenByOutsider()).not.toContain(secret)
  await when.accept(requestId, ben)
  expect(await seenByOutsider()).toContain(secret)
  await when.withdraw(requestId, ben)
  const afterwards = await seenByOutsider()
  expect(afterwards).not.toContain(secret)
  expect(afterwards).not.toContain('临时要加班')
})

test('says what each person may do next', async () => {
  const { given, when, see, ann, ben, cai } = board
  const requestId = await given.offered([ben])
  const steps = async () => ({
    ann: (await see.request(requestId, ann)).steps,
    ben: (await see.request(requestId, ben)).steps,
    cai: (await see.request(requestId, cai)).steps,
  })
  expect(await steps()).toEqual({
    ann: ['answerOffers', 'close'],
    ben: ['withdraw'],
    cai: ['offer'],
  })
  await when.accept(requestId, ben)
  expect(await steps()).toEqual({
    ann: ['confirm', 'close'],
    ben: ['withdraw', 'markDone'],
    cai: [],
  })
  await when.finish(requestId, ben)
  expect(await steps()).toEqual({ ann: ['confirm'], ben: [], cai: [] })
  await when.confirm(requestId, ben)
  expect(await steps()).toEqual({ ann: [], ben: [], cai: [] })
})

test('shows an open request as expired from its deadline on, before the timer has run', async () => {
  const { world, given, see, ben } = board
  const requestId = await given.offered([ben], { inMinutes: 120 })
  await world.shiftClock(119 * 60_000)
  expect((await see.request(requestId)).state).toBe('open')
  await world.shiftClock(121 * 60_000)
  expect(await see.request(requestId)).toMatchObject({ state: 'expired', steps: [] })
  expect(await see.states(requestId)).toMatchObject({ [ben.userId]: 'declined' })
})

test('names people by member id, nickname, picture and level, and shows no openid', async () => {
  const { world, given, on, ann, ben } = board
  const requestId = await given.accepted([ben])
  const request = await world.ok(ann, 'help.getRequest', on(requestId))
  expect(request.requester).toEqual({
    memberId: `${board.communityId}:${ann.userId}`,
    nickname: 'ann',
    avatar: 'a2',
    level: { rank: 0, name: expect.any(String) },
  })
  expect(JSON.stringify(request)).not.toContain(ann.openid)
  expect(JSON.stringify(request)).not.toContain(ben.openid)
})

test('does not find a request that does not exist', async () => {
  const reply = await board.world.call(board.ann, 'help.getRequest', board.on('0'.repeat(26)))
  expect(reply).toMatchObject({ ok: false, code: 'not_found' })
})
