import { newKey, openWorld, type User, type World } from '../../../test/world'
import { PAGE_SIZE } from '../../../types/shape'

let world: World
let home: { communityId: string; owner: User }
beforeAll(async () => {
  world = await openWorld()
  home = await world.given.community({ name: '梧桐里邻里' })
})
afterAll(() => world.close())

/** Each decision is one message to the applicant. */
async function given(messages: number, name = 'ann'): Promise<User> {
  const user = world.person(name)
  const { communityId, owner } = home
  const applicationId = world.memberId(communityId, user)
  for (let revision = 1; revision <= messages; revision++) {
    await world.apply(user, communityId)
    const reason = `第 ${revision} 次的理由`
    const decision = { communityId, applicationId, revision, verdict: 'decline', reason } as const
    await world.ok(owner, 'entry.decide', decision)
  }
  return user
}
const list = (user: User, cursor: string | null = null) => world.ok(user, 'inbox.list', { cursor })
const unread = async (user: User) => (await world.ok(user, 'inbox.countUnread', {})).unread

test('an inbox nobody wrote to is empty', async () => {
  const user = world.person('new')
  expect(await list(user)).toEqual({ items: [], next: null })
  expect(await unread(user)).toBe(0)
})

test('one who is no member hears from the community, with its name and where to go', async () => {
  const ann = await given(1)
  const { items } = await list(ann)
  expect(items).toMatchObject([
    {
      communityId: home.communityId,
      communityName: '梧桐里邻里',
      kind: 'application_declined',
      params: { reason: '第 1 次的理由' },
      target: { page: 'door' },
      read: false,
    },
  ])
})

test('the newest comes first, and pages go on where they ended while new ones come in', async () => {
  const ann = await given(PAGE_SIZE + 2)
  const first = await list(ann)
  expect(first.items).toHaveLength(PAGE_SIZE)
  expect(first.items[0]?.params).toEqual({ reason: `第 ${PAGE_SIZE + 2} 次的理由` })

  await world.apply(ann, home.communityId)
  await world.ok(home.owner, 'entry.decide', {
    communityId: home.communityId,
    applicationId: world.memberId(home.communityId, ann),
    revision: PAGE_SIZE + 3,
    verdict: 'approve',
  })
  const second = await list(ann, first.next)
  expect(second.items.map(({ params }) => params.reason)).toEqual([
    '第 2 次的理由',
    '第 1 次的理由',
  ])
  expect(second.next).toBeNull()
})

test('shows and counts nobody else’s messages, whatever cursor is sent', async () => {
  const ann = await given(2)
  const thief = world.person('thief')
  const { items } = await list(ann)
  expect((await list(thief, items[0]?.messageId)).items).toEqual([])
  expect((await list(thief, 'zzzz')).items).toEqual([])
  expect(await unread(thief)).toBe(0)
})

test('marks what was seen and leaves what came later', async () => {
  const ann = await given(3)
  const { items } = await list(ann)
  await world.ok(ann, 'inbox.markRead', { upTo: items[1]?.messageId ?? '' })
  expect((await list(ann)).items.map(({ read }) => read)).toEqual([false, true, true])
  expect(await unread(ann)).toBe(1)
})

test('marks nothing of another person, even when their message is named', async () => {
  const ann = await given(2)
  const { items } = await list(ann)
  const thief = world.person('thief')
  const before = await world.documents('messages')
  await world.ok(thief, 'inbox.markRead', { upTo: items[0]?.messageId ?? '' })
  expect(await world.documents('messages')).toEqual(before)
  expect(await unread(ann)).toBe(2)
})

test('sent again, changes nothing more', async () => {
  const ann = await given(1)
  const key = newKey()
  await world.ok(ann, 'inbox.markRead', { upTo: 'zzzz' }, { key })
  await world.apply(ann, home.communityId)
  await world.ok(home.owner, 'entry.decide', {
    communityId: home.communityId,
    applicationId: world.memberId(home.communityId, ann),
    revision: 2,
    verdict: 'approve',
  })
  const before = await world.digest()
  await world.ok(ann, 'inbox.markRead', { upTo: 'zzzz' }, { key })
  expect(await world.digest()).toEqual(before)
  expect(await unread(ann)).toBe(1)
})

test('marked on two phones at once, it is read', async () => {
  const ann = await given(2)
  const { items } = await list(ann)
  const upTo = items[0]?.messageId ?? ''
  await Promise.all([1, 2].map(() => world.ok(ann, 'inbox.markRead', { upTo })))
  expect(await unread(ann)).toBe(0)
})
