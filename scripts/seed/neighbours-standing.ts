import { cast } from './people'
import type { Standing } from './story'

const { zhaoLiqun, heXiulan, wuTing, sunYue, chenGuodong } = cast

/** What the neighbours can always help with. */
export const standingOffers: readonly Standing[] = [
  {
    by: zhaoLiqun,
    at: [9, '20:05'],
    kind: 'tool',
    title: '电钻、手锯、打气筒，都可以借',
    details: '一楼带小院，晚饭后多半在家。用完擦干净还回来就行，第一次用我教。',
  },
  {
    by: heXiulan,
    at: [8, '10:20'],
    kind: 'skill',
    title: '改裤脚、换拉链、缝扣子',
    details: '拿到三楼来，一般隔天能好。自己带线更配色。',
  },
  {
    by: sunYue,
    at: [6, '21:10'],
    kind: 'skill',
    title: '教你量血压、处理小伤口',
    details: '轮休的日子都可以，急事请先去医院。',
  },
  {
    by: wuTing,
    at: [4, '15:40'],
    kind: 'thing',
    title: '烤箱和打蛋器，做蛋糕可以来用',
    details: '',
  },
  {
    by: chenGuodong,
    at: [2, '18:00'],
    kind: 'time',
    title: '周末上午可以帮忙搬东西',
    details: '一两件家具没问题，太重的要再找一个人。',
  },
]
