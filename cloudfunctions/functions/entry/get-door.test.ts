import { openWorld, type User, type World } from '../../../test/world'

let world: World
let communityId: string
let owner: User
beforeAll(async () => {
  world = await openWorld()
  const home = await world.given.community()
  communityId = home.communityId
  owner = home.owner
})
afterAll(() => world.close())

const door = (user: User) => world.ok(user, 'entry.getDoor', { communityId })
const decline = (user: User, revision: number, reason: string) =>
  world.ok(owner, 'entry.decide', {
    communityId,
    applicationId: world.memberId(communityId, user),
    revision,
    verdict: 'decline',
    reason,
  })

test('shows a stranger the community, its rules and questions, and nobody by name', async () => {
  const seen = await door(world.person('stranger'))
  expect(seen).toMatchObject({ standing: 'stranger', application: null })
  expect(seen.questions.length).toBeGreaterThan(0)
  const text = JSON.stringify(seen)
  for (const secret of ['老周', owner.openid, owner.userId]) expect(text).not.toContain(secret)
})

test('shows the three latest words of thanks, the last said first', async () => {
  const home = await world.given.community()
  const ann = await world.given.member(home, 'ann')
  for (const words of ['第一声谢谢', '第二声谢谢', '第三声谢谢', '第四声谢谢']) {
    const requestId = await world.given.request(home.communityId, ann)
    const on = { communityId: home.communityId, requestId }
    await world.ok(home.owner, 'help.makeOffer', { ...on, message: '我来' })
    const offer = { ...on, offerId: home.owner.userId }
    await world.ok(ann, 'help.acceptOffer', offer)
    await world.ok(ann, 'help.confirmDone', { ...offer, thanks: words })
  }
  const seen = await world.ok(world.person('stranger'), 'entry.getDoor', {
    communityId: home.communityId,
  })
  expect(seen.thanks).toEqual(['第四声谢谢', '第三声谢谢', '第二声谢谢'])
  expect(seen.memberCount).toBe(2)
})

test('gives an applicant their own application back, to correct it', async () => {
  const ann = await world.given.applicant(communityId, 'ann')
  const seen = await door(ann)
  expect(seen.standing).toBe('pending')
  expect(seen.application).toMatchObject({
    state: 'pending',
    revision: 1,
    nickname: 'ann',
    skills: ['修自行车'],
    reason: null,
  })
  expect(Object.keys(seen.application?.answers ?? {})).not.toHaveLength(0)
})

test('says why an application was declined, until a new one waits', async () => {
  const ann = await world.given.applicant(communityId, 'ann')
  await decline(ann, 1, '请写明住在哪一片')
  const declined = await door(ann)
  expect(declined.standing).toBe('declined')
  expect(declined.application?.reason).toBe('请写明住在哪一片')
  await world.apply(ann, communityId)
  const waiting = await door(ann)
  expect(waiting.standing).toBe('pending')
  expect(waiting.application).toMatchObject({ revision: 2, reason: null })
})

test('knows a member', async () => {
  const ann = await world.given.member({ communityId, owner }, 'ann')
  expect(await door(ann)).toMatchObject({ standing: 'member', application: null })
  expect(await door(owner)).toMatchObject({ standing: 'member', application: null })
})

test('does not know what somebody is in another community', async () => {
  const other = await world.given.community()
  await world.given.applicant(other.communityId, 'ann')
  expect(await door(other.owner)).toMatchObject({ standing: 'stranger', application: null })
})

test('refuses a community that does not exist', async () => {
  const reply = await world.call(owner, 'entry.getDoor', { communityId: 'constructor' })
  expect(reply).toMatchObject({ ok: false, code: 'not_found' })
})
