import { t } from '../../client/i18n'
import { linkTo, type Phone } from '../../test/e2e/lib/phone'
import { cast } from '../seed/people'
import { ALL_LOOKS, type Scene } from './scene'
import { extras, type Studio } from './studio'

/** As inside the preview's console, which plays WeChat's question: only there reminders are offered. */
const inConsole = (phone: Phone) =>
  phone.page.addInitScript({
    content: "Object.defineProperty(window, 'parent', { value: { postMessage() {} } })",
  })

const passes = ({ neighbours }: Studio) => linkTo('entry.passes', { communityId: neighbours })

/** Reminders by WeChat where they are offered, and the passes of reviewers. */
export const reminderScenes: readonly Scene[] = [
  {
    name: 'remind-request',
    about: '微信提醒 · 求助里',
    who: cast.zhouMin,
    link: (studio) =>
      linkTo('help.request', {
        communityId: studio.neighbours,
        requestId: studio.request('篱笆'),
      }),
    before: inConsole,
    sees: t('remind.ask'),
    looks: [...ALL_LOOKS, 'english'],
  },
  {
    name: 'remind-door',
    about: '微信提醒 · 等答复的申请人',
    who: cast.luoXiaochuan,
    link: ({ neighbours }) => linkTo('entry.door', { communityId: neighbours }),
    before: inConsole,
    sees: t('remind.ask'),
    looks: ALL_LOOKS,
  },
  {
    name: 'remind-settings',
    about: '微信提醒 · 设置',
    who: cast.zhouMin,
    link: () => linkTo('member.settings'),
    before: inConsole,
    sees: t('remind.title'),
    looks: ALL_LOOKS,
  },
  {
    name: 'remind-workbench',
    about: '微信提醒 · 工作台',
    who: cast.zhouMin,
    link: ({ neighbours }) => linkTo('member.workbench', { communityId: neighbours }),
    before: inConsole,
    sees: cast.luoXiaochuan.name,
    looks: ALL_LOOKS,
  },
  {
    name: 'passes-empty',
    about: '审核通行码 · 没有',
    who: extras.beginner,
    link: ({ empty }) => linkTo('entry.passes', { communityId: empty }),
    sees: t('entry.passesNone'),
  },
  {
    name: 'passes-make',
    about: '审核通行码 · 生成',
    who: cast.zhouMin,
    link: passes,
    sees: t('entry.passMake'),
    act: (phone) => phone.tap(t('entry.passMake')),
    looks: ['light', 'elder'],
  },
  {
    name: 'passes',
    about: '审核通行码 · 圈主',
    who: cast.zhouMin,
    link: passes,
    sees: t('entry.pass_used'),
    looks: [...ALL_LOOKS, 'english'],
  },
  {
    name: 'passes-revoke',
    about: '审核通行码 · 收回',
    who: cast.zhouMin,
    link: passes,
    sees: t('entry.pass_used'),
    act: (phone) => phone.tap(t('entry.passRevoke')),
  },
  {
    name: 'pass-use',
    about: '用通行码进入',
    who: extras.nobody,
    link: () => linkTo('entry.pass'),
    sees: t('entry.passUse'),
    looks: ALL_LOOKS,
  },
  {
    name: 'pass-mistyped',
    about: '用通行码进入 · 写错了',
    who: extras.nobody,
    link: () => linkTo('entry.pass', { code: 'abc' }),
    sees: t('entry.passUse'),
    act: (phone) => phone.tap(t('entry.passUse')),
  },
]
