import type { Template } from '../../../../types/template'
import { deadline, thanks, what } from './fixed'

/** Finding somebody to build or learn something with. */
export const collaboration: Template = {
  key: 'collaboration',
  version: 1,
  name: '一起做点事',
  hint: '想找人结对、评审、组队学习，或者一起做个小项目',
  icon: 'tool',
  sensitivity: 'none',
  fields: [
    what({
      label: '想一起做什么',
      why: '说结果，不说口号：做成了会是什么样。',
      example: '一起读完一本讲数据库原理的书，每周讨论一次',
    }),
    {
      key: 'kind',
      kind: 'singleChoice',
      label: '是哪一种合作',
      why: '花一小时和花一个月，愿意来的人不一样。',
      required: true,
      options: [
        { value: 'pair', label: '结对解决问题' },
        { value: 'review', label: '帮忙评审' },
        { value: 'studyGroup', label: '组队学习' },
        { value: 'project', label: '做个小项目' },
        { value: 'talk', label: '准备一次分享' },
      ],
    },
    {
      key: 'stage',
      kind: 'longText',
      label: '现在做到哪里了',
      why: '已经有什么、卡在哪里、分工怎么想，写出来才好搭手。',
      example: '原型已经能跑，接口写了一半，想请一位熟悉测试的朋友把关键流程补上。',
      required: true,
      minLength: 6,
      maxLength: 1000,
    },
    {
      key: 'skills',
      kind: 'multipleChoice',
      label: '希望对方熟悉什么',
      why: '最多选三样，都不要紧就不用选。',
      required: false,
      max: 3,
      options: [
        { value: 'frontend', label: '前端与客户端' },
        { value: 'backend', label: '后端与架构' },
        { value: 'data', label: '数据与算法' },
        { value: 'quality', label: '测试与运维' },
        { value: 'design', label: '产品与设计' },
        { value: 'writing', label: '写作与表达' },
      ],
    },
    {
      key: 'hours',
      kind: 'number',
      label: '每周大概几小时',
      why: '说在前面，谁都不为难。',
      example: '3',
      required: true,
      min: 1,
      max: 20,
      unit: '小时',
    },
    deadline({
      label: '最晚什么时候定下来',
      why: '到了这个时间还没找齐，求助会自动结束。',
    }),
    thanks('谢谢你愿意一起试试，做成了名字写在一起'),
  ],
}
