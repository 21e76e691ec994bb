import { t } from '../../client/i18n'
import { linkTo, type Phone } from '../../test/e2e/lib/phone'
import { cast } from '../seed/people'
import { ALL_LOOKS, type Scene } from './scene'
import { extras, LONG_TITLE, type Studio } from './studio'

const request = (words: string) => (studio: Studio) =>
  linkTo('help.request', { communityId: studio.neighbours, requestId: studio.request(words) })
const member = cast.wuTing

/** Scrolls until these words stand below the page's header. */
const showFrom = (phone: Phone, words: string) =>
  phone.page
    .getByText(words)
    .first()
    .evaluate((element) => {
      element.style.scrollMarginTop = '72px'
      element.scrollIntoView({ block: 'start', behavior: 'instant' })
    })

/** One request in all its states, as each of those sees it who have to do with it. */
export const requestScenes: readonly Scene[] = [
  {
    name: 'request-open',
    about: '求助 · 看的人',
    who: member,
    link: request('鸡蛋'),
    sees: t('help.offer'),
    looks: [...ALL_LOOKS, 'english'],
  },
  {
    name: 'request-thread',
    about: '求助 · 对话',
    who: cast.zhouMin,
    link: (studio) =>
      linkTo('help.thread', {
        communityId: studio.neighbours,
        requestId: studio.request('篱笆'),
      }),
    sees: t('help.threadSend'),
    looks: ['light', 'dark', 'elder'],
  },
  {
    name: 'request-thread-report',
    about: '求助 · 举报一条留言',
    who: cast.zhouMin,
    link: (studio) =>
      linkTo('help.thread', {
        communityId: studio.neighbours,
        requestId: studio.request('篱笆'),
      }),
    sees: t('help.threadSend'),
    act: async (phone) => {
      await phone.page
        .locator('.thread-message:not(.thread-message--own) .thread-message__words')
        .first()
        .click()
      await phone.sees(t('help.threadReport'))
    },
    looks: ['light', 'elder'],
  },
  {
    name: 'request-offer',
    about: '求助 · 报名',
    who: member,
    link: request('鸡蛋'),
    sees: t('help.offer'),
    act: (phone) => phone.tap(t('help.offer')),
    looks: ['light', 'dark', 'elder'],
  },
  {
    name: 'request-offered',
    about: '求助 · 发起人看报名',
    who: cast.zhaoLiqun,
    link: request('人字梯'),
    sees: t('help.answerOffers', { count: 2 }),
    looks: ALL_LOOKS,
  },
  {
    name: 'request-decline',
    about: '求助 · 婉拒一位',
    who: cast.zhaoLiqun,
    link: request('人字梯'),
    sees: t('help.answerOffers', { count: 2 }),
    act: (phone) => phone.tap(t('help.declineNamed', { name: cast.zhengKai.name })),
  },
  {
    name: 'request-waiting',
    about: '求助 · 已报名，等答复',
    who: cast.zhengKai,
    link: request('人字梯'),
    sees: t('help.withdraw'),
  },
  {
    name: 'request-helping',
    about: '求助 · 帮手',
    who: cast.gaoFengqin,
    link: request('薄荷'),
    sees: t('help.markDone'),
  },
  {
    name: 'request-done',
    about: '求助 · 确认帮完',
    who: cast.gaoFengqin,
    link: request('薄荷'),
    sees: t('help.markDone'),
    act: (phone) => phone.tap(t('help.markDone')),
  },
  {
    name: 'request-confirm',
    about: '求助 · 发起人确认',
    who: cast.linXiaoyu,
    link: request('喂一次猫'),
    sees: t('help.confirm'),
    looks: ['light', 'dark'],
  },
  {
    name: 'request-thank',
    about: '求助 · 道谢',
    who: cast.linXiaoyu,
    link: request('喂一次猫'),
    sees: t('help.confirm'),
    act: (phone) => phone.tap(t('help.confirm')),
    looks: ['light', 'dark', 'elder'],
  },
  {
    name: 'request-some',
    about: '求助 · 三位帮手',
    who: cast.zhouMin,
    link: request('竹篱笆'),
    sees: t('help.answerOffers', { count: 1 }),
  },
  {
    name: 'request-thanked',
    about: '求助 · 已感谢',
    who: cast.maXiao,
    link: request('红烧肉'),
    sees: t('help.stepThanks'),
    looks: ['light', 'dark'],
  },
  {
    name: 'request-story',
    about: '求助 · 从报名到道谢',
    who: cast.jiangWen,
    link: request('老木窗'),
    sees: t('help.stepThanks'),
    act: (phone) => showFrom(phone, t('help.stepOffered')),
    looks: ALL_LOOKS,
  },
  {
    name: 'request-expired',
    about: '求助 · 过期',
    who: cast.zhengKai,
    link: request('转学'),
    sees: t('help.expiredTitle'),
  },
  {
    name: 'request-cancelled',
    about: '求助 · 已取消',
    who: cast.heXiulan,
    link: request('自行车'),
    sees: t('help.cancelledTitle'),
  },
  {
    name: 'request-long',
    about: '求助 · 长文字',
    who: extras.wordy,
    link: ({ long, longRequest }) =>
      linkTo('help.request', { communityId: long, requestId: longRequest }),
    sees: LONG_TITLE.slice(0, 10),
    looks: ['light', 'elder'],
  },
  {
    name: 'request-gone',
    about: '求助 · 找不到了',
    who: member,
    link: ({ neighbours }) =>
      linkTo('help.request', { communityId: neighbours, requestId: 'gone' }),
    sees: t('help.gone'),
  },
  {
    name: 'request-stranger',
    about: '求助 · 还不是成员',
    who: cast.pengYu,
    link: request('鸡蛋'),
    sees: t('help.notMember'),
  },
]
