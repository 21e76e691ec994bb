import { common } from '../../client/i18n/common.zh-CN'
import { community } from '../../client/i18n/community.zh-CN'
import { entry } from '../../client/i18n/entry.zh-CN'
import { home } from '../../client/i18n/home.zh-CN'
import { pathOf } from '../../client/routes'
import type { World } from '../world'
import type { Driver } from './driver'

/** What must work before anything else: booting, tabs, sub-packages, a person's own storage. */
export async function beginnings(driver: Driver, world: World): Promise<void> {
  const ann = world.person('ann')

  await driver.open(ann)
  await driver.sees(home.welcomeText)
  await driver.tapTab('互助')
  expect(await driver.route()).toBe(pathOf('help'))
  await driver.tapTab('我的')
  expect(await driver.route()).toBe(pathOf('me'))
  await driver.tapTab('首页')
  await driver.tap(home.create)
  expect(await driver.route()).toBe(pathOf('community.create'))
  await driver.type(community.name, '青石里')
  await driver.tap(common.back)
  await driver.sees(home.welcomeText)

  const bob = world.person('bob')
  await driver.open(bob, { page: pathOf('community.create') })
  await driver.sees(community.createLead)
  await driver.misses(common.draftKept)
  await driver.open(ann, { page: pathOf('community.create') })
  await driver.sees(common.draftKept)

  await driver.open(ann, { group: 'g-nobody' })
  await driver.sees(home.welcomeUnbound)

  await driver.open(ann, { page: `${pathOf('entry.door')}?communityId=gone` })
  await driver.sees(entry.noDoor)
  await driver.tap(common.toHome)
  await driver.sees(home.welcomeText)

  expect(await driver.problems()).toEqual([])
}
