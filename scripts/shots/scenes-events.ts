import { t } from '../../client/i18n'
import type { RouteName } from '../../client/routes'
import { linkTo, type Phone } from '../../test/e2e/lib/phone'
import { cast } from '../seed/people'
import { ALL_LOOKS, cut, hang, type Scene } from './scene'
import { extras, type Studio } from './studio'

type EventRoute = Extract<
  RouteName,
  | 'event.detail'
  | 'event.manage'
  | 'event.door'
  | 'event.ticket'
  | 'event.questions'
  | 'event.after'
>
const tab = () => linkTo('event')
const of = (name: EventRoute, words: string) => (studio: Studio) =>
  linkTo(name, { communityId: studio.neighbours, eventId: studio.event(words) })
const edit = ({ neighbours }: Studio) => linkTo('event.edit', { communityId: neighbours })
const tap = (text: string) => (phone: Phone) => phone.tap(text)

const lists: readonly Scene[] = [
  {
    name: 'events',
    about: '活动',
    who: cast.wuTing,
    link: tab,
    sees: '周末一起学做面包',
    looks: [...ALL_LOOKS, 'english'],
  },
  {
    name: 'events-mine',
    about: '活动 · 我的',
    who: cast.wuTing,
    link: tab,
    sees: t('event.title'),
    act: tap(t('event.view_mine')),
  },
  {
    name: 'events-past',
    about: '活动 · 往期',
    who: cast.wuTing,
    link: tab,
    sees: t('event.title'),
    act: tap(t('event.view_past')),
  },
  {
    name: 'events-pending',
    about: '活动 · 待审核',
    who: cast.zhouMin,
    link: tab,
    sees: t('event.title'),
    act: tap(t('event.view_pending')),
  },
  {
    name: 'events-empty',
    about: '活动 · 还没有',
    who: extras.beginner,
    link: tab,
    sees: t('event.emptyUpcoming'),
  },
  {
    name: 'events-loading',
    about: '活动 · 正在加载',
    who: cast.wuTing,
    link: tab,
    before: hang('event'),
    sees: t('event.title'),
  },
  {
    name: 'events-error',
    about: '活动 · 连不上',
    who: cast.wuTing,
    link: tab,
    before: cut('event'),
    sees: t('common.retry'),
  },
]

const pages: readonly Scene[] = [
  {
    name: 'event-full',
    about: '活动 · 满员，排候补',
    who: cast.chenGuodong,
    link: of('event.detail', '学做面包'),
    sees: t('event.registerWait'),
    looks: ALL_LOOKS,
  },
  {
    name: 'event-waiting',
    about: '活动 · 候补中',
    who: cast.jiangWen,
    link: of('event.detail', '学做面包'),
    sees: t('event.leaveWaitlist'),
  },
  {
    name: 'event-offered',
    about: '活动 · 有名额等确认',
    who: cast.wuTing,
    link: of('event.detail', '旧衬衫'),
    sees: t('event.acceptSeat'),
    looks: ALL_LOOKS,
  },
  {
    name: 'event-organiser',
    about: '活动 · 组织者',
    who: cast.wuTing,
    link: of('event.detail', '学做面包'),
    sees: t('event.forOrganiser'),
    looks: ALL_LOOKS,
  },
  {
    name: 'event-decide',
    about: '活动 · 等审核',
    who: cast.zhouMin,
    link: of('event.detail', '量血压'),
    sees: t('event.publish'),
  },
  {
    name: 'event-online',
    about: '线上系列活动 · 已报名',
    who: cast.linXiaoyu,
    link: of('event.detail', '租房合同'),
    sees: t('event.online'),
  },
  {
    name: 'event-running',
    about: '活动 · 进行中，可签到',
    who: cast.wuTing,
    link: of('event.detail', '旧物修补'),
    sees: t('event.attend'),
  },
  {
    name: 'event-ended',
    about: '活动 · 已结束，写反馈',
    who: cast.zhengKai,
    link: of('event.detail', '楼道大扫除'),
    sees: t('event.giveFeedback'),
  },
  {
    name: 'event-long',
    about: '活动 · 每处都最长',
    who: extras.wordy,
    link: ({ long, longEvent }) =>
      linkTo('event.detail', { communityId: long, eventId: longEvent }),
    sees: t('event.forOrganiser'),
    looks: ['light', 'elder'],
  },
  {
    name: 'event-gone',
    about: '活动 · 找不到',
    who: cast.wuTing,
    link: ({ neighbours }) => linkTo('event.detail', { communityId: neighbours, eventId: 'none' }),
    sees: t('event.gone'),
  },
  {
    name: 'event-register',
    about: '报名',
    who: cast.chenGuodong,
    link: of('event.detail', '学做面包'),
    sees: t('event.registerWait'),
    looks: ALL_LOOKS,
    act: tap(t('event.registerWait')),
  },
  {
    name: 'event-feedback',
    about: '写反馈',
    who: cast.zhengKai,
    link: of('event.detail', '楼道大扫除'),
    sees: t('event.giveFeedback'),
    act: tap(t('event.giveFeedback')),
  },
]

const work: readonly Scene[] = [
  {
    name: 'event-edit',
    about: '发起活动',
    who: cast.wuTing,
    link: edit,
    sees: t('event.createLead'),
    looks: ALL_LOOKS,
  },
  {
    name: 'event-more-settings',
    about: '发起活动 · 更多设置',
    who: cast.wuTing,
    link: edit,
    sees: t('event.moreSettings'),
    act: tap(t('event.moreSettings')),
  },
  {
    name: 'event-manage',
    about: '报名管理',
    who: cast.zhengKai,
    link: of('event.manage', '沿江骑行'),
    sees: t('event.approve'),
    looks: ALL_LOOKS,
  },
  {
    name: 'event-manage-all',
    about: '报名管理 · 全部',
    who: cast.wuTing,
    link: of('event.manage', '学做面包'),
    sees: cast.linXiaoyu.name,
  },
  {
    name: 'event-door',
    about: '现场签到 · 工作人员',
    who: cast.zhaoLiqun,
    link: of('event.door', '旧物修补'),
    sees: t('event.byName'),
    looks: ALL_LOOKS,
  },
  {
    name: 'event-ticket',
    about: '签到 · 成员',
    who: cast.wuTing,
    link: of('event.ticket', '旧物修补'),
    sees: t('event.scanDoor'),
    looks: ALL_LOOKS,
  },
  {
    name: 'event-questions',
    about: '圆桌提问',
    who: cast.wuTing,
    link: of('event.questions', '学做面包'),
    sees: t('event.questionsTitle'),
    looks: ALL_LOOKS,
  },
  {
    name: 'event-after',
    about: '回顾与反馈',
    who: cast.zhouMin,
    link: of('event.after', '楼道大扫除'),
    sees: t('event.recap'),
    looks: ALL_LOOKS,
  },
  {
    name: 'event-figures',
    about: '活动办得怎么样',
    who: cast.zhouMin,
    link: ({ neighbours }) => linkTo('event.figures', { communityId: neighbours }),
    sees: t('event.figuresTitle'),
    looks: ALL_LOOKS,
  },
  {
    name: 'event-figures-empty',
    about: '活动办得怎么样 · 还没有',
    who: extras.beginner,
    link: ({ empty }) => linkTo('event.figures', { communityId: empty }),
    sees: t('event.figuresEmpty'),
  },
  {
    name: 'event-rules',
    about: '报了名没来会怎样',
    who: cast.zhouMin,
    link: ({ neighbours }) => linkTo('event.rules', { communityId: neighbours }),
    sees: t('event.rulesTitle'),
    looks: ALL_LOOKS,
  },
]

export const eventScenes: readonly Scene[] = [...lists, ...pages, ...work]
