import { t } from '../../client/i18n'
import { linkTo } from '../../test/e2e/lib/phone'
import { cast, groups } from '../seed/people'
import { ALL_LOOKS, breakDown, cut, hang, type Scene } from './scene'
import { extras } from './studio'

const group = groups.neighbours.id
const atDoor = (studio: { neighbours: string }) =>
  linkTo('entry.door', { communityId: studio.neighbours })

/** The way in: welcome, door, application, and deciding about it. */
export const entryScenes: readonly Scene[] = [
  {
    name: 'welcome',
    about: '首页 · 没有圈子的人',
    who: extras.nobody,
    link: () => linkTo('home'),
    sees: t('home.create'),
    looks: [...ALL_LOOKS, 'english'],
  },
  {
    name: 'welcome-unbound',
    about: '首页 · 群里还没有圈子',
    who: extras.nobody,
    group: 'g-shots-new',
    link: () => linkTo('home'),
    sees: t('home.createForGroup'),
  },
  {
    name: 'welcome-how',
    about: '首页 · 怎么从群里进来',
    who: extras.nobody,
    link: () => linkTo('home'),
    sees: t('home.fromCard'),
    act: (phone) => phone.tap(t('home.fromCard')),
  },
  {
    name: 'welcome-forged',
    about: '首页 · 群没能证实',
    who: extras.nobody,
    group,
    link: () => linkTo('home'),
    before: (phone) =>
      phone.page.route('**/wx/group-enter', (route) =>
        route.fulfill({ json: { cloudID: 'forged' } }),
      ),
    sees: t('home.groupRefused'),
  },
  {
    name: 'welcome-back',
    about: '首页 · 申请人回来',
    who: cast.luoXiaochuan,
    link: atDoor,
    sees: t('entry.pendingTitle'),
    act: async (phone) => {
      await phone.open(linkTo('home'))
      await phone.sees(t('home.doorPending'))
    },
  },
  {
    name: 'door-stranger',
    about: '门口 · 陌生人',
    who: cast.pengYu,
    group,
    link: atDoor,
    sees: t('entry.fromGroup'),
    looks: [...ALL_LOOKS, 'english'],
  },
  {
    name: 'door-pending',
    about: '门口 · 等答复的申请人',
    who: cast.luoXiaochuan,
    link: atDoor,
    sees: t('entry.pendingTitle'),
    looks: ['light', 'dark'],
  },
  {
    name: 'door-declined',
    about: '门口 · 被婉拒的申请人',
    who: cast.songYan,
    link: atDoor,
    sees: t('entry.declinedTitle'),
    looks: ['light', 'dark'],
  },
  {
    name: 'door-member',
    about: '门口 · 成员',
    who: cast.wuTing,
    link: atDoor,
    sees: t('entry.memberTitle'),
  },
  {
    name: 'door-long',
    about: '门口 · 长文字',
    who: cast.pengYu,
    link: ({ long }) => linkTo('entry.door', { communityId: long }),
    sees: t('entry.apply'),
    looks: ['light', 'elder'],
  },
  {
    name: 'door-gone',
    about: '门口 · 链接不完整',
    who: cast.pengYu,
    link: () => linkTo('entry.door', { communityId: 'gone' }),
    sees: t('entry.noDoor'),
  },
  {
    name: 'door-loading',
    about: '门口 · 正在加载',
    who: cast.pengYu,
    link: atDoor,
    before: hang('entry'),
    sees: '',
  },
  {
    name: 'door-error',
    about: '门口 · 没有连上',
    who: cast.pengYu,
    link: atDoor,
    before: cut('entry'),
    sees: t('common.retry'),
  },
  {
    name: 'apply',
    about: '申请 · 空白',
    who: cast.pengYu,
    link: ({ neighbours }) => linkTo('entry.apply', { communityId: neighbours }),
    sees: t('entry.submit'),
    looks: ALL_LOOKS,
  },
  {
    name: 'apply-mistakes',
    about: '申请 · 标出没填好的',
    who: cast.pengYu,
    link: ({ neighbours }) => linkTo('entry.apply', { communityId: neighbours }),
    sees: t('entry.submit'),
    act: (phone) => phone.tap(t('entry.submit')),
  },
  {
    name: 'apply-again',
    about: '申请 · 修改后再来',
    who: cast.songYan,
    link: ({ neighbours }) => linkTo('entry.apply', { communityId: neighbours }),
    sees: t('entry.submitAgain'),
  },
  {
    name: 'applications',
    about: '处理申请 · 管理员',
    who: cast.chenGuodong,
    link: ({ neighbours }) => linkTo('entry.applications', { communityId: neighbours }),
    sees: cast.luoXiaochuan.name,
    looks: ALL_LOOKS,
  },
  {
    name: 'applications-decline',
    about: '处理申请 · 婉拒',
    who: cast.chenGuodong,
    link: ({ neighbours }) => linkTo('entry.applications', { communityId: neighbours }),
    sees: cast.luoXiaochuan.name,
    act: async (phone) => {
      await phone.tap(t('entry.decline'))
      await phone.tap(t('entry.reason1'))
    },
    looks: ['light', 'dark', 'elder'],
  },
  {
    name: 'applications-declined',
    about: '处理申请 · 婉拒过的',
    who: cast.linXiaoyu,
    link: ({ neighbours }) => linkTo('entry.applications', { communityId: neighbours }),
    sees: cast.luoXiaochuan.name,
    act: async (phone) => {
      await phone.tap(t('entry.declined'))
      await phone.sees(cast.songYan.name)
    },
  },
  {
    name: 'applications-empty',
    about: '处理申请 · 没有',
    who: extras.beginner,
    link: ({ empty }) => linkTo('entry.applications', { communityId: empty }),
    sees: t('entry.nonePending'),
  },
  {
    name: 'applications-broken',
    about: '处理申请 · 出错，带编号',
    who: cast.chenGuodong,
    link: ({ neighbours }) => linkTo('entry.applications', { communityId: neighbours }),
    before: breakDown('entry'),
    sees: t('errors.internal'),
  },
]
