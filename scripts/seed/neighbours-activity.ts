import type { CallInput } from '../../types/contract'
import { type CastMember, cast } from './people'
import type { Moment } from './story'

/** Who checks in how many of the last days, today counted, and which of them they missed. */
export const checkIns: readonly {
  readonly who: CastMember
  readonly days: number
  readonly missed: readonly number[]
  readonly today: boolean
}[] = [
  { who: cast.wuTing, days: 10, missed: [8], today: true },
  { who: cast.zhaoLiqun, days: 9, missed: [4], today: false },
  { who: cast.sunYue, days: 9, missed: [7], today: true },
  { who: cast.heXiulan, days: 8, missed: [], today: true },
  { who: cast.zhouMin, days: 11, missed: [5, 9], today: false },
]

/** The clock by which everyone of them has looked in. */
export const CHECK_IN_CLOCK = '07:40'

type Item = Omit<CallInput<'store.saveItem'>, 'communityId'>

const item = (given: Pick<Item, 'kind' | 'name' | 'about' | 'price'> & Partial<Item>): Item => ({
  stock: null,
  limitEach: null,
  opensAt: null,
  closesAt: null,
  pickupWhere: '',
  shown: true,
  ...given,
})

const ROOM = '三号楼一楼活动室，每周六 9 点到 11 点'

/** What is in the store, the first made first. */
export const items: readonly { readonly item: Item; readonly codes?: readonly string[] }[] = [
  {
    item: item({
      kind: 'resource',
      name: '老房子防潮隔音笔记',
      about: '赵立群这几年修房子的笔记，二十页，附材料清单和价格。',
      price: 6,
      secret: 'https://example.org/notes/old-house.pdf 提取码 7k2m',
    }),
  },
  {
    item: item({
      kind: 'privilege',
      name: '补签卡',
      about: '漏签一天时可以用它补上，不再另花积分。',
      price: 10,
      limitEach: 3,
    }),
  },
  {
    item: item({
      kind: 'code',
      name: '巷口面包店十元券',
      about: '一次用一张，可以和会员价一起用，有效到年底。',
      price: 12,
      limitEach: 2,
    }),
    codes: ['BREAD-7F2K-01', 'BREAD-9Q4M-02', 'BREAD-3T8W-03', 'BREAD-6R1X-04'],
  },
  {
    item: item({
      kind: 'shipped',
      name: '手工布书签一枚',
      about: '何秀兰用旧衬衫改的，花色随机，平邮寄出。',
      price: 8,
      stock: 6,
      limitEach: 1,
    }),
  },
  {
    item: item({
      kind: 'pickup',
      name: '一袋现磨咖啡豆',
      about: '250 克，中度烘焙，巷口咖啡馆赞助。领取时请自带袋子。',
      price: 18,
      stock: 8,
      limitEach: 1,
      pickupWhere: ROOM,
    }),
  },
]

/** Who redeemed what, and what came of it. */
export const redemptions: readonly {
  readonly who: CastMember
  readonly name: string
  readonly at: Moment
  readonly address?: string
  /** Who handed it over. */
  readonly handedOverBy?: CastMember
}[] = [
  { who: cast.sunYue, name: '巷口面包店十元券', at: [2, '12:10'] },
  { who: cast.wuTing, name: '一袋现磨咖啡豆', at: [1, '19:20'] },
  {
    who: cast.heXiulan,
    name: '一袋现磨咖啡豆',
    at: [1, '20:02'],
    handedOverBy: cast.linXiaoyu,
  },
  {
    who: cast.zhouMin,
    name: '手工布书签一枚',
    at: [1, '21:15'],
    address: '周敏 13900000000 梧桐里三号楼 301',
  },
]

export const storeOpenedAt: Moment = [4, '10:00']
export const keeper = cast.zhouMin
