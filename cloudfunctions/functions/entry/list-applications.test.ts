import { openWorld, type User, type World } from '../../../test/world'
import { PAGE_SIZE } from '../../../types/shape'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

type Home = { communityId: string; owner: User }
type State = 'pending' | 'approved' | 'declined'

const page = ({ communityId, owner }: Home, state: State, cursor: string | null = null) =>
  world.ok(owner, 'entry.listApplications', { communityId, state, cursor })
const names = (items: readonly { nickname: string }[]) => items.map(({ nickname }) => nickname)
const decide = ({ communityId, owner }: Home, user: User, verdict: 'approve' | 'decline') =>
  world.ok(owner, 'entry.decide', {
    communityId,
    applicationId: world.memberId(communityId, user),
    revision: 1,
    verdict,
    reason: '请再多写两句',
  })

test('shows reviewers who waits, the longest first, with questions and answers in words', async () => {
  const home = await world.given.community()
  const ann = await world.given.applicant(home.communityId, 'ann')
  await world.given.applicant(home.communityId, 'ben')
  const { items, next } = await page(home, 'pending')
  expect(names(items)).toEqual(['ann', 'ben'])
  expect(next).toBeNull()
  expect(items[0]).toMatchObject({
    applicationId: world.memberId(home.communityId, ann),
    revision: 1,
    own: false,
    previousReason: null,
    answers: [
      { label: '你住在哪一片', value: '我住在三号楼，会修自行车' },
      { label: '平时能帮上什么', value: '我住在三号楼，会修自行车' },
    ],
  })
  expect(JSON.stringify(items)).not.toContain(ann.openid)
})

test('says a choice by its label', async () => {
  const home = await world.given.community({ preset: 'technology' })
  await world.given.applicant(home.communityId, 'ann')
  const { items } = await page(home, 'pending')
  expect(items[0]?.answers[0]).toEqual({ label: '主要做哪一块', value: '前端与客户端' })
})

test('shows what was decided, the latest decision first', async () => {
  const home = await world.given.community()
  const [ann, ben, cai] = [
    await world.given.applicant(home.communityId, 'ann'),
    await world.given.applicant(home.communityId, 'ben'),
    await world.given.applicant(home.communityId, 'cai'),
  ]
  await decide(home, cai, 'approve')
  await decide(home, ann, 'approve')
  await decide(home, ben, 'decline')
  expect(names((await page(home, 'approved')).items)).toEqual(['ann', 'cai'])
  expect((await page(home, 'declined')).items).toMatchObject([
    { nickname: 'ben', state: 'declined', previousReason: '请再多写两句' },
  ])
  expect((await page(home, 'pending')).items).toEqual([])
})

test('pages skip nobody and repeat nobody while others apply, correct and are decided', async () => {
  const home = await world.given.community()
  const { communityId } = home
  const applicants: User[] = []
  for (let i = 0; i < PAGE_SIZE + 3; i++) {
    applicants.push(await world.given.applicant(communityId, `p${i}`))
  }
  const first = await page(home, 'pending')
  expect(names(first.items)).toEqual(applicants.slice(0, PAGE_SIZE).map(({ name }) => name))

  // One decided before the cursor, one corrected on each side of it, one new.
  await decide(home, applicants[2] as User, 'approve')
  await world.apply(applicants[5] as User, communityId)
  await world.apply(applicants[PAGE_SIZE] as User, communityId)
  await world.given.applicant(communityId, 'new')

  const second = await page(home, 'pending', first.next)
  expect(names(second.items)).toEqual(['p20', 'p21', 'p22', 'new'])
  expect(second.items[0]?.revision).toBe(2)
  expect(second.next).toBeNull()
})

test('refuses members without the duty', async () => {
  const home = await world.given.community()
  const ann = await world.given.member(home, 'ann')
  const input = { communityId: home.communityId, state: 'pending' } as const
  expect(await world.call(ann, 'entry.listApplications', input)).toMatchObject({
    code: 'forbidden',
  })
  const memberId = world.memberId(home.communityId, ann)
  await world.ok(home.owner, 'member.appoint', {
    communityId: home.communityId,
    memberId,
    role: 'moderator',
  })
  await world.ok(ann, 'entry.listApplications', input)
})

test('holds the applications of its own community only', async () => {
  const home = await world.given.community()
  const other = await world.given.community()
  await world.given.applicant(other.communityId, 'elsewhere')
  expect((await page(home, 'pending')).items).toEqual([])
})
