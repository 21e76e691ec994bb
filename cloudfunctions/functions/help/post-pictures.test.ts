import { type Board, openBoard } from '../../../test/world/board'
import { draftOf } from '../../../types/definition'
import { PICTURE_BYTES_MAX, picturePath } from '../../../types/picture'
import type { Answers, FieldDefinition } from '../../../types/template'

let board: Board
beforeAll(async () => {
  board = await openBoard()
})
afterAll(() => board.world.close())

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()

const sample = ({ kind, options, min }: FieldDefinition) => {
  if (kind === 'number') return min ?? 1
  if (kind === 'dateTime') return inHours(5)
  if (kind === 'multipleChoice') return [options?.[0]?.value ?? '']
  return options?.[0]?.value ?? '一段够长的说明，写清楚来龙去脉'
}

/** A posting on the named form with its required fields filled in, and what is given beside. */
async function posting(templateKey: string, given: Answers) {
  const { world, communityId, ann } = board
  const { templates } = await world.ok(ann, 'help.listTemplates', { communityId })
  const form = templates.find(({ key }) => key === templateKey)
  if (!form) throw new Error(`no form ${templateKey}`)
  const required = form.fields.filter((field) => field.required)
  const answers = Object.fromEntries(required.map((field) => [field.key, sample(field)]))
  return {
    communityId,
    templateKey,
    templateVersion: form.version,
    helpersNeeded: 1,
    answers: { ...answers, ...given } as Answers,
  }
}

/** What cannot be opened waits until a person has looked at it. */
async function approved(requestId: string) {
  const { world, communityId, home } = board
  await world.firePictures()
  await world.deliverPushes()
  const named = { communityId, caseId: `request:${requestId}` }
  const { revision } = await world.ok(home.owner, 'moderation.getCase', named)
  await world.ok(home.owner, 'moderation.decide', { ...named, revision, verdict: 'approve' })
}

const fieldsSeenBy = async (requestId: string, viewer = board.ann) =>
  (await board.see.request(requestId, viewer)).fields

test('pictures of one’s own are shown to members through addresses that open', async () => {
  const { world, communityId, ann, ben } = board
  const images = [
    await world.given.picture(communityId, ann),
    await world.given.picture(communityId, ann),
  ]
  const input = await posting('life', { images })
  const { requestId } = await world.ok(ann, 'help.postRequest', input)
  await approved(requestId)
  const shown = (await fieldsSeenBy(requestId, ben)).find(({ key }) => key === 'images')
  expect(shown).toMatchObject({ kind: 'images' })
  expect(shown?.addresses).toHaveLength(2)
  for (const address of shown?.addresses ?? []) {
    expect((await fetch(address)).status).toBe(200)
    expect((await fetch(address.split('?')[0] ?? '')).status).toBe(403)
  }
})

test('a picture of another person, of elsewhere, or that never arrived is refused at its field', async () => {
  const { world, communityId, ann, ben } = board
  const other = await world.given.community({ name: '前端夜谈' })
  const fileIdOf = (path: string) => `cloud://local-env.local/${path}`
  const foreign = [
    await world.given.picture(communityId, ben),
    await world.given.picture(other.communityId, ann),
    await world.given.upload(ann, `elsewhere/${ann.userId}/one.jpg`, 10),
    await world.given.upload(
      ann,
      picturePath(communityId, ann.userId, 'page', 'jpg').replace('.jpg', '.html'),
      10,
    ),
  ]
  for (const picture of foreign) {
    const input = await posting('life', { images: [picture] })
    expect(await world.refused(ann, 'help.postRequest', input)).toEqual({
      code: 'invalid_fields',
      params: { fields: [{ field: 'images', code: 'not_yours' }] },
    })
  }
  const missing = fileIdOf(picturePath(communityId, ann.userId, 'never', 'jpg'))
  const input = await posting('life', { images: [missing] })
  expect(await world.refused(ann, 'help.postRequest', input)).toMatchObject({
    params: { fields: [{ field: 'images', code: 'no_file' }] },
  })
})

test('too many pictures, too heavy ones and what is no picture are refused at their field', async () => {
  const { world, communityId, ann } = board
  const four = await Promise.all([1, 2, 3, 4].map(() => world.given.picture(communityId, ann)))
  const heavy = await world.given.picture(communityId, ann, PICTURE_BYTES_MAX + 1)
  for (const [images, issue] of [
    [four, { code: 'too_long', bound: 3 }],
    [[heavy], { code: 'too_heavy', bound: 5 }],
    [['borrow'], { code: 'wrong_kind' }],
  ] as const) {
    const input = await posting('life', { images: [...images] })
    expect(await world.refused(ann, 'help.postRequest', input)).toMatchObject({
      params: { fields: [{ field: 'images', ...issue }] },
    })
  }
})

test('a sensitive request waits for a person, with its pictures in the case', async () => {
  const { world, home, communityId, ann, ben } = board
  const proofImages = [await world.given.picture(communityId, ann)]
  const input = await posting('emergency', { proof: '我是家属，可以随时核对', proofImages })
  const { requestId } = await world.ok(ann, 'help.postRequest', input)
  const forBen = await world.call(ben, 'help.getRequest', { communityId, requestId })
  expect(forBen).toMatchObject({ ok: false, code: 'not_found' })
  const proof = (await fieldsSeenBy(requestId, home.owner)).filter((field) => field.reviewersOnly)
  expect(proof.map(({ key }) => key)).toEqual(['proof', 'proofImages'])
  const [waiting] = await world.documents('cases', { subjectId: requestId })
  expect(waiting).toMatchObject({ state: 'open', files: proofImages })
  const bare = {
    communityId,
    caseId: `request:${requestId}`,
    revision: waiting?.revision ?? '',
    texts: {},
    pictures: Object.fromEntries(proofImages.map((file) => [file, null])),
  }
  expect(await world.refused(ann, 'moderation.resubmit', bare)).toMatchObject({
    params: { fields: [{ code: 'missing' }] },
  })
})

test('proof is seen by its author and by who reviews, by nobody else', async () => {
  const { world, home, communityId, ann, ben } = board
  const { items } = await world.ok(home.owner, 'help.listDefinitions', { communityId })
  const emergency = items.find(({ template }) => template.key === 'emergency')?.template
  if (!emergency) throw new Error('no emergency form')
  await world.ok(home.owner, 'help.publishTemplate', {
    communityId,
    key: 'emergency',
    basedOn: emergency.version,
    draft: { ...draftOf(emergency), sensitivity: 'none' },
  })
  const input = await posting('emergency', { proof: '我是家属，可以随时核对' })
  const { requestId } = await world.ok(ann, 'help.postRequest', input)
  const proofSeenBy = async (viewer = ann) =>
    (await fieldsSeenBy(requestId, viewer)).filter(({ reviewersOnly }) => reviewersOnly)
  expect(await proofSeenBy(ann)).toHaveLength(1)
  expect(await proofSeenBy(home.owner)).toHaveLength(1)
  expect(await proofSeenBy(ben)).toEqual([])
  expect(JSON.stringify(await board.see.request(requestId, ben))).not.toContain('我是家属')
})

test('one sees one’s own pictures again, and no one else’s', async () => {
  const { world, communityId, ann, ben } = board
  const [mine, theirs] = [
    await world.given.picture(communityId, ann),
    await world.given.picture(communityId, ben),
  ]
  const { pictures } = await world.ok(ann, 'member.viewOwnPictures', {
    communityId,
    fileIds: [mine, theirs],
  })
  expect(pictures.map(({ fileId }) => fileId)).toEqual([mine])
  expect((await fetch(pictures[0]?.address ?? '')).status).toBe(200)
})
