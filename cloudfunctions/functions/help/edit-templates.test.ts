import { newKey, openWorld, type User, type World } from '../../../test/world'
import { draftOf, TEMPLATES_MAX, type TemplateDraft } from '../../../types/definition'

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

const desk = (user = owner) => world.ok(user, 'help.listDefinitions', { communityId })
const offered = async () => (await world.ok(ann, 'help.listTemplates', { communityId })).templates

const draft: TemplateDraft = {
  name: '借书',
  hint: '想借一本书看看',
  icon: 'book',
  sensitivity: 'none',
  fields: [
    { key: 'what', kind: 'shortText', label: '想借哪一本', required: true },
    {
      key: 'deadline',
      kind: 'dateTime',
      label: '到何时',
      required: true,
      minAheadMinutes: 30,
      maxAheadDays: 30,
    },
    { key: 'thanks', kind: 'shortText', label: '先说声谢谢', required: true },
  ],
}
const publishing = (basedOn: number, change: Partial<TemplateDraft> = {}) => ({
  communityId,
  key: 'books',
  basedOn,
  draft: { ...draft, ...change },
})

test('a new form stands at the end and is offered at once, with its version', async () => {
  const before = await offered()
  expect(await world.ok(owner, 'help.publishTemplate', publishing(0))).toEqual({ version: 1 })
  const after = await offered()
  expect(after.map(({ key }) => key)).toEqual([...before.map(({ key }) => key), 'books'])
  expect(after.at(-1)).toEqual({ ...draft, key: 'books', version: 1 })
})

test('a request keeps the version it was written on; the next is written on the new one', async () => {
  await world.ok(owner, 'help.publishTemplate', publishing(0))
  const deadline = new Date(Date.now() + 36e6).toISOString()
  const posting = (templateVersion: number) => ({
    communityId,
    templateKey: 'books',
    templateVersion,
    helpersNeeded: 1,
    answers: { what: '想借一本菜谱', deadline, thanks: '看完就还' },
  })
  const old = await world.ok(ann, 'help.postRequest', posting(1))
  const fields = draft.fields.map((field) =>
    field.key === 'what' ? { ...field, label: '书名' } : field,
  )
  const published = await world.ok(owner, 'help.publishTemplate', publishing(1, { fields }))
  expect(published).toEqual({ version: 2 })
  const seen = await world.ok(ann, 'help.getRequest', { communityId, requestId: old.requestId })
  expect(seen.fields[0]).toMatchObject({ key: 'what', label: '想借哪一本' })
  expect(await world.refused(ann, 'help.postRequest', posting(1))).toEqual({
    code: 'template_outdated',
    params: { version: 2 },
  })
  const fresh = await world.ok(ann, 'help.postRequest', posting(2))
  const shown = await world.ok(ann, 'help.getRequest', { communityId, requestId: fresh.requestId })
  expect(shown.fields[0]).toMatchObject({ key: 'what', label: '书名' })
})

test('of two admins who edit the same version at once one publishes', async () => {
  await world.ok(owner, 'help.publishTemplate', publishing(0))
  const replies = await Promise.all(
    [1, 2, 3].map((n) =>
      world.call(owner, 'help.publishTemplate', publishing(1, { name: `借书 ${n}` })),
    ),
  )
  const outcomes = replies.map((reply) => (reply.ok ? reply.data.version : reply.code))
  expect(outcomes.sort()).toEqual([2, 'template_outdated', 'template_outdated'])
  expect(await world.refused(owner, 'help.publishTemplate', publishing(0))).toEqual({
    code: 'template_outdated',
    params: { version: 2 },
  })
})

test('a definition that does not hold is refused place by place', async () => {
  const [what, , thanks] = draft.fields
  if (!what || !thanks) throw new Error('the draft lacks fields')
  const bad = publishing(0, { name: '', sensitivity: 'money', fields: [what, what, thanks] })
  expect(await world.refused(owner, 'help.publishTemplate', bad)).toEqual({
    code: 'invalid_fields',
    params: {
      fields: expect.arrayContaining([
        { field: 'name', code: 'missing' },
        { field: 'fields.1.key', code: 'duplicate' },
        { field: 'fields', code: 'fixed' },
        { field: 'sensitivity', code: 'proof_missing' },
      ]),
    },
  })
})

test('order and switches are what members are offered; versions stay', async () => {
  const { arrangement, items } = await desk()
  const turned = items.map(({ template: { key } }, at) => ({ key, enabled: at !== 0 })).reverse()
  const input = { communityId, basedOn: arrangement, items: turned }
  const key = newKey()
  const done = await world.ok(owner, 'help.arrangeTemplates', input, { key })
  expect(await world.ok(owner, 'help.arrangeTemplates', input, { key })).toEqual(done)
  expect((await offered()).map((form) => form.key)).toEqual(
    turned.flatMap((item) => (item.enabled ? [item.key] : [])),
  )
  const after = await desk()
  expect(after.items.map(({ template }) => template)).toEqual(
    items.map(({ template }) => template).reverse(),
  )
})

test('a form that is switched off takes no request', async () => {
  const { arrangement, items } = await desk()
  const [first] = items
  if (!first) throw new Error('no form')
  await world.ok(owner, 'help.arrangeTemplates', {
    communityId,
    basedOn: arrangement,
    items: items.map(({ template: { key } }) => ({ key, enabled: key !== first.template.key })),
  })
  const { code } = await world.refused(ann, 'help.postRequest', {
    communityId,
    templateKey: first.template.key,
    templateVersion: first.template.version,
    helpersNeeded: 1,
    answers: {},
  })
  expect(code).toBe('not_found')
})

test('an arrangement that is out of date, or names other forms, is refused', async () => {
  const { arrangement, items } = await desk()
  const all = items.map(({ template: { key } }) => ({ key, enabled: true }))
  const arranging = (basedOn: number, list: typeof all) => ({ communityId, basedOn, items: list })
  const [first] = all
  if (!first) throw new Error('no form')
  for (const input of [
    arranging(arrangement + 1, all),
    arranging(arrangement, all.slice(1)),
    arranging(arrangement, [...all, { key: 'nowhere', enabled: true }]),
    arranging(arrangement, [...all.slice(1), ...all.slice(1, 2)]),
  ]) {
    expect(await world.refused(owner, 'help.arrangeTemplates', input)).toEqual({
      code: 'arrangement_outdated',
      params: { version: arrangement },
    })
  }
  // A form that came meanwhile must not be dropped by an order made without it.
  await world.ok(owner, 'help.publishTemplate', publishing(0))
  const { code } = await world.refused(owner, 'help.arrangeTemplates', arranging(arrangement, all))
  expect(code).toBe('arrangement_outdated')
})

test('a community has a bounded number of forms', async () => {
  const { items } = await desk()
  for (let n = items.length; n < TEMPLATES_MAX; n++) {
    await world.ok(owner, 'help.publishTemplate', { ...publishing(0), key: `form${n}` })
  }
  expect(await world.refused(owner, 'help.publishTemplate', publishing(0))).toEqual({
    code: 'too_many_templates',
    params: { max: TEMPLATES_MAX },
  })
  const [first] = items
  if (!first) throw new Error('no form')
  const { key, version } = first.template
  await world.ok(owner, 'help.publishTemplate', {
    communityId,
    key,
    basedOn: version,
    draft: draftOf(first.template),
  })
})

test('members without the duty neither see the desk nor change it', async () => {
  const reply = await world.call(ann, 'help.listDefinitions', { communityId })
  expect(reply).toMatchObject({ ok: false, code: 'forbidden' })
  expect((await world.refused(ann, 'help.publishTemplate', publishing(0))).code).toBe('forbidden')
  const arranging = { communityId, basedOn: 1, items: [{ key: 'other', enabled: false }] }
  expect((await world.refused(ann, 'help.arrangeTemplates', arranging)).code).toBe('forbidden')
})
