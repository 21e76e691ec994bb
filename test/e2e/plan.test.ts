/** An event from the idea to the seat: planned by a member, published by an admin, joined by another. */
import { t } from '../../client/i18n'
import { linkTo } from './lib/phone'
import { openStage, type Stage } from './lib/stage'

const TITLE = '周末一起学做面包'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

test('a draft is kept, an admin publishes it in one tap and may take that back, a member has a seat', async () => {
  const { world } = stage
  const home = await world.given.community()
  const { communityId } = home
  const [ann, ben] = [await world.given.member(home, 'ann'), await world.given.member(home, 'ben')]
  const organiser = await stage.phone(ann)
  const edit = linkTo('event.edit', { communityId })
  await organiser.open(edit)
  await organiser.sees(t('event.createTitle'))
  await organiser.write(t('event.name'), TITLE)
  await organiser.write(t('event.aboutLabel'), '从揉面开始，做两种面包带回家')
  await organiser.write(t('event.placeName'), '社区活动室 203')
  await organiser.tap(t('common.inThreeDays'))
  // Closed in the middle of it, and opened again.
  await organiser.open(edit)
  await organiser.sees(t('common.draftKept'))
  expect(await organiser.valueOf(t('event.name'))).toBe(TITLE)
  await organiser.tap(t('event.submit'))
  await organiser.sees(t('event.state_pending'))

  const admin = await stage.phone(home.owner)
  await admin.open(linkTo('member.workbench', { communityId }))
  await admin.sees(TITLE)
  await admin.tap(t('event.publish'))
  await admin.sees(t('event.published'))
  await admin.tap(t('common.undo'))
  await admin.sees(t('workbench.undone'))
  await admin.sees(TITLE)
  await admin.tap(t('event.publish'))
  await admin.sees(t('event.published'))

  const [event] = await world.documents('events', { communityId })
  const guest = await stage.phone(ben)
  await guest.open(linkTo('event.detail', { communityId, eventId: event?._id ?? '' }))
  await guest.tap(t('event.register'))
  await guest.tapInSheet(t('event.register'))
  await guest.sees(t('event.registered_seated'))
  expect(stage.problems()).toEqual([])
})
