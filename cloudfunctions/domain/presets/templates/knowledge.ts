import type { Template } from '../../../../types/template'
import { deadline, thanks, what } from './fixed'

/** Asking somebody who knows. */
export const knowledge: Template = {
  key: 'knowledge',
  version: 1,
  name: '知识与技能',
  hint: '有个问题弄不明白，或者有件事不会做，想请教懂的人',
  icon: 'idea',
  sensitivity: 'none',
  fields: [
    what({
      label: '想请教什么',
      why: '一句话说到点子上，懂的人一眼就能认出来。',
      example: '手机照片太多了，怎么一次存到电脑上',
    }),
    {
      key: 'topic',
      kind: 'singleChoice',
      label: '属于哪一类',
      why: '方便擅长这一类的人找到你。',
      required: true,
      options: [
        { value: 'device', label: '手机和电脑' },
        { value: 'programming', label: '编程与技术' },
        { value: 'study', label: '功课与考试' },
        { value: 'work', label: '工作与求职' },
        { value: 'craft', label: '手艺与维修' },
        { value: 'formality', label: '办事流程' },
        { value: 'other', label: '别的' },
      ],
    },
    {
      key: 'situation',
      kind: 'longText',
      label: '现在是什么情况',
      why: '说清楚来龙去脉和试过的办法，别人就不用从头猜起。',
      example: '存了五千多张照片，用数据线连上，电脑没有反应；换过一根线，还是一样。',
      required: true,
      minLength: 6,
      maxLength: 1000,
    },
    {
      key: 'ways',
      kind: 'multipleChoice',
      label: '怎么交流方便',
      why: '可以多选。选得多，能帮上忙的人就多。',
      required: true,
      options: [
        { value: 'text', label: '打字慢慢说' },
        { value: 'voice', label: '语音讲一讲' },
        { value: 'screen', label: '看着屏幕一起弄' },
        { value: 'inPerson', label: '当面教一教' },
      ],
    },
    {
      key: 'minutes',
      kind: 'number',
      label: '大概要多久',
      why: '估一估就行，对方好安排时间。',
      example: '30',
      required: false,
      min: 5,
      max: 480,
      unit: '分钟',
    },
    deadline({
      label: '最晚什么时候',
      why: '过了这个时间，就不再打扰大家。',
    }),
    thanks('谢谢您愿意教我，学会了我也教给别人'),
  ],
}
