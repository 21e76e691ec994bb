import type { Template } from '../../../../types/template'
import { deadline, pictures, thanks, what } from './fixed'
import { life } from './life'

/** Local life as people who live door to door need it: hands, tools and errands, no money. */
export const neighbourly: Template = {
  key: life.key,
  version: 1,
  name: '邻里生活',
  hint: '借样东西、搬件家具、修修补补、转让旧物，附近的人搭把手',
  icon: 'package',
  sensitivity: 'none',
  fields: [
    what({
      label: '想请邻居帮什么',
      why: '写清楚是什么事、什么东西，别人才知道自己帮不帮得上。',
      example: '借一把能打混凝土墙的电钻，装两个层板',
    }),
    {
      key: 'kind',
      kind: 'singleChoice',
      label: '是哪一种事',
      why: '有工具的、有力气的、手巧的，好各自找到。',
      required: true,
      options: [
        { value: 'borrow', label: '借用东西' },
        { value: 'carry', label: '搬东西' },
        { value: 'repair', label: '修理安装' },
        { value: 'secondHand', label: '旧物转让' },
        { value: 'errand', label: '代取代买' },
        { value: 'care', label: '临时照看' },
        { value: 'other', label: '别的' },
      ],
    },
    {
      key: 'details',
      kind: 'longText',
      label: '具体情况',
      why: '大小、轻重、有没有电梯，写下来可以少跑一趟。',
      example: '书柜高两米，拆不开，从一楼搬到三楼，没有电梯，两个人抬比较稳。',
      required: true,
      minLength: 6,
      maxLength: 600,
    },
    {
      key: 'place',
      kind: 'place',
      label: '在哪里碰头',
      why: '写到楼号或路口就够了，别写门牌号，所有成员都看得到。',
      example: '二号楼门口',
      required: true,
      maxLength: 40,
    },
    {
      key: 'times',
      kind: 'multipleChoice',
      label: '什么时候方便',
      why: '可以多选，对方好挑一个合适的。',
      required: true,
      options: [
        { value: 'workdayDay', label: '工作日白天' },
        { value: 'workdayEvening', label: '工作日晚上' },
        { value: 'weekendDay', label: '周末白天' },
        { value: 'weekendEvening', label: '周末晚上' },
      ],
    },
    {
      key: 'minutes',
      kind: 'number',
      label: '大概要多久',
      why: '往多了估一点，免得别人为难。',
      example: '40',
      required: false,
      min: 5,
      max: 480,
      unit: '分钟',
    },
    pictures('拍一张，省得来回解释。别拍到门牌号。'),
    deadline({
      label: '最晚什么时候',
      why: '过了这个时间，求助会自动结束。',
    }),
    thanks('辛苦啦，忙完请您尝尝自家做的酸梅汤'),
  ],
}
