import { levelsOf, type Preset, pointsOf } from './preset'
import { adapt } from './templates/adapt'
import { carpool } from './templates/carpool'
import { emergency } from './templates/emergency'
import { knowledge } from './templates/knowledge'
import { neighbourly } from './templates/neighbourly'
import { other } from './templates/other'
import { shopping } from './templates/shopping'

export const carOwners: Preset = {
  name: '车主之家',
  summary: '开车的人在一起：搭个电、问个毛病、找个顺路的伴',
  purpose: '路上有事，喊一声就有人应',
  welcome:
    '欢迎上车。路上遇到事，先把车停稳、人到安全的地方，再来发求助。问毛病，写上车型、里程和仪表盘亮了什么灯。车牌、行驶证、事故里别人的样子，请不要拍进照片。',
  rules: [
    '开车不看手机。求助和回复，都等停稳了再说。',
    '路上出事先报警、报保险，人撤到护栏外面，再来这里喊人。',
    '不写车牌号、车架号和证件号，照片里的也遮一遮。',
    '顺路捎人只是帮忙，不收车费，不拉客。乘车的人系好安全带。',
    '不卖保险，不拉人办卡，不推销改装和年检代办。',
    '不教人改表、消分、躲处罚。修车的建议供参考，拿不准的去正规修理厂。',
    '帮人搭电、拖车量力而行，先确认自己安全。',
  ],
  questions: [
    {
      key: 'car',
      kind: 'shortText',
      label: '开的什么车',
      why: '同款车的毛病，问同款车主最灵。不用写车牌。',
      example: '开了五年的两厢小车，平时上下班',
      required: true,
      minLength: 2,
      maxLength: 60,
    },
    {
      key: 'area',
      kind: 'shortText',
      label: '常在哪一带跑',
      why: '写到城区就好，路上有事能找到近的人。',
      example: '城西到高新区，周末常去郊外',
      required: true,
      minLength: 2,
      maxLength: 40,
    },
    {
      key: 'canHelp',
      kind: 'multipleChoice',
      label: '车上有什么、会什么',
      why: '没有也没关系，谁都有第一次。',
      required: false,
      options: [
        { value: 'cable', label: '搭电线' },
        { value: 'pump', label: '充气泵' },
        { value: 'rope', label: '拖车绳' },
        { value: 'tools', label: '常用工具' },
        { value: 'repair', label: '懂点修理' },
        { value: 'road', label: '路熟' },
      ],
    },
  ],
  templates: [
    adapt(neighbourly, {
      name: '路上搭把手',
      hint: '没电、爆胎、锁在车里，请附近的车主帮一下',
      icon: 'car',
      fields: {
        what: { label: '车怎么了、要帮什么', example: '停车场里没电了，想借根搭电线' },
        kind: {
          label: '是哪一种情况',
          options: [
            { value: 'battery', label: '没电搭电' },
            { value: 'tyre', label: '轮胎漏气' },
            { value: 'tow', label: '陷车拖车' },
            { value: 'tool', label: '借个工具' },
            { value: 'other', label: '别的' },
          ],
        },
        details: { example: '地下二层，车头朝外，旁边能停一辆车；电瓶用了四年。' },
        place: { why: '写到停车场、路口就够了，别写车牌。', example: '南门商场地下停车场 B2' },
      },
    }),
    adapt(knowledge, {
      name: '问车问路',
      hint: '异响、故障灯、保养、年检、路线，问问开过的人',
      fields: {
        what: { label: '想问什么', example: '冷车起步有“嗒嗒”声，热了就没，是什么毛病' },
        topic: {
          options: [
            { value: 'fault', label: '故障与异响' },
            { value: 'service', label: '保养与维修' },
            { value: 'electric', label: '充电与电车' },
            { value: 'formality', label: '年检与手续' },
            { value: 'route', label: '路线与自驾' },
            { value: 'choice', label: '买车换车' },
            { value: 'other', label: '别的' },
          ],
        },
        situation: { example: '五年车龄，跑了六万公里，上个月刚换的机油，仪表没有亮灯。' },
      },
    }),
    carpool,
    adapt(shopping, { name: '拼单与团购', hint: '机油、轮胎、洗车卡，凑够人数更划算的那种' }),
    emergency,
    other,
  ],
  points: pointsOf({ help_confirmed: { amount: 12, perDay: 48, perMonth: 300 } }),
  levels: levelsOf('新上路', '热心车友', '老司机', '护航人'),
}
