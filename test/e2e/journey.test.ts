/** The journey from the group's card to thanks, through the real client in a browser. */

import { t } from '../../client/i18n'
import { fieldErrors } from '../../client/i18n/errors.zh-CN'
import { pathOf } from '../../client/routes'
import { neighbourhood } from '../../cloudfunctions/domain/presets/neighbourhood'
import { neighbourly as life } from '../../cloudfunctions/domain/presets/templates/neighbourly'
import type { User } from '../world'
import { linkTo, type Phone } from './lib/phone'
import { openStage, type Stage } from './lib/stage'
import {
  applyByCard,
  createCommunity,
  fillApplication,
  fillRequest,
  openForm,
  passQuiz,
  requestRoute,
} from './lib/steps'

const GROUP = 'g-journey'
const TAPS_AFTER_NAME_MAX = 5
const COMMUNITY = '青石里邻居'
const WHAT = '借一架梯子换走廊的灯泡'
const CLUMSY = '我有一把椅子，可以踩着换'
const OFFER = '我家有人字梯，晚饭后送过去'
const REASON = '椅子不太稳，这次想请有梯子的邻居'
const THANKS = '梯子又稳又干净，走廊亮堂了，谢谢！'
const NEW_RULE = '借来的东西用完当天还，弄坏了说一声。'

let stage: Stage
let founder: User
let owner: Phone
let asker: Phone
let helper: Phone
let other: Phone
let communityId = ''

const phoneOf = ({ openid }: { openid: string }) => stage.phone({ openid, group: GROUP })

beforeAll(async () => {
  stage = await openStage()
  const { person } = stage.world
  founder = person('owner')
  owner = await phoneOf(founder)
  asker = await phoneOf(person('asker'))
  helper = await phoneOf(person('helper'))
  other = await phoneOf(person('other'))
})

afterAll(async () => {
  await stage?.close()
})

/** How often a finger was needed since this field was written: a tap, or one into a field to write. */
function countTaps(phone: Phone, field: string): () => number {
  let count: number | undefined
  const { tap, write } = phone
  phone.tap = async (...given) => {
    if (count !== undefined) count += 1
    await tap(...given)
  }
  phone.write = async (...given) => {
    count = given[0] === field ? 0 : count === undefined ? undefined : count + 1
    await write(...given)
  }
  return () => count ?? Number.POSITIVE_INFINITY
}

/** A step of the one story: it begins where the one before it ended, so it cannot outlive that. */
let brokenAt: string | undefined
function step(name: string, run: () => Promise<void>) {
  test(name, async () => {
    if (brokenAt) throw new Error(`the story broke before: ${brokenAt}`)
    brokenAt = name
    await run()
    brokenAt = undefined
  })
}

step('a group without a community gets one in a minute', async () => {
  const since = countTaps(owner, t('community.name'))
  communityId = await createCommunity(owner, COMMUNITY, '老周')
  await owner.sees(t('community.share'))
  // From the name to the card in the group; the last is the share button's.
  expect(since() + 1).toBeLessThanOrEqual(TAPS_AFTER_NAME_MAX)
  await stage.world.reviewNewcomers({ communityId, owner: founder }, 0)
  await owner.tap(t('community.toHome'))
  await owner.sees(t('home.noRequests'))
  await owner.sees(t('home.noThanks'))
})

step('a stranger stands at the door, applies, is told what is missing, and waits', async () => {
  await asker.open()
  await asker.sees(COMMUNITY)
  expect(asker.route()).toBe(pathOf('entry.door'))
  await asker.sees(t('entry.fromGroup'))
  await asker.tap(t('entry.apply'))
  await asker.tap(t('entry.submit'))
  await asker.sees(t('entry.acceptRulesFirst'))
  const asked = neighbourhood.questions.filter(({ required }) => required)
  expect(await asker.mistakes()).toHaveLength(1 + asked.length)
  expect(asker.route()).toBe(pathOf('entry.apply'))

  await fillApplication(asker, '三楼小林')
  expect(await asker.mistakes()).toEqual([])
  await asker.tap(t('entry.submit'))
  await asker.sees(t('entry.pendingTitle'))
  await asker.open()
  await asker.sees(t('home.doorPending'))
  await asker.tapOn(COMMUNITY)
  await asker.sees(t('entry.pendingTitle'))
})

step('an application is declined with a reason, corrected, and approved', async () => {
  await owner.open()
  await owner.tapOn(t('workbench.home', { count: 1 }))
  await owner.tap(t('entry.decline'))
  await owner.tap(t('entry.reason1'))
  await owner.tap(t('entry.declineSend'))
  await owner.sees(t('entry.declinedToast', { name: '三楼小林' }))
  await owner.sees(t('workbench.empty'))

  await asker.open()
  await asker.sees(t('home.doorDeclined'))
  await asker.tapOn(COMMUNITY)
  await asker.sees(t('entry.declinedTitle'))
  await asker.sees(t('entry.reason1'))
  await asker.tap(t('entry.applyAgain'))
  const [, question] = neighbourhood.questions
  await asker.write(question?.label ?? '', '我住三号楼三层，会修电脑，也能帮忙搬东西')
  await asker.tap(t('entry.acceptRules', { version: 1 }))
  await asker.tap(t('entry.submitAgain'))
  await asker.sees(t('entry.pendingTitle'))

  await owner.open(linkTo('entry.applications', { communityId }))
  await owner.sees(t('entry.corrected'))
  await owner.sees('我住三号楼三层，会修电脑，也能帮忙搬东西')
  await owner.tap(t('entry.approve'))
  await owner.sees(t('entry.approvedToast', { name: '三楼小林' }))

  await asker.open()
  await asker.sees(t('home.noRequests'))
})

step('two more come in by the card', async () => {
  await applyByCard(helper, communityId, '热心何叔')
  await applyByCard(other, communityId, '楼下小吴')
  await owner.open()
  await owner.tapOn(t('workbench.home', { count: 2 }))
  for (const name of ['热心何叔', '楼下小吴']) {
    await owner.tap(t('entry.approve'), name)
    await owner.sees(t('entry.approvedToast', { name }))
  }
  await owner.sees(t('workbench.empty'))
})

step('before the first post there is a short quiz', async () => {
  for (const phone of [asker, helper, other]) await passQuiz(phone, communityId)
})

step('a request is refused field by field, then put on the board', async () => {
  await openForm(asker)
  await asker.tap(t('help.publish'))
  const required = life.fields.filter((field) => field.required)
  await asker.sees(t('help.fixFields', { count: required.length }))
  expect(await asker.mistakes()).toEqual(required.map(() => fieldErrors.missing))
  expect(asker.route()).toBe(pathOf('help.post'))

  await fillRequest(asker, WHAT)
  expect(await asker.mistakes()).toEqual([])
  await asker.tap(t('help.publish'))
  await asker.sees(t('help.freshTitle'))
  await asker.sees(WHAT)
  expect(asker.route()).toBe(requestRoute)
})

step('two offer; one is declined with a reason, one accepted', async () => {
  for (const [phone, words] of [
    [other, CLUMSY],
    [helper, OFFER],
  ] as const) {
    await phone.open()
    await phone.tapTab(t('help.board'))
    await phone.sees(t('help.boardLead'))
    await phone.tapOn(WHAT)
    await phone.tap(t('help.offer'))
    await phone.write(t('help.offerLabel'), words)
    await phone.tap(t('help.offerSend'))
    await phone.sees(t('help.nowOffered', { name: '三楼小林' }))
  }

  await asker.open()
  await asker.tapOn(t('home.answerOffers'))
  await asker.sees(OFFER)
  await asker.tap(t('help.declineNamed', { name: '楼下小吴' }))
  await asker.tap(t('common.reasonOwn'))
  await asker.write(t('common.reasonOwn'), REASON)
  await asker.tap(t('help.declineDo'))
  await asker.sees(t('help.declined'))
  await asker.tap(t('help.acceptNamed', { name: '热心何叔' }))
  await asker.sees(t('help.accepted', { name: '热心何叔' }))

  await other.open(linkTo('member.inbox'))
  await other.sees(t('inbox.offer_declined', { name: '三楼小林', title: WHAT }))
  await other.sees(REASON)
})

step('the helper says done, the requester thanks, and all can read it', async () => {
  await helper.open()
  await helper.tapOn(t('home.giveHelp'))
  await helper.tap(t('help.markDone'))
  await helper.tap(t('help.markDoneDo'))
  await helper.sees(t('help.nowDone', { name: '三楼小林' }))

  await asker.open()
  await asker.tapOn(t('home.confirmDone'))
  await asker.tap(t('help.confirm'))
  await asker.write(t('help.thanksLabel'), THANKS)
  await asker.tap(t('help.thanksSend'))
  await asker.sees(t('help.thanked'))

  await helper.open()
  await helper.tapOn(t('home.seeWall'))
  await helper.sees(THANKS)
  expect(helper.route()).toBe(pathOf('help.thanks'))
  await helper.tap(t('common.back'))
  await helper.tapOn(t('home.inbox'))
  await helper.sees(t('inbox.help_thanked', { name: '三楼小林', title: WHAT }))
  await helper.sees(THANKS)
})

step('a new version of the rules is accepted before anything else is written', async () => {
  await owner.open(linkTo('community.rules', { communityId }))
  await owner.tap(t('community.rulesEdit'))
  await owner.write(t('community.ruleNumber', { number: 1 }), NEW_RULE)
  await owner.tap(t('community.rulesPublish', { version: 2 }))
  await owner.sees(t('community.rulesConfirmText'))
  await owner.tapInSheet(t('community.rulesPublish', { version: 2 }))
  await owner.sees(t('community.rulesPublished', { version: 2 }))

  await openForm(helper)
  await fillRequest(helper, '借一把长柄的扫帚扫天花板')
  await helper.tap(t('help.publish'))
  await helper.sees(t('errors.rules_not_accepted', { version: 2 }))
  await helper.tap(t('common.readRules'))
  await helper.sees(NEW_RULE)
  await helper.tap(t('community.rulesAccept'))
  await helper.sees(t('community.rulesAccepted'))
  await helper.tap(t('common.back'))
  await helper.tap(t('help.publish'))
  await helper.sees(t('help.freshTitle'))

  await other.open()
  await other.sees(t('home.rulesTitle', { version: 2 }))
})

test('no phone met anything that nobody handled', () => {
  expect(stage.problems()).toEqual([])
})
