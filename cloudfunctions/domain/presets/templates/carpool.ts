import type { Template } from '../../../../types/template'
import { deadline, thanks, what } from './fixed'

/** Seats of people who go the same way; no fares. */
export const carpool: Template = {
  key: 'carpool',
  version: 1,
  name: '顺路同行',
  hint: '找顺路的车，或者车上有空位，一起走一段',
  icon: 'car',
  sensitivity: 'none',
  fields: [
    what({
      label: '从哪里到哪里',
      why: '写到路口、地铁站或小区，顺不顺路一眼就知道。',
      example: '从青石里到北站，想搭一程顺风车',
    }),
    {
      key: 'kind',
      kind: 'singleChoice',
      label: '你是哪一边',
      why: '找车的和有空位的，好互相找到。',
      required: true,
      options: [
        { value: 'seatWanted', label: '想搭一程' },
        { value: 'seatOffered', label: '车上有空位' },
        { value: 'parcel', label: '顺路捎件东西' },
        { value: 'company', label: '结伴坐车走路' },
      ],
    },
    {
      key: 'leavesAt',
      kind: 'dateTime',
      label: '什么时候出发',
      why: '前后能差多少，可以写在下面。',
      required: true,
      minAheadMinutes: 30,
      maxAheadDays: 30,
    },
    {
      key: 'meetAt',
      kind: 'place',
      label: '在哪里碰头',
      why: '找个好停车、好认的公共地方，别写门牌号和车牌号。',
      example: '南门公交站旁边的便利店',
      required: true,
      maxLength: 40,
    },
    {
      key: 'people',
      kind: 'number',
      label: '几个人（几个空位）',
      why: '孩子也算一个座位，安全座椅要自己带。',
      example: '1',
      required: true,
      min: 1,
      max: 6,
      unit: '位',
    },
    {
      key: 'notes',
      kind: 'longText',
      label: '还要说明什么',
      why: '行李多少、带不带宠物、前后能等多久。只是顺路帮忙，不收车费。',
      example: '一个小箱子，出发时间前后十五分钟都行',
      required: false,
      maxLength: 300,
    },
    deadline({
      label: '最晚什么时候定下来',
      why: '请早于出发的时间，留出商量碰头的工夫。',
    }),
    thanks('谢谢您捎我这一程，一路平安'),
  ],
}
