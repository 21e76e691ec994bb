import { t } from '../../client/i18n'
import { neighbourhood } from '../../cloudfunctions/domain/presets/neighbourhood'
import { linkTo, type Phone } from '../../test/e2e/lib/phone'
import { cast, groups } from '../seed/people'
import { ALL_LOOKS, type Scene } from './scene'
import { extras, type Studio } from './studio'

const members = ({ neighbours }: Studio) => linkTo('community.members', { communityId: neighbours })
const rules = ({ neighbours }: Studio) => linkTo('community.rules', { communityId: neighbours })
const create = () => linkTo('community.create')
const openWuTing = async (phone: Phone) => {
  await phone.tapOn(cast.wuTing.name)
  await phone.sees(t('community.helpGiven'))
}

/** A community: founding it, its card, its rules, its people. */
export const communityScenes: readonly Scene[] = [
  {
    name: 'create',
    about: '创建圈子',
    who: extras.nobody,
    link: create,
    sees: neighbourhood.name,
    looks: [...ALL_LOOKS, 'english'],
  },
  {
    name: 'create-chosen',
    about: '创建圈子 · 从群里，选好并展开',
    who: extras.nobody,
    group: 'g-shots-new',
    link: create,
    sees: t('community.willBind'),
    act: async (phone) => {
      await phone.tap(neighbourhood.name)
      await phone.tap(`${neighbourhood.name} ${t('community.presetMore')}`)
    },
  },
  {
    name: 'create-mistakes',
    about: '创建圈子 · 标出没填好的',
    who: extras.nobody,
    link: create,
    sees: neighbourhood.name,
    act: (phone) => phone.tap(t('community.create')),
  },
  {
    name: 'card',
    about: '圈子卡片',
    who: cast.zhouMin,
    group: groups.neighbours.id,
    link: ({ neighbours }) => linkTo('community.card', { communityId: neighbours }),
    sees: t('community.bound'),
    looks: ALL_LOOKS,
  },
  {
    name: 'card-bind',
    about: '圈子卡片 · 可以绑定',
    who: extras.beginner,
    group: 'g-shots-new',
    link: ({ empty }) => linkTo('community.card', { communityId: empty }),
    sees: t('community.bindOpened'),
  },
  {
    name: 'card-long',
    about: '圈子卡片 · 长文字',
    who: extras.wordy,
    link: ({ long }) => linkTo('community.card', { communityId: long }),
    sees: t('community.bindHow'),
    looks: ['light', 'elder'],
  },
  {
    name: 'members',
    about: '成员',
    who: cast.wuTing,
    link: members,
    sees: cast.zhouMin.name,
    looks: ALL_LOOKS,
  },
  {
    name: 'members-one',
    about: '成员 · 一位',
    who: cast.zhengKai,
    link: members,
    sees: cast.wuTing.name,
    act: openWuTing,
    looks: ['light', 'dark'],
  },
  {
    name: 'members-appoint',
    about: '成员 · 圈主任命',
    who: cast.zhouMin,
    link: members,
    sees: cast.wuTing.name,
    act: async (phone) => {
      await openWuTing(phone)
      await phone.tapInSheet(t('community.moderator'))
    },
  },
  {
    name: 'members-alone',
    about: '成员 · 只有自己',
    who: extras.beginner,
    link: ({ empty }) => linkTo('community.members', { communityId: empty }),
    sees: t('community.membersAlone'),
  },
  {
    name: 'members-long',
    about: '成员 · 长文字',
    who: extras.wordy,
    link: ({ long }) => linkTo('community.members', { communityId: long }),
    sees: extras.late.name,
    looks: ['light', 'elder'],
  },
  {
    name: 'rules',
    about: '圈规',
    who: cast.zhouMin,
    link: rules,
    sees: t('community.rulesEdit'),
    looks: ALL_LOOKS,
  },
  {
    name: 'rules-accept',
    about: '圈规 · 新版待确认',
    who: extras.late,
    link: ({ long }) => linkTo('community.rules', { communityId: long }),
    sees: t('community.rulesAccept'),
    looks: [...ALL_LOOKS, 'english'],
  },
  {
    name: 'rules-edit',
    about: '圈规 · 修改',
    who: cast.zhouMin,
    link: rules,
    sees: t('community.rulesEdit'),
    act: (phone) => phone.tap(t('community.rulesEdit')),
    looks: ['light', 'dark', 'elder'],
  },
]
