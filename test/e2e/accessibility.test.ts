/** Every page of the client, by role: axe-core in light, dark and large type, fingers, narrow windows. */
import { t } from '../../client/i18n'
import type { RouteName } from '../../client/routes'
import { neighbourly as life } from '../../cloudfunctions/domain/presets/templates/neighbourly'
import { type CastMember, cast, groups } from '../../scripts/seed/people'
import { phoneAt } from '../../scripts/seed/phone'
import { seed } from '../../scripts/seed/seed'
import { eventForm } from '../world/calls/event'
import { cutSideways, isDrawn, seriousFindings, smallTargets } from './lib/inspect'
import { linkTo, type Phone } from './lib/phone'
import { openStage, type Stage } from './lib/stage'

const stranger = { openid: 'o-accessibility-stranger' }

type Visit = {
  who: Pick<CastMember, 'openid'>
  group?: string
  params?: () => Record<string, string>
  sees: string
  /** What the person does before the page is looked at. */
  act?: (phone: Phone) => Promise<unknown>
}

let stage: Stage
/** Handed from one visitor to the next: each new phone loads and compiles the client anew. */
let phone: Phone
let communityId = ''
let eventId = ''
let requestId = ''
let threadId = ''
let itemId = ''
let orderId = ''
let caseId = ''

beforeAll(async () => {
  stage = await openStage()
  phone = await stage.phone(stranger)
  await phone.open()
  const { url } = stage.world.cloud
  await seed(url)
  const demo = phoneAt(url, 'accessibility')
  const { communities } = await demo.call(cast.zhouMin, 'community.enter', {})
  communityId = communities[0]?.id ?? ''
  const { items } = await demo.call(cast.zhaoLiqun, 'help.listRequests', {
    communityId,
    view: 'mine',
  })
  requestId = items[0]?.requestId ?? ''
  const asked = await demo.call(cast.zhouMin, 'help.listRequests', { communityId, view: 'mine' })
  const stopped = await demo.call(cast.jiangWen, 'moderation.listMine', { communityId })
  caseId = stopped.items[0]?.caseId ?? ''
  threadId = asked.items.find(({ title }) => title.includes('篱笆'))?.requestId ?? ''
  const store = await demo.call(cast.zhouMin, 'store.listItems', { communityId })
  itemId = store.items.find(({ kind }) => kind === 'code')?.itemId ?? ''
  const orders = await demo.call(cast.wuTing, 'store.listMine', { communityId })
  orderId = orders.items[0]?.orderId ?? ''
  const made = await demo.call(cast.zhouMin, 'event.create', {
    communityId,
    form: eventForm({ title: '旧物修补午后' }, 30),
    repeat: null,
  })
  eventId = made.eventId
  await demo.call(cast.zhouMin, 'event.register', { communityId, eventId, guests: 0, answers: {} })
}, 600_000)

afterAll(async () => {
  await stage?.close()
})

const here = () => ({ communityId })
const there = () => ({ communityId, eventId })

/** Every page once, as somebody who has something to do there: a new page must be added here. */
const pages: Record<RouteName, Visit> = {
  home: { who: cast.zhouMin, sees: t('home.waiting') },
  help: { who: cast.wuTing, sees: '鸡蛋' },
  me: { who: cast.chenGuodong, sees: t('member.editProfile') },
  'community.create': { who: stranger, group: 'g-new', sees: t('community.willBind') },
  'community.rules': { who: cast.zhouMin, params: here, sees: t('community.rulesEdit') },
  'community.members': { who: cast.wuTing, params: here, sees: cast.zhouMin.name },
  'community.card': {
    who: cast.zhouMin,
    group: groups.neighbours.id,
    params: here,
    sees: t('community.bound'),
  },
  'community.audit': { who: cast.zhouMin, params: here, sees: t('audit.check') },
  'community.roles': { who: cast.wuTing, params: here, sees: t('community.rolesEveryone') },
  'entry.training': { who: cast.wuTing, params: here, sees: t('training.passedTitle') },
  'entry.passes': { who: cast.zhouMin, params: here, sees: t('entry.passMake') },
  'entry.pass': { who: stranger, sees: t('entry.passUse') },
  'entry.trainingEdit': { who: cast.zhouMin, params: here, sees: t('training.passMark') },
  'member.workbench': { who: cast.zhouMin, params: here, sees: cast.luoXiaochuan.name },
  'community.settings': { who: cast.zhouMin, params: here, sees: t('community.settingsQuestions') },
  'community.forms': { who: cast.zhouMin, params: here, sees: t('forms.create') },
  'community.form': {
    who: cast.zhouMin,
    params: () => ({ communityId, formKey: life.key }),
    sees: t('forms.tabPreview'),
  },
  'entry.door': { who: cast.pengYu, params: here, sees: t('entry.apply') },
  'entry.apply': { who: cast.pengYu, params: here, sees: t('entry.submit') },
  'entry.applications': { who: cast.linXiaoyu, params: here, sees: cast.luoXiaochuan.name },
  event: { who: cast.wuTing, sees: '旧物修补午后' },
  'event.detail': { who: cast.wuTing, params: there, sees: '旧物修补午后' },
  'event.edit': { who: cast.zhouMin, params: there, sees: t('event.cover') },
  'event.manage': { who: cast.zhouMin, params: there, sees: cast.zhouMin.name },
  'event.door': { who: cast.zhouMin, params: there, sees: t('event.byName') },
  'event.ticket': { who: cast.zhouMin, params: there, sees: t('event.ticketTitle') },
  'event.questions': { who: cast.zhouMin, params: there, sees: t('event.questionsTitle') },
  'event.after': { who: cast.zhouMin, params: there, sees: t('event.afterTitle') },
  'event.rules': { who: cast.wuTing, params: here, sees: t('event.rulesTitle') },
  'event.figures': { who: cast.zhouMin, params: here, sees: t('event.figuresRating') },
  'recognition.certificate': {
    who: cast.zhouMin,
    params: () => ({ code: 'hzc0000000000000' }),
    sees: t('event.certificateWrong'),
  },
  'help.post': { who: cast.wuTing, params: here, sees: life.name },
  'help.request': {
    who: cast.zhaoLiqun,
    params: () => ({ communityId, requestId }),
    sees: t('help.answerOffers', { count: 2 }),
  },
  'help.thanks': { who: cast.fangQing, params: here, sees: t('help.wallLead') },
  'help.thread': {
    who: cast.zhouMin,
    params: () => ({ communityId, requestId: threadId }),
    sees: '锯子和麻绳都在',
  },
  'help.standing': { who: cast.wuTing, params: here, sees: t('help.standingAsk') },
  'help.standingEdit': { who: cast.wuTing, params: here, sees: t('help.standingPost') },
  'help.mine': { who: cast.zhaoLiqun, params: here, sees: t('help.mineWaits') },
  'moderation.queue': { who: cast.zhouMin, params: here, sees: t('moderation.queueTitle') },
  'moderation.mine': { who: cast.jiangWen, params: here, sees: t('moderation.mineTitle') },
  'moderation.case': {
    who: cast.jiangWen,
    params: () => ({ communityId, caseId }),
    sees: t('moderation.caseTitle'),
  },
  'moderation.policy': { who: cast.zhouMin, params: here, sees: t('moderation.forbidden') },
  'member.inbox': { who: cast.linXiaoyu, sees: '梧桐里邻里' },
  'member.profile': { who: cast.zhaoLiqun, params: here, sees: t('member.saveProfile') },
  'member.settings': { who: cast.fangQing, sees: t('member.textElder') },
  points: { who: cast.wuTing, sees: t('points.statementTitle') },
  'points.rules': { who: cast.zhouMin, params: here, sees: t('points.rulesEdit') },
  'points.books': { who: cast.zhouMin, params: here, sees: t('points.checkNow') },
  'points.adjustments': { who: cast.zhouMin, params: here, sees: t('points.adjust') },
  'points.member': { who: cast.zhouMin, params: here, sees: cast.wuTing.name },
  'recognition.challenges': {
    who: cast.zhaoLiqun,
    params: here,
    sees: t('recognition.view_current'),
  },
  'recognition.challenge': {
    who: cast.zhaoLiqun,
    params: () => ({ communityId, challengeId: '0'.repeat(26) }),
    sees: t('errors.not_found'),
  },
  'recognition.challengeEdit': {
    who: cast.zhouMin,
    params: here,
    sees: t('recognition.formFirst'),
  },
  'recognition.levels': { who: cast.zhaoLiqun, params: here, sees: t('recognition.levels') },
  'checkin.calendar': { who: cast.zhaoLiqun, params: here, sees: t('checkin.milestones') },
  'store.items': { who: cast.zhouMin, params: here, sees: '补签卡' },
  'store.item': {
    who: cast.zhouMin,
    params: () => ({ communityId, itemId }),
    sees: t('store.edit'),
  },
  'store.mine': { who: cast.wuTing, params: here, sees: '一袋现磨咖啡豆' },
  'store.order': {
    who: cast.wuTing,
    params: () => ({ communityId, orderId }),
    sees: t('store.showCode'),
  },
  'store.edit': {
    who: cast.zhouMin,
    params: () => ({ communityId, itemId }),
    sees: t('store.codesLabel'),
  },
  'store.orders': { who: cast.zhouMin, params: here, sees: '一袋现磨咖啡豆' },
  'store.handOver': { who: cast.linXiaoyu, params: here, sees: t('store.find') },
}

/** States that draw what no page shows at once. */
const states: Record<string, Visit & { route: RouteName }> = {
  'welcome to a stranger': { route: 'home', who: stranger, sees: t('home.create') },
  'a declined application': {
    route: 'entry.door',
    who: cast.songYan,
    params: here,
    sees: t('entry.declinedTitle'),
  },
  'a form with mistakes': {
    route: 'help.post',
    who: cast.wuTing,
    params: () => ({ communityId, templateId: life.key }),
    sees: life.hint,
    act: (phone) => phone.tap(t('help.publish')),
  },
  'the sheet of an offer': {
    route: 'help.request',
    who: cast.fangQing,
    params: () => ({ communityId, requestId }),
    sees: t('help.offer'),
    act: (phone) => phone.tap(t('help.offer')),
  },
  'the sheet of a refusal': {
    route: 'entry.applications',
    who: cast.chenGuodong,
    params: here,
    sees: cast.luoXiaochuan.name,
    act: (phone) => phone.tap(t('entry.decline')),
  },
  'rules being edited': {
    route: 'community.rules',
    who: cast.zhouMin,
    params: here,
    sees: t('community.rulesEdit'),
    act: (phone) => phone.tap(t('community.rulesEdit')),
  },
  'a field of a form being edited': {
    route: 'community.form',
    who: cast.zhouMin,
    params: () => ({ communityId, formKey: life.key }),
    sees: t('forms.tabPreview'),
    act: (phone) => phone.tapOn('是哪一种事'),
  },
  'no connection': {
    route: 'member.inbox',
    who: cast.zhengKai,
    sees: t('errors.network'),
  },
}

const visits: [name: string, visit: Visit & { route: RouteName }][] = [
  ...Object.entries(pages).map(
    ([route, visit]) =>
      [route, { route: route as RouteName, ...visit }] as [string, Visit & { route: RouteName }],
  ),
  ...Object.entries(states),
]

/** What is wrong with the page as it stands, by where it was looked for. */
async function faultsOf({ page }: Phone, size: string, colours: readonly ('light' | 'dark')[]) {
  const found: Record<string, string[]> = {}
  for (const colour of colours) {
    await page.emulateMedia({ colorScheme: colour })
    await isDrawn(page)
    found[`${size}, ${colour}`] = await seriousFindings(page)
  }
  for (const width of [320, 390]) {
    await page.setViewportSize({ width, height: 844 })
    await isDrawn(page)
    found[`${size}, cut at ${width}`] = await cutSideways(page)
  }
  found[`${size}, too small for a finger`] = await smallTargets(page)
  return found
}

/** The large type that a person chooses, as the app itself sets it. */
const enlarge = ({ page }: Phone) =>
  page.evaluate(() => {
    for (const place of [document.documentElement, ...document.querySelectorAll('.hz-page')]) {
      place.classList.add('elder')
    }
  })

test.each(visits)('%s', async (name, visit) => {
  const { who, group, route, params, sees, act } = visit
  await phone.handTo({ openid: who.openid, group })
  if (name === 'no connection') {
    await phone.page.route('**/call/inbox', (request) => request.abort())
  }
  await phone.open(linkTo(route, params?.() ?? {}))
  await phone.sees(sees)
  await act?.(phone)
  const found = await faultsOf(phone, 'as the phone comes', ['dark', 'light'])
  await enlarge(phone)
  // The same colours in larger letters: what their contrast comes to in the dark is known.
  Object.assign(found, await faultsOf(phone, 'in large type', ['light']))
  const wrong = Object.entries(found).filter(([, list]) => list.length > 0)
  expect(Object.fromEntries(wrong)).toEqual({})
})

test('the large type looked at is the one that a person’s phone asks for', async () => {
  const phoneInLarge = await stage.phone({ openid: cast.zhouMin.openid }, { isElder: true })
  await phoneInLarge.open(linkTo('home'))
  await phoneInLarge.sees(t('home.waiting'))
  const marked = await phoneInLarge.page.evaluate(() =>
    [document.documentElement, document.querySelector('.hz-page')].map((one) =>
      one?.classList.contains('elder'),
    ),
  )
  expect(marked).toEqual([true, true])
  await phoneInLarge.close()
})
