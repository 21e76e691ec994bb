import type { EventForm } from '../../types/event-form'
import { type CastMember, cast } from './people'
import type { Deadline, Moment } from './story'

/** A gathering of the story: who plans it, when it is, and what happened around it. */
export type Gathering = {
  readonly by: CastMember
  readonly at: Moment
  readonly approvedBy?: { readonly by: CastMember; readonly at: Moment }
  readonly startsAt: Deadline
  readonly minutes: number
  readonly form: Omit<EventForm, 'startsAt' | 'endsAt' | 'deadline'>
  readonly repeat?: { readonly every: 'week' | 'twoWeeks' | 'month'; readonly times: number }
  readonly turns: readonly GatheringTurn[]
}

export type GatheringTurn = { readonly at: Moment } & (
  | { readonly joins: CastMember; readonly guests?: number; readonly answers?: EventAnswers }
  | { readonly leaves: CastMember }
  | { readonly approves: CastMember }
  | { readonly asks: CastMember; readonly words: string }
  | { readonly arrives: CastMember }
  | { readonly rates: CastMember; readonly stars: number; readonly words: string }
  | { readonly recap: string }
)
type EventAnswers = Readonly<Record<string, string>>

const usual: Gathering['form'] = {
  kind: 'sharing',
  title: '',
  about: '',
  agenda: [],
  speakers: [],
  cover: null,
  place: { mode: 'onSite', name: '三号楼活动室', address: '一层东侧，从北门进', position: null },
  capacity: 20,
  guestsMax: 0,
  needsApproval: false,
  waitlist: 'firstCome',
  offerMinutes: 120,
  questions: [],
  collectsQuestions: false,
  volunteerHours: 0,
}

const { zhouMin, chenGuodong, linXiaoyu, wuTing, zhaoLiqun, sunYue, maXiao } = cast
const { heXiulan, zhengKai, xuNuo, gaoFengqin, jiangWen } = cast

const over: Gathering = {
  by: zhouMin,
  at: [9, '20:00'],
  startsAt: [6, '09:00'],
  minutes: 120,
  form: {
    ...usual,
    kind: 'volunteering',
    title: '楼道大扫除，一人一层',
    about: '带一双旧手套，工具我来备。扫完一起在小院喝绿豆汤。',
    volunteerHours: 2,
    capacity: 12,
  },
  turns: [
    { at: [9, '20:20'], joins: chenGuodong },
    { at: [9, '21:05'], joins: wuTing },
    { at: [8, '08:10'], joins: zhaoLiqun },
    { at: [8, '12:30'], joins: zhengKai },
    { at: [7, '19:00'], joins: jiangWen },
    { at: [6, '08:50'], arrives: chenGuodong },
    { at: [6, '08:55'], arrives: wuTing },
    { at: [6, '09:01'], arrives: zhaoLiqun },
    { at: [6, '09:24'], arrives: zhengKai },
    { at: [6, '15:10'], rates: wuTing, stars: 5, words: '认识了两位楼上的邻居，比平时热闹。' },
    { at: [6, '18:40'], rates: zhaoLiqun, stars: 4, words: '下次早一点开始，中午太晒。' },
    { at: [5, '20:00'], rates: chenGuodong, stars: 5, words: '' },
    {
      at: [5, '21:00'],
      recap:
        '六层楼道、两处自行车棚，四个人两小时全部扫完。捡到三把钥匙，放在门厅小盒子里，谁丢的来认。谢谢每一位。',
    },
  ],
}

const running: Gathering = {
  by: zhaoLiqun,
  at: [4, '19:30'],
  approvedBy: { by: chenGuodong, at: [4, '19:50'] },
  startsAt: { minutesAgo: 20 },
  minutes: 120,
  form: {
    ...usual,
    kind: 'training',
    title: '旧物修补午后',
    about: '带上想修的小东西：松了的椅腿、掉了的纽扣、不亮的台灯。一起动手，修不好也学到一手。',
    agenda: [
      { at: '17:00', what: '认识工具' },
      { at: '17:20', what: '各修各的，互相搭手' },
      { at: '18:40', what: '收拾，喝茶' },
    ],
    speakers: [{ name: '赵立群', about: '木工二十年，家里工具最全' }],
    capacity: 8,
    guestsMax: 1,
  },
  turns: [
    { at: [4, '20:10'], joins: heXiulan },
    { at: [3, '08:00'], joins: wuTing },
    { at: [3, '12:20'], joins: sunYue, guests: 1 },
    { at: [2, '18:00'], joins: xuNuo },
    { at: [1, '07:40'], joins: zhouMin },
    { at: { minutesAgo: 24 }, arrives: heXiulan },
    { at: { minutesAgo: 12 }, arrives: sunYue },
  ],
}

const full: Gathering = {
  by: wuTing,
  at: [3, '21:00'],
  approvedBy: { by: zhouMin, at: [3, '21:20'] },
  startsAt: ['+1', '14:00'],
  minutes: 180,
  form: {
    ...usual,
    title: '周末一起学做面包',
    about:
      '从揉面到出炉，新手也能来。材料我备好，每人带走一条吐司。会用到小烤箱，孩子要有大人看着。',
    agenda: [
      { at: '14:00', what: '揉面，聊聊酵母' },
      { at: '15:00', what: '等发酵，喝茶' },
      { at: '16:00', what: '整形、进烤箱' },
    ],
    speakers: [{ name: '吴婷', about: '烤了七年面包' }],
    capacity: 5,
    guestsMax: 2,
    questions: [
      { key: 'food', kind: 'shortText', label: '有什么忌口吗？', required: true, max: 60 },
    ],
    collectsQuestions: true,
  },
  turns: [
    { at: [3, '21:40'], joins: linXiaoyu, answers: { food: '没有' } },
    { at: [2, '07:50'], joins: gaoFengqin, guests: 1, answers: { food: '孩子对花生过敏' } },
    { at: [2, '12:10'], joins: sunYue, guests: 1, answers: { food: '少糖' } },
    { at: [2, '20:30'], joins: xuNuo, answers: { food: '没有' } },
    { at: [1, '09:00'], joins: jiangWen, answers: { food: '没有' } },
    { at: [1, '10:00'], asks: linXiaoyu, words: '没有烤箱，用平底锅能做什么面包？' },
    { at: [1, '21:00'], asks: gaoFengqin, words: '夏天面团总发过头，家里怎么控制温度？' },
  ],
}

const asked: Gathering = {
  by: zhengKai,
  at: [2, '19:00'],
  approvedBy: { by: zhouMin, at: [2, '19:30'] },
  startsAt: ['+7', '08:30'],
  minutes: 240,
  form: {
    ...usual,
    kind: 'outing',
    title: '沿江骑行二十公里',
    about: '慢骑，不赶路，中途在渡口吃早饭。请自备头盔，车况要好。',
    place: {
      mode: 'onSite',
      name: '江边步道起点',
      address: '渡口东侧停车场',
      position: { latitude: 31.2304, longitude: 121.4737 },
    },
    capacity: 10,
    needsApproval: true,
    waitlist: 'pick',
    questions: [
      { key: 'ride', kind: 'shortText', label: '骑过多远的路？', required: true, max: 60 },
    ],
  },
  turns: [
    { at: [2, '20:00'], joins: maXiao, answers: { ride: '每周末三十公里' } },
    { at: [2, '20:40'], approves: maXiao },
    { at: [1, '08:30'], joins: xuNuo, answers: { ride: '只在公园骑过，想试试' } },
    { at: { minutesAgo: 300 }, joins: chenGuodong, answers: { ride: '以前骑车上班，十公里' } },
  ],
}

const online: Gathering = {
  by: jiangWen,
  at: [1, '19:00'],
  approvedBy: { by: chenGuodong, at: [1, '19:20'] },
  startsAt: ['+4', '20:00'],
  minutes: 60,
  form: {
    ...usual,
    kind: 'seminar',
    title: '租房合同怎么看',
    about: '每次讲一份真实的合同，隐去名字。可以提前把想问的条款写下来。',
    place: { mode: 'online', how: '线上会议室 618 204 937，提前五分钟进' },
    capacity: 50,
    collectsQuestions: true,
  },
  repeat: { every: 'week', times: 4 },
  turns: [
    { at: [1, '19:40'], joins: linXiaoyu },
    { at: { minutesAgo: 200 }, joins: wuTing },
  ],
}

const offered: Gathering = {
  by: heXiulan,
  at: [2, '09:00'],
  approvedBy: { by: zhouMin, at: [2, '09:10'] },
  startsAt: ['+2', '15:00'],
  minutes: 90,
  form: {
    ...usual,
    title: '改一件旧衬衫',
    about: '缝纫机只有两台，一次来两位。带一件舍不得扔的衬衫就好。',
    capacity: 2,
    waitlist: 'timedOffer',
  },
  turns: [
    { at: [2, '10:00'], joins: gaoFengqin },
    { at: [2, '10:20'], joins: linXiaoyu },
    { at: [1, '12:00'], joins: wuTing },
    { at: { minutesAgo: 40 }, leaves: linXiaoyu },
  ],
}

const pending: Gathering = {
  by: sunYue,
  at: { minutesAgo: 130 },
  startsAt: ['+5', '19:30'],
  minutes: 60,
  form: {
    ...usual,
    kind: 'care',
    title: '给长辈量血压，教会一位家人',
    about: '带上家里的血压计，我来看看准不准，也教你怎么记、怎么看。',
    capacity: 15,
    guestsMax: 2,
  },
  turns: [],
}

export const gatherings: readonly Gathering[] = [
  over,
  running,
  full,
  asked,
  online,
  offered,
  pending,
]
