import { t } from '../../client/i18n'
import type { RouteName } from '../../client/routes'
import { linkTo, type Phone } from '../../test/e2e/lib/phone'
import { cast } from '../seed/people'
import { ALL_LOOKS, cut, hang, type Scene } from './scene'
import { extras, type Studio } from './studio'

type Plain = Extract<
  RouteName,
  'recognition.levels' | 'recognition.challenges' | 'recognition.challengeEdit' | 'checkin.calendar'
>
const of = (name: Plain) => (studio: Studio) => linkTo(name, { communityId: studio.neighbours })
const there = (title: string) => (studio: Studio) => studio.challenge(title)
const running = (studio: Studio) =>
  linkTo('recognition.challenge', {
    communityId: studio.neighbours,
    challengeId: there('夜读')(studio),
  })
const over = (studio: Studio) =>
  linkTo('recognition.challenge', {
    communityId: studio.neighbours,
    challengeId: there('早起')(studio),
  })

export const recognitionScenes: readonly Scene[] = [
  {
    name: 'levels',
    about: '等级与勋章',
    who: cast.zhaoLiqun,
    link: of('recognition.levels'),
    sees: t('recognition.deeds'),
    looks: [...ALL_LOOKS, 'english'],
  },
  {
    name: 'levels-new',
    about: '等级与勋章 · 新成员',
    who: cast.fangQing,
    link: of('recognition.levels'),
    sees: t('recognition.deeds'),
  },
  {
    name: 'levels-loading',
    about: '等级与勋章 · 正在加载',
    who: cast.zhaoLiqun,
    link: of('recognition.levels'),
    before: hang('recognition'),
    sees: t('recognition.title'),
  },
  {
    name: 'levels-error',
    about: '等级与勋章 · 连不上',
    who: cast.zhaoLiqun,
    link: of('recognition.levels'),
    before: cut('recognition'),
    sees: t('common.retry'),
  },
  {
    name: 'levels-edit',
    about: '等级 · 修改',
    who: cast.zhouMin,
    link: of('recognition.levels'),
    sees: t('recognition.edit'),
    looks: ALL_LOOKS,
    act: (phone: Phone) => phone.tap(t('recognition.edit')),
  },
  {
    name: 'challenges',
    about: '挑战',
    who: cast.wuTing,
    link: of('recognition.challenges'),
    sees: '二十一天夜读',
    looks: ALL_LOOKS,
  },
  {
    name: 'challenges-empty',
    about: '挑战 · 还没有',
    who: extras.beginner,
    link: (studio) => linkTo('recognition.challenges', { communityId: studio.empty }),
    sees: t('recognition.none_current'),
  },
  {
    name: 'challenge',
    about: '挑战 · 我参加的',
    who: cast.wuTing,
    link: running,
    sees: t('recognition.write'),
    looks: [...ALL_LOOKS, 'english'],
  },
  {
    name: 'challenge-outside',
    about: '挑战 · 还没参加',
    who: cast.sunYue,
    link: running,
    sees: t('recognition.join'),
  },
  {
    name: 'challenge-ranking',
    about: '挑战 · 排行',
    who: cast.wuTing,
    link: running,
    sees: t('recognition.ranking'),
    looks: ALL_LOOKS,
    act: (phone: Phone) => phone.tap(t('recognition.ranking')),
  },
  {
    name: 'challenge-write',
    about: '挑战 · 写日记',
    who: cast.wuTing,
    link: running,
    sees: t('recognition.write'),
    looks: ALL_LOOKS,
    act: (phone: Phone) => phone.tap(t('recognition.write')),
  },
  {
    name: 'challenge-over',
    about: '挑战 · 结束',
    who: cast.wuTing,
    link: over,
    sees: t('recognition.seeCertificate'),
  },
  {
    name: 'challenge-edit',
    about: '挑战 · 发起',
    who: cast.zhouMin,
    link: of('recognition.challengeEdit'),
    sees: t('recognition.formFirst'),
    looks: ALL_LOOKS,
  },
  {
    name: 'certificate-challenge',
    about: '挑战证书',
    who: cast.wuTing,
    link: (studio) =>
      linkTo('recognition.certificate', {
        communityId: studio.neighbours,
        challengeId: there('早起')(studio),
      }),
    sees: t('recognition.certificatePicture'),
    looks: ALL_LOOKS,
  },
  {
    name: 'calendar',
    about: '签到日历',
    who: cast.wuTing,
    link: of('checkin.calendar'),
    sees: t('checkin.milestones'),
    looks: [...ALL_LOOKS, 'english'],
  },
  {
    name: 'calendar-lost',
    about: '签到日历 · 断了',
    who: cast.zhouMin,
    link: of('checkin.calendar'),
    sees: t('checkin.milestones'),
  },
]
