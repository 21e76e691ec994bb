import { openWorld, type User, type World } from '../../../test/world'
import type { FieldDraft } from '../../../types/definition'

let world: World
let communityId: string
let owner: User
let ann: User
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  const home = await world.given.community()
  communityId = home.communityId
  owner = home.owner
  ann = await world.given.member(home, 'ann')
})

const question: FieldDraft = {
  key: 'hobby',
  kind: 'shortText',
  label: '喜欢做什么',
  required: true,
  maxLength: 40,
}
const asking = (basedOn: number, questions: FieldDraft[] = [question]) => ({
  communityId,
  basedOn,
  questions,
})
const settings = () => world.ok(owner, 'community.getSettings', { communityId })

test('the door asks the new questions; an application keeps those it answered', async () => {
  const ben = await world.given.applicant(communityId, 'ben')
  const { questionsVersion } = await settings()
  const { version } = await world.ok(owner, 'community.publishQuestions', asking(questionsVersion))
  expect(version).toBe(questionsVersion + 1)
  const door = await world.ok(world.person('passer'), 'entry.getDoor', { communityId })
  expect(door.questions).toEqual([question])
  const [waiting] = await world.documents('applications', { userId: ben.userId })
  expect(waiting?.questions.map(({ key }) => key)).not.toContain('hobby')
})

test('questions that changed since they were read, or do not hold, are refused', async () => {
  const { questionsVersion: version } = await settings()
  expect(await world.refused(owner, 'community.publishQuestions', asking(version + 1))).toEqual({
    code: 'questions_outdated',
    params: { version },
  })
  const pictures: FieldDraft = { key: 'p', kind: 'images', label: '照片', required: false }
  const wrong = asking(version, [{ ...question, label: ' ' }, pictures])
  expect(await world.refused(owner, 'community.publishQuestions', wrong)).toEqual({
    code: 'invalid_fields',
    params: {
      fields: [
        { field: 'fields.0.label', code: 'missing' },
        { field: 'fields.1.kind', code: 'wrong_kind' },
      ],
    },
  })
})

test('name, purpose and welcome are what the door and the settings say from then on', async () => {
  const words = {
    name: '青石里邻居',
    purpose: '有事喊一声',
    welcome: '欢迎你，先去看看谁家要帮忙。',
  }
  await world.ok(owner, 'community.describe', { communityId, ...words })
  expect(await settings()).toMatchObject(words)
  const door = await world.ok(world.person('passer'), 'entry.getDoor', { communityId })
  expect(door.community).toMatchObject({ name: words.name, purpose: words.purpose })
})

test('a contact in the welcome is refused at its field', async () => {
  const { name, purpose } = await settings()
  const welcome = '欢迎你，有事打我电话 13812345678。'
  const input = { communityId, name, purpose, welcome }
  expect(await world.refused(owner, 'community.describe', input)).toEqual({
    code: 'content_refused',
    params: { fields: [{ field: 'welcome', code: 'found_phone' }] },
  })
})

test('members without the duty change nothing', async () => {
  const reply = await world.call(ann, 'community.getSettings', { communityId })
  expect(reply).toMatchObject({ ok: false, code: 'forbidden' })
  expect((await world.refused(ann, 'community.publishQuestions', asking(1))).code).toBe('forbidden')
  const words = {
    communityId,
    name: '青石里',
    purpose: '有事喊一声',
    welcome: '欢迎你来这里看看大家。',
  }
  expect((await world.refused(ann, 'community.describe', words)).code).toBe('forbidden')
})
