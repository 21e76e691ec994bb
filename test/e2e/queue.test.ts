/** A moderator decides several cases together, and takes it back. */

import { t } from '../../client/i18n'
import { linkTo } from './lib/phone'
import { openStage, type Stage } from './lib/stage'

const COUNT = 3

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(async () => {
  await stage?.close()
})

test('several cases are approved together, and one tap takes all of it back', async () => {
  const { world } = stage
  const home = await world.given.community()
  const { communityId } = home
  const ann = await world.given.member(home, 'ann')
  for (let n = 1; n <= COUNT; n++) {
    await world.given.request(communityId, ann, { what: `第 ${n} 个书架，像 www.shujia.com 那种` })
  }
  const visibilities = async () =>
    (await world.documents('requests', { communityId })).map(({ visibility }) => visibility)
  const phone = await stage.phone({ openid: home.owner.openid })
  await phone.open(linkTo('moderation.queue', { communityId }))
  await phone.tap(t('common.selectMany'))
  await phone.sees(`第 ${COUNT} 个书架`)
  await phone.tap(t('common.chooseAll'))
  await phone.tap(t('moderation.manyApprove', { count: COUNT }))
  await phone.sees(t('moderation.manyApproved', { count: COUNT }))
  expect(await visibilities()).toEqual(Array(COUNT).fill('shown'))
  await phone.tap(t('common.undo'))
  await phone.sees(t('common.batchUndone', { count: COUNT, total: COUNT }))
  expect(await visibilities()).toEqual(Array(COUNT).fill('pending'))
  expect(stage.problems()).toEqual([])
})
