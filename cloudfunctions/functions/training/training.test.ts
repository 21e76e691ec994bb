import { newKey, openWorld, type User, type World } from '../../../test/world'

let world: World
let home: { communityId: string; owner: User }
beforeAll(async () => {
  world = await openWorld()
  home = await world.given.community()
})
afterAll(() => world.close())

const question = {
  key: 'deposit',
  text: '有人要你先付押金，你会怎么做？',
  choices: [
    { value: 'pay', label: '先付了再说' },
    { value: 'tell', label: '不付，告诉管理员' },
  ],
  answer: 'tell',
  why: '互助不收钱，先付钱的多半是骗局。',
}

const postable = async (user: User, communityId: string) => {
  const { templates } = await world.ok(user, 'help.listTemplates', { communityId })
  const form = templates[0]
  if (!form) throw new Error('no form')
  return {
    communityId,
    templateKey: form.key,
    templateVersion: form.version,
    helpersNeeded: 1,
    answers: {},
  }
}
const quizOf = (user: User, communityId: string) => world.ok(user, 'training.get', { communityId })

test('before the quiz nothing is posted or offered; after it everything is', async () => {
  const { communityId, owner } = home
  const ann = await world.given.untrained(home, 'ann')
  const requestId = await world.given.request(communityId, owner)
  const offer = { communityId, requestId, message: '我来帮忙' }
  const post = await postable(ann, communityId)
  expect((await world.refused(ann, 'help.postRequest', post)).code).toBe('training_required')
  expect((await world.refused(ann, 'help.makeOffer', offer)).code).toBe('training_required')
  await world.train(ann, communityId)
  await world.ok(ann, 'help.makeOffer', offer)
  await world.given.request(communityId, ann)
})

test('explains every answer, and passes with as many right as are asked for', async () => {
  const { communityId } = home
  const ann = await world.given.untrained(home, 'ann')
  const { version, questions, passMark, editable, passed } = await quizOf(ann, communityId)
  expect({ editable, passed }).toEqual({ editable: null, passed: false })
  expect(JSON.stringify(questions)).not.toContain('"answer"')

  const wrong = await world.ok(ann, 'training.submit', { communityId, version, answers: {} })
  expect(wrong).toMatchObject({ passed: false, right: 0, passMark })
  expect(wrong.results.every(({ why }) => why.length > 0)).toBe(true)
  const answersOf = (count: number) =>
    Object.fromEntries(wrong.results.slice(0, count).map(({ key, answer }) => [key, answer]))
  const nearly = { communityId, version, answers: answersOf(passMark - 1) }
  expect((await world.ok(ann, 'training.submit', nearly)).passed).toBe(false)
  expect((await quizOf(ann, communityId)).passed).toBe(false)
  const enough = { communityId, version, answers: answersOf(passMark) }
  expect((await world.ok(ann, 'training.submit', enough)).passed).toBe(true)
  expect((await quizOf(ann, communityId)).passed).toBe(true)
})

test('names that every object has are no answers', async () => {
  const { communityId } = home
  const ann = await world.given.untrained(home, 'ann')
  const { version } = await quizOf(ann, communityId)
  const answers = { constructor: 'x', contact: 'toString' }
  const { right } = await world.ok(ann, 'training.submit', { communityId, version, answers })
  expect(right).toBe(0)
})

test('an admin publishes the next version; who passed stays, who has not answers the new one', async () => {
  const other = await world.given.community()
  const { communityId, owner } = other
  const passed = await world.given.member(other, 'passed')
  const late = await world.given.untrained(other, 'late')
  const { version } = await quizOf(owner, communityId)
  const next = { communityId, basedOn: version, passMark: 1, questions: [question] }
  expect(await world.ok(owner, 'training.publish', next)).toEqual({ version: version + 1 })
  expect((await quizOf(passed, communityId)).passed).toBe(true)
  const old = { communityId, version, answers: {} }
  expect((await world.refused(late, 'training.submit', old)).code).toBe('quiz_outdated')
  const answers = { deposit: 'tell' }
  const { passed: isIn } = await world.ok(late, 'training.submit', {
    communityId,
    version: version + 1,
    answers,
  })
  expect(isIn).toBe(true)
})

test('a quiz without questions asks nobody anything', async () => {
  const other = await world.given.community()
  const { communityId, owner } = other
  await world.ok(owner, 'training.publish', {
    communityId,
    basedOn: 1,
    passMark: 0,
    questions: [],
  })
  const ann = await world.given.untrained(other, 'ann')
  await world.given.request(communityId, ann)
})

test('refuses to publish without the duty, over another version, and what does not hold together', async () => {
  const { communityId, owner } = home
  const ann = await world.given.member(home, 'ann')
  const right = { communityId, basedOn: 1, passMark: 1, questions: [question] }
  expect((await world.refused(ann, 'training.publish', right)).code).toBe('forbidden')
  const stale = { ...right, basedOn: 7 }
  expect((await world.refused(owner, 'training.publish', stale)).code).toBe('quiz_outdated')
  const wrong = [
    { ...right, passMark: 2 },
    { ...right, questions: [{ ...question, answer: 'other' }] },
    { ...right, questions: [question, question] },
    { ...right, questions: [{ ...question, choices: question.choices.slice(0, 1) }] },
  ]
  for (const input of wrong) {
    expect((await world.refused(owner, 'training.publish', input)).code).toBe('malformed_input')
  }
})

test('of two admins publishing at once one is refused; sent again it is done once', async () => {
  const other = await world.given.community()
  const { communityId, owner } = other
  const input = { communityId, basedOn: 1, passMark: 1, questions: [question] }
  const replies = await Promise.all([1, 2].map(() => world.call(owner, 'training.publish', input)))
  expect(replies.map(({ ok }) => ok).sort()).toEqual([false, true])
  const key = newKey()
  const next = { ...input, basedOn: 2 }
  await world.ok(owner, 'training.publish', next, { key })
  expect(await world.ok(owner, 'training.publish', next, { key })).toEqual({ version: 3 })
})
