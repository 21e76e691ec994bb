import { newKey } from '../../../test/world'
import { type Board, openBoard } from '../../../test/world/board'
import { URGENCY_BOUNDS } from '../../../types/help-rules'
import type { Answers } from '../../../types/template'

let board: Board
beforeAll(async () => {
  board = await openBoard()
})
afterAll(() => board.world.close())

const { openMax } = URGENCY_BOUNDS.normal

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()

/** An input that fits the community's first form, with answers replaced or left out. */
async function posting(changed: Record<string, Answers[string] | undefined> = {}) {
  const { world, communityId, ann } = board
  const { templates } = await world.ok(ann, 'help.listTemplates', { communityId })
  const form = templates[0]
  if (!form) throw new Error('the community has no form')
  const requestId = await board.given.open()
  const { fields } = await board.see.request(requestId)
  await board.when.close(requestId)
  const fitting = Object.fromEntries(fields.map(({ key, value }) => [key, value]))
  const answers = Object.fromEntries(
    Object.entries({ ...fitting, ...changed }).filter(([, value]) => value !== undefined),
  ) as Answers
  return {
    communityId,
    templateKey: form.key,
    templateVersion: form.version,
    helpersNeeded: 2,
    answers,
  }
}

test('stands on the board as it was written', async () => {
  const { world, see, ann } = board
  const deadline = inHours(5)
  const input = await posting({ what: '  请教怎样修木门  ', deadline })
  const { requestId } = await world.ok(ann, 'help.postRequest', input)
  expect(await see.request(requestId)).toMatchObject({
    title: '请教怎样修木门',
    deadline,
    state: 'open',
    own: true,
    helpersNeeded: 2,
    helpersTaken: 0,
    offers: [],
    steps: ['close'],
  })
})

test('is refused field by field, with the bound that was missed', async () => {
  const { world, ann } = board
  const refusal = async (changed: Parameters<typeof posting>[0]) =>
    world.refused(ann, 'help.postRequest', await posting(changed))
  expect(await refusal({ what: '   ', deadline: inHours(-1), nonsense: 'x' })).toEqual({
    code: 'invalid_fields',
    params: {
      fields: expect.arrayContaining([
        { field: 'nonsense', code: 'unknown' },
        { field: 'what', code: 'missing' },
        { field: 'deadline', code: 'too_soon', bound: expect.any(Number) },
      ]),
    },
  })
  expect(await refusal({ deadline: '明天' })).toMatchObject({
    params: { fields: [{ field: 'deadline', code: 'wrong_kind' }] },
  })
  expect(await refusal({ what: '长'.repeat(2001) })).toMatchObject({
    params: { fields: [{ field: 'what', code: 'too_long', bound: expect.any(Number) }] },
  })
  expect(await refusal({ deadline: undefined, thanks: undefined })).toMatchObject({
    params: { fields: expect.arrayContaining([{ field: 'deadline', code: 'missing' }]) },
  })
})

test('is refused on a form that is not the current one, or that the community does not have', async () => {
  const { world, ann } = board
  const input = await posting()
  const outdated = { ...input, templateVersion: input.templateVersion + 1 }
  expect(await world.refused(ann, 'help.postRequest', outdated)).toEqual({
    code: 'template_outdated',
    params: { version: input.templateVersion },
  })
  const unknown = { ...input, templateKey: 'nowhere' }
  expect((await world.refused(ann, 'help.postRequest', unknown)).code).toBe('not_found')
})

test('sent again, and on two connections at once, is one request', async () => {
  const { world, ann } = board
  const input = await posting({ what: '只发一次的请求' })
  const key = newKey()
  const replies = await Promise.all(
    [1, 2, 3].map(() => world.ok(ann, 'help.postRequest', input, { key })),
  )
  replies.push(await world.ok(ann, 'help.postRequest', input, { key }))
  expect(new Set(replies.map(({ requestId }) => requestId)).size).toBe(1)
  const stored = await world.documents('requests')
  expect(stored.filter(({ title }) => title === '只发一次的请求')).toHaveLength(1)
})

test('the same key with other words is a conflict', async () => {
  const { world, ann } = board
  const input = await posting()
  const key = newKey()
  await world.ok(ann, 'help.postRequest', input, { key })
  const other = { ...input, helpersNeeded: 3 }
  expect((await world.refused(ann, 'help.postRequest', other, { key })).code).toBe('conflict')
})

test('of any number of posts at once so many stand as one may have, and closing one makes room', async () => {
  const { world, home, communityId } = board
  const fay = await world.given.member(home, 'fay')
  const input = await posting()
  const posts = Array.from({ length: openMax + 4 }, () =>
    world.call(fay, 'help.postRequest', input),
  )
  const replies = await Promise.all(posts)
  const ids = replies.flatMap((reply) => (reply.ok ? [reply.data.requestId] : []))
  const refusals = replies.flatMap((reply) => (reply.ok ? [] : [reply.code]))
  expect(ids).toHaveLength(openMax)
  expect(new Set(refusals)).toEqual(new Set(['too_many_open_requests']))
  expect(await world.refused(fay, 'help.postRequest', input)).toEqual({
    code: 'too_many_open_requests',
    params: { max: openMax },
  })
  const closing = { communityId, requestId: ids[0] ?? '', reason: '自己解决了' }
  await world.ok(fay, 'help.closeRequest', closing)
  await world.ok(fay, 'help.postRequest', input)
})

test('a request that found its helpers keeps its place until nobody is looked for any more', async () => {
  const { world, home, communityId, ben } = board
  const gus = await world.given.member(home, 'gus')
  const place = async (requestId: string) =>
    (await world.documents('requests', { _id: requestId }))[0]?.place
  const requestId = await world.given.request(communityId, gus)
  const held = await place(requestId)
  await board.when.offer(requestId, ben)
  const on = { communityId, requestId }
  await world.ok(gus, 'help.acceptOffer', { ...on, offerId: ben.userId })
  expect(await place(requestId)).toBe(held)
  await world.ok(ben, 'help.withdrawOffer', { ...on, reason: '来不了了' })
  expect(await place(requestId)).toBe(held)
  await world.ok(gus, 'help.closeRequest', { ...on, reason: '不找了' })
  expect(await place(requestId)).toBe(`x${requestId}`)
})
