import { t } from '../../client/i18n'
import { linkTo, type Phone } from '../../test/e2e/lib/phone'
import { cast } from '../seed/people'
import { ALL_LOOKS, cut, hang, type Scene } from './scene'
import { extras, LONG_ITEM, type Studio } from './studio'

type Place = 'store.items' | 'store.mine' | 'store.orders' | 'store.edit' | 'store.handOver'
const of = (name: Place) => (studio: Studio) => linkTo(name, { communityId: studio.neighbours })
const member = cast.wuTing
const owner = cast.zhouMin
const COFFEE = '一袋现磨咖啡豆'
const VOUCHER = '巷口面包店十元券'
const BOOKMARK = '手工布书签一枚'

/** Opens what a list shows under these words. */
const open = (words: string) => (phone: Phone) => phone.tapOn(words)

/** The store as members and its keepers see it, and orders in their states. */
export const storeScenes: readonly Scene[] = [
  {
    name: 'store',
    about: '积分小店',
    who: member,
    link: of('store.items'),
    sees: COFFEE,
    looks: [...ALL_LOOKS, 'english'],
  },
  {
    name: 'store-empty',
    about: '积分小店 · 还没有东西',
    who: extras.beginner,
    link: ({ empty }) => linkTo('store.items', { communityId: empty }),
    sees: t('store.empty'),
    looks: ALL_LOOKS,
  },
  {
    name: 'store-loading',
    about: '积分小店 · 正在加载',
    who: member,
    link: of('store.items'),
    before: hang('store'),
    sees: t('store.title'),
  },
  {
    name: 'store-error',
    about: '积分小店 · 连不上',
    who: member,
    link: of('store.items'),
    before: cut('store'),
    sees: t('common.retry'),
  },
  {
    name: 'store-item',
    about: '一件商品',
    who: member,
    link: of('store.items'),
    sees: COFFEE,
    act: open(BOOKMARK),
    looks: ALL_LOOKS,
  },
  {
    name: 'store-item-long',
    about: '一件商品 · 长字',
    who: extras.wordy,
    link: ({ long }) => linkTo('store.items', { communityId: long }),
    sees: LONG_ITEM,
    act: open(LONG_ITEM),
    looks: ['light', 'elder'],
  },
  {
    name: 'store-list-long',
    about: '积分小店 · 长字',
    who: extras.wordy,
    link: ({ long }) => linkTo('store.items', { communityId: long }),
    sees: LONG_ITEM,
    looks: ['light', 'elder'],
  },
  {
    name: 'store-redeem',
    about: '兑换 · 填地址',
    who: member,
    link: of('store.items'),
    sees: COFFEE,
    act: async (phone) => {
      await phone.tapOn(VOUCHER)
      await phone.tap(t('store.redeem', { price: 12 }))
    },
    looks: ALL_LOOKS,
  },
  {
    name: 'store-mine',
    about: '我的兑换',
    who: member,
    link: of('store.mine'),
    sees: COFFEE,
    looks: ALL_LOOKS,
  },
  {
    name: 'store-mine-empty',
    about: '我的兑换 · 空',
    who: extras.beginner,
    link: ({ empty }) => linkTo('store.mine', { communityId: empty }),
    sees: t('store.mineEmpty'),
  },
  {
    name: 'store-order-pickup',
    about: '兑换 · 待领取',
    who: member,
    link: of('store.mine'),
    sees: COFFEE,
    act: open(COFFEE),
    looks: ALL_LOOKS,
  },
  {
    name: 'store-order-code',
    about: '兑换 · 兑换码',
    who: cast.sunYue,
    link: of('store.mine'),
    sees: VOUCHER,
    act: open(VOUCHER),
    looks: ['light', 'dark'],
  },
  {
    name: 'store-order-done',
    about: '兑换 · 已领取',
    who: cast.heXiulan,
    link: of('store.mine'),
    sees: COFFEE,
    act: open(COFFEE),
  },
  {
    name: 'store-order-send',
    about: '兑换 · 待寄出',
    who: owner,
    link: of('store.orders'),
    sees: BOOKMARK,
    act: open(BOOKMARK),
    looks: ALL_LOOKS,
  },
  {
    name: 'store-orders',
    about: '小店管理',
    who: owner,
    link: of('store.orders'),
    sees: BOOKMARK,
    looks: ALL_LOOKS,
  },
  {
    name: 'store-edit',
    about: '上架一件',
    who: owner,
    link: of('store.edit'),
    sees: t('store.save'),
    looks: ALL_LOOKS,
  },
  {
    name: 'store-edit-mistakes',
    about: '上架一件 · 还要改',
    who: owner,
    link: of('store.edit'),
    sees: t('store.save'),
    act: open(t('store.save')),
  },
  {
    name: 'store-hand-over',
    about: '核销领取',
    who: cast.linXiaoyu,
    link: of('store.handOver'),
    sees: t('store.scan'),
    looks: ALL_LOOKS,
  },
]
