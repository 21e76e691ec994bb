import { t } from '../../client/i18n'
import { neighbourly as life } from '../../cloudfunctions/domain/presets/templates/neighbourly'
import { linkTo, type Phone } from '../../test/e2e/lib/phone'
import { fillRequest } from '../../test/e2e/lib/steps'
import { cast } from '../seed/people'
import { ALL_LOOKS, cut, hang, type Scene } from './scene'
import { extras, LONG_TITLE, type Studio } from './studio'

const board = () => linkTo('help')
const post = ({ neighbours }: Studio) => linkTo('help.post', { communityId: neighbours })
const form = ({ neighbours }: Studio) =>
  linkTo('help.post', { communityId: neighbours, templateId: life.key })
const view = (name: 'settled' | 'mine' | 'helping') => (phone: Phone) =>
  phone.tap(t(`help.view_${name}`))
const member = cast.wuTing

const boardScenes: readonly Scene[] = [
  {
    name: 'board',
    about: '互助 · 待帮助',
    who: member,
    link: board,
    sees: '鸡蛋',
    looks: [...ALL_LOOKS, 'english'],
  },
  {
    name: 'board-search',
    about: '互助 · 搜索',
    who: member,
    link: board,
    sees: '鸡蛋',
    act: async (phone) => {
      await phone.page.getByPlaceholder(t('help.searchExample')).fill('梯子')
      await phone.page.getByText('鸡蛋').first().waitFor({ state: 'detached' })
    },
    looks: ['light'],
  },
  {
    name: 'standing',
    about: '我能帮',
    who: member,
    link: ({ neighbours }) => linkTo('help.standing', { communityId: neighbours }),
    sees: '电钻',
    looks: ALL_LOOKS,
  },
  {
    name: 'standing-mine',
    about: '我能帮 · 我的',
    who: member,
    link: ({ neighbours }) => linkTo('help.standing', { communityId: neighbours }),
    sees: '电钻',
    act: (phone) => phone.tap(t('help.standingMine')),
    looks: ['light', 'elder'],
  },
  {
    name: 'standing-edit',
    about: '我能帮 · 写一条',
    who: member,
    link: ({ neighbours }) => linkTo('help.standingEdit', { communityId: neighbours }),
    sees: t('help.standingPost'),
    looks: ['light', 'dark', 'elder'],
  },
  {
    name: 'board-settled',
    about: '互助 · 已解决',
    who: member,
    link: board,
    sees: '鸡蛋',
    act: view('settled'),
  },
  {
    name: 'board-mine',
    about: '互助 · 我发起的',
    who: cast.zhaoLiqun,
    link: board,
    sees: '鸡蛋',
    act: view('mine'),
  },
  {
    name: 'board-helping-empty',
    about: '互助 · 还没有帮谁',
    who: cast.fangQing,
    link: board,
    sees: '鸡蛋',
    act: view('helping'),
  },
  {
    name: 'board-empty',
    about: '互助 · 空',
    who: extras.beginner,
    link: board,
    sees: t('help.emptyOpen'),
    looks: ['light', 'dark', 'elder'],
  },
  {
    name: 'board-long',
    about: '互助 · 长文字',
    who: extras.wordy,
    link: board,
    sees: LONG_TITLE.slice(0, 10),
    looks: ['light', 'elder'],
  },
  {
    name: 'board-stranger',
    about: '互助 · 还没有圈子',
    who: extras.nobody,
    link: board,
    sees: t('help.noCommunity'),
  },
  {
    name: 'board-loading',
    about: '互助 · 正在加载',
    who: member,
    link: board,
    before: hang('help'),
    sees: t('help.board'),
  },
  {
    name: 'board-error',
    about: '互助 · 没有连上',
    who: member,
    link: board,
    before: cut('help'),
    sees: t('common.retry'),
  },
]

const writtenScenes: readonly Scene[] = [
  {
    name: 'post',
    about: '发起求助 · 选求助单',
    who: member,
    link: post,
    sees: life.name,
    looks: [...ALL_LOOKS, 'english'],
  },
  {
    name: 'post-form',
    about: '发起求助 · 求助单',
    who: member,
    link: form,
    sees: life.hint,
    looks: ALL_LOOKS,
  },
  {
    name: 'post-mistakes',
    about: '发起求助 · 标出没填好的',
    who: member,
    link: form,
    sees: life.hint,
    act: (phone) => phone.tap(t('help.publish')),
    looks: ['light', 'dark', 'elder'],
  },
  {
    name: 'post-picker',
    about: '发起求助 · 选日期',
    who: member,
    link: form,
    sees: life.hint,
    act: (phone) => phone.page.getByText(t('common.pickDate')).first().click(),
    looks: ['light', 'dark', 'elder'],
  },
  {
    name: 'post-draft',
    about: '发起求助 · 草稿回来',
    who: member,
    link: form,
    sees: life.hint,
    act: async (phone) => {
      await phone.write(life.fields[0]?.label ?? '', '借一把长柄的扫帚扫天花板')
      await phone.page.reload()
      await phone.sees(t('common.draftKept'))
    },
  },
  {
    name: 'post-cut',
    about: '发起求助 · 没有连上',
    who: extras.beginner,
    link: ({ empty }) => linkTo('help.post', { communityId: empty, templateId: life.key }),
    sees: life.hint,
    act: async (phone) => {
      await fillRequest(phone, '借一把长柄的扫帚扫天花板')
      await cut('help')(phone)
      await phone.tap(t('help.publish'))
      await phone.sees(t('errors.network'))
    },
  },
  {
    name: 'thanks',
    about: '感谢墙',
    who: member,
    link: ({ neighbours }) => linkTo('help.thanks', { communityId: neighbours }),
    sees: t('help.wallTitle'),
    looks: ALL_LOOKS,
  },
  {
    name: 'thanks-empty',
    about: '感谢墙 · 空',
    who: extras.beginner,
    link: ({ empty }) => linkTo('help.thanks', { communityId: empty }),
    sees: t('help.wallEmpty'),
  },
  {
    name: 'mine',
    about: '我的求助与帮忙',
    who: cast.zhaoLiqun,
    link: ({ neighbours }) => linkTo('help.mine', { communityId: neighbours }),
    sees: t('help.mineWaits'),
    looks: ALL_LOOKS,
  },
  {
    name: 'mine-empty',
    about: '我的求助与帮忙 · 空',
    who: cast.fangQing,
    link: ({ neighbours }) => linkTo('help.mine', { communityId: neighbours }),
    sees: t('help.emptyAllMine'),
  },
]

/** The board, asking, and what is left of help. */
export const helpScenes: readonly Scene[] = [...boardScenes, ...writtenScenes]
