import { t } from '../../client/i18n'
import { linkTo } from '../../test/e2e/lib/phone'
import { cast } from '../seed/people'
import { ALL_LOOKS, type Scene } from './scene'
import { extras } from './studio'

type Studio = { neighbours: string; stoppedCase: string; empty: string }
const here = ({ neighbours }: Pick<Studio, 'neighbours'>) => ({ communityId: neighbours })

/** What screening stopped, from the moderator's side and from the author's. */
export const moderationScenes: readonly Scene[] = [
  {
    name: 'review-queue',
    about: '内容审核',
    who: cast.zhouMin,
    link: (studio) => linkTo('moderation.queue', here(studio)),
    sees: t('moderation.approve'),
    looks: ALL_LOOKS,
  },
  {
    name: 'review-reasons',
    about: '内容审核 · 选一个理由',
    who: cast.zhouMin,
    link: (studio) => linkTo('moderation.queue', here(studio)),
    sees: t('moderation.approve'),
    act: (phone) => phone.tap(t('moderation.return')),
  },
  {
    name: 'review-history',
    about: '内容审核 · 作者之前的内容',
    who: cast.zhouMin,
    link: (studio) => linkTo('moderation.queue', here(studio)),
    sees: t('moderation.approve'),
    act: (phone) => phone.tap(t('moderation.historyShow')),
  },
  {
    name: 'review-many',
    about: '内容审核 · 一起处理',
    who: cast.zhouMin,
    link: (studio) => linkTo('moderation.queue', here(studio)),
    sees: t('moderation.approve'),
    act: async (phone) => {
      await phone.tap(t('common.selectMany'))
      await phone.tap(t('common.chooseAll'))
    },
    looks: ALL_LOOKS,
  },
  {
    name: 'review-approved',
    about: '内容审核 · 已通过',
    who: cast.zhouMin,
    link: (studio) => linkTo('moderation.queue', here(studio)),
    sees: t('moderation.approve'),
    act: (phone) => phone.tap(t('moderation.viewApproved')),
  },
  {
    name: 'review-empty',
    about: '内容审核 · 都看完了',
    who: extras.beginner,
    link: ({ empty }) => linkTo('moderation.queue', { communityId: empty }),
    sees: t('moderation.empty'),
    looks: ['light', 'dark'],
  },
  {
    name: 'review-own',
    about: '审核进度 · 图片里有二维码',
    who: cast.jiangWen,
    link: (studio) => linkTo('moderation.case', { ...here(studio), caseId: studio.stoppedCase }),
    sees: t('moderation.correct'),
    looks: ALL_LOOKS,
  },
  {
    name: 'review-mine',
    about: '我的审核记录',
    who: cast.jiangWen,
    link: (studio) => linkTo('moderation.mine', here(studio)),
    sees: t('moderation.state_open'),
    looks: ALL_LOOKS,
  },
  {
    name: 'review-policy',
    about: '内容规范与审核',
    who: cast.zhouMin,
    link: (studio) => linkTo('moderation.policy', here(studio)),
    sees: t('moderation.forbidden'),
    looks: ALL_LOOKS,
  },
  {
    name: 'review-settings',
    about: '审核设置',
    who: cast.zhouMin,
    link: (studio) => linkTo('moderation.policy', here(studio)),
    sees: t('moderation.forbidden'),
    act: (phone) => phone.tap(t('moderation.edit')),
  },
]
