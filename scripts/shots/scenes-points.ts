import { t } from '../../client/i18n'
import { linkTo, type Phone } from '../../test/e2e/lib/phone'
import { cast } from '../seed/people'
import { ALL_LOOKS, cut, hang, type Scene } from './scene'
import type { Studio } from './studio'

const of = (name: 'points.rules' | 'points.books' | 'points.adjustments') => (studio: Studio) =>
  linkTo(name, { communityId: studio.neighbours })
const tab = () => linkTo('points')
const owner = cast.zhouMin

export const pointsScenes: readonly Scene[] = [
  {
    name: 'points',
    about: '积分',
    who: cast.wuTing,
    link: tab,
    sees: t('points.statementTitle'),
    looks: [...ALL_LOOKS, 'english'],
  },
  {
    name: 'points-owner',
    about: '积分 · 管理员',
    who: owner,
    link: tab,
    sees: t('points.manageTitle'),
  },
  {
    name: 'points-loading',
    about: '积分 · 正在加载',
    who: cast.wuTing,
    link: tab,
    before: hang('points'),
    sees: t('points.title'),
  },
  {
    name: 'points-error',
    about: '积分 · 连不上',
    who: cast.wuTing,
    link: tab,
    before: cut('points'),
    sees: t('common.retry'),
  },
  {
    name: 'points-rules',
    about: '积分规则',
    who: cast.wuTing,
    link: of('points.rules'),
    sees: t('points.fairTitle'),
    looks: ALL_LOOKS,
  },
  {
    name: 'points-rules-edit',
    about: '积分规则 · 修改',
    who: owner,
    link: of('points.rules'),
    sees: t('points.rulesEdit'),
    looks: ALL_LOOKS,
    act: (phone: Phone) => phone.tap(t('points.rulesEdit')),
  },
  {
    name: 'points-books',
    about: '积分账目',
    who: owner,
    link: of('points.books'),
    sees: t('points.checkNow'),
    looks: ALL_LOOKS,
  },
  {
    name: 'points-adjustments',
    about: '积分调整 · 等第二位',
    who: owner,
    link: of('points.adjustments'),
    sees: t('points.adjust'),
    looks: ALL_LOOKS,
  },
  {
    name: 'points-adjustments-settled',
    about: '积分调整 · 已处理',
    who: owner,
    link: of('points.adjustments'),
    sees: t('points.adjust'),
    act: (phone: Phone) => phone.tap(t('points.settled')),
  },
  {
    name: 'points-member',
    about: '调整一位成员',
    who: owner,
    link: ({ neighbours }) => linkTo('points.member', { communityId: neighbours }),
    sees: cast.wuTing.name,
    looks: ALL_LOOKS,
    act: (phone: Phone) => phone.tap(cast.wuTing.name),
  },
]
