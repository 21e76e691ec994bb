import { randomBytes } from 'node:crypto'
import { common } from '../../client/i18n/common.zh-CN'
import { community } from '../../client/i18n/community.zh-CN'
import { entry } from '../../client/i18n/entry.zh-CN'
import { help } from '../../client/i18n/help.zh-CN'
import { home } from '../../client/i18n/home.zh-CN'
import { inbox } from '../../client/i18n/inbox.zh-CN'
import { member } from '../../client/i18n/member.zh-CN'
import { workbench } from '../../client/i18n/workbench.zh-CN'
import { pathOf } from '../../client/routes'
import { neighbourhood } from '../../cloudfunctions/domain/presets/neighbourhood'
import { neighbourly as life } from '../../cloudfunctions/domain/presets/templates/neighbourly'
import type { ShareCard } from '../../emulator/weapp-host/phone/types'
import type { FieldDefinition } from '../../types/template'
import type { User, World } from '../world'
import type { Driver } from './driver'

const COMMUNITY = '青石里邻居'
const WHAT = '借一架梯子换走廊的灯泡'
const OFFER = '我家有人字梯，晚饭后送过去'
const THANKS = '梯子又稳又干净，走廊亮堂了，谢谢！'

/**
 * The product's main job, as three people do it on their phones: a group's card, a door, a decision,
 * a request by form, an offer, help, thanks. The words are the client's own.
 */
export async function journey(driver: Driver, world: World): Promise<void> {
  const owner = { ...world.person('owner'), nickname: '老周' }
  const asker = { ...world.person('asker'), nickname: '三楼小林' }
  const helper = { ...world.person('helper'), nickname: '热心何叔' }
  const group = `group-${randomBytes(6).toString('hex')}`

  const card = await createCommunity(driver, owner, group)
  for (const newcomer of [asker, helper]) await applyByCard(driver, newcomer, group, card)
  await approve(driver, owner, [asker, helper])
  const [community] = await world.documents('communities')
  await world.reviewNewcomers({ communityId: community?._id ?? '', owner }, 0)
  for (const newcomer of [asker, helper]) await world.train(newcomer, community?._id ?? '')
  await postRequest(driver, asker)
  await offer(driver, helper)
  await accept(driver, asker, helper)
  await markDone(driver, helper)
  await thank(driver, asker)
  await world.fireTimer()
  await readThanks(driver, helper, asker)

  expect(await driver.problems()).toEqual([])
}

type Actor = User & { nickname: string }

async function createCommunity(driver: Driver, owner: Actor, group: string): Promise<ShareCard> {
  await driver.open(owner, { group })
  await driver.sees(home.welcomeUnbound)
  await driver.tap(home.createForGroup)
  await driver.tap(neighbourhood.name)
  await driver.type(community.name, COMMUNITY)
  await driver.type(member.nickname, owner.nickname)
  await driver.sees(community.willBind)
  await driver.tap(community.create)
  await driver.sees(community.bound)
  const card = await driver.shareBy(community.share)
  expect(card.title).toContain(COMMUNITY)
  return card
}

async function applyByCard(driver: Driver, person: Actor, group: string, card: ShareCard) {
  await driver.open(person, { group, page: card.path.slice(1) })
  await driver.sees(COMMUNITY)
  await driver.sees(entry.fromGroup)
  await driver.tap(entry.apply)
  await driver.type(member.nickname, person.nickname)
  for (const question of neighbourhood.questions) await answer(driver, question)
  await driver.tap(say(entry.acceptRules, { version: 1 }))
  await driver.tap(entry.submit)
  await driver.sees(entry.pendingTitle)
}

async function approve(driver: Driver, owner: Actor, newcomers: Actor[]) {
  await driver.open(owner)
  await driver.tap(say(workbench.home, { count: newcomers.length }))
  for (const { nickname } of newcomers) {
    await driver.tap(entry.approve, nickname)
    await driver.sees(say(entry.approvedToast, { name: nickname }))
  }
  await driver.sees(workbench.empty)
}

async function postRequest(driver: Driver, asker: Actor) {
  await driver.open(asker)
  await driver.tap(home.ask)
  await driver.tap(life.name)
  await driver.tap(help.publish)
  const required = life.fields.filter((field) => field.required)
  await driver.sees(say(help.fixFields, { count: required.length }))
  expect(await driver.route()).toBe(pathOf('help.post'))

  for (const field of life.fields) {
    if (field.key === 'what') await driver.type(field.label, WHAT)
    else await answer(driver, field)
  }
  await driver.tap(help.publish)
  await driver.sees(help.freshTitle)
  await driver.sees(WHAT)
  expect(await driver.route()).toBe(pathOf('help.request'))
}

async function offer(driver: Driver, helper: Actor) {
  await driver.open(helper)
  await driver.tapTab('互助')
  await driver.tap(WHAT)
  await driver.tap(help.offer)
  await driver.type(help.offerLabel, OFFER)
  await driver.tap(help.offerSend)
  await driver.sees(help.offerSent)
}

async function accept(driver: Driver, asker: Actor, helper: Actor) {
  await driver.open(asker)
  await driver.tap(home.answerOffers)
  await driver.sees(OFFER)
  await driver.tap(help.accept, OFFER)
  await driver.sees(say(help.accepted, { name: helper.nickname }))
}

async function markDone(driver: Driver, helper: Actor) {
  await driver.open(helper)
  await driver.tap(home.giveHelp)
  await driver.tap(help.markDone)
  await driver.tap(help.markDoneDo)
  await driver.sees(help.markedDone)
}

async function thank(driver: Driver, asker: Actor) {
  await driver.open(asker)
  await driver.tap(home.confirmDone)
  await driver.tap(help.confirm)
  await driver.type(help.thanksLabel, THANKS)
  await driver.tap(help.thanksSend)
  await driver.sees(help.thanked)
}

async function readThanks(driver: Driver, helper: Actor, asker: Actor) {
  await driver.open(helper)
  await driver.tap(home.seeWall)
  await driver.sees(THANKS)
  expect(await driver.route()).toBe(pathOf('help.thanks'))

  await driver.tap(common.back)
  await driver.tapTab('我的')
  await driver.tap(member.inbox)
  await driver.sees(say(inbox.help_thanked, { name: asker.nickname, title: WHAT }))
  await driver.sees(THANKS)
}

/** Fills in a field of a form as a person does who takes what lies nearest; optional ones stay open. */
async function answer(driver: Driver, field: FieldDefinition) {
  if (!field.required) return
  const [first] = field.options ?? []
  switch (field.kind) {
    case 'singleChoice':
    case 'multipleChoice':
      return driver.tap(first?.label ?? '', field.label)
    case 'dateTime':
      // The usual hour comes with the day.
      return driver.pick(`${field.label} ${common.pickDate}`, inDays(3))
    case 'number':
      return driver.tap(`${field.label} ${common.more}`)
    default:
      return driver.type(field.label, field.example ?? '')
  }
}

/** The date so many days ahead on the community's clock, which is China's. */
const inDays = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv-SE', {
    timeZone: 'Asia/Shanghai',
  })

/** A sentence of the client with its gaps filled. */
const say = (sentence: string, params: Record<string, string | number>) =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name]))
