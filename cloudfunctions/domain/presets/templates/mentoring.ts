import type { Template } from '../../../../types/template'
import { deadline, thanks, what } from './fixed'

/** One person who goes along for a while. */
export const mentoring: Template = {
  key: 'mentoring',
  version: 1,
  name: '找人带一带',
  hint: '想有一位过来人，陪自己走一段，有目标，有期限',
  icon: 'sprout',
  sensitivity: 'none',
  fields: [
    what({
      label: '想在哪件事上被带一带',
      why: '一件具体的事，比“求大佬带”更容易等到人。',
      example: '第一次带团队，想请教怎么开好每周的例会',
    }),
    {
      key: 'now',
      kind: 'longText',
      label: '现在走到哪一步',
      why: '说说起点和卡住的地方，对方好判断自己合不合适。',
      example: '做了五年技术，上个月开始带四个人，例会总是开成汇报，没人讨论。',
      required: true,
      minLength: 6,
      maxLength: 800,
    },
    {
      key: 'goal',
      kind: 'shortText',
      label: '走完这一段，想变成什么样',
      why: '说得出终点，两个人才知道什么时候算完成。',
      example: '两个月后，例会上大家愿意主动说问题',
      required: true,
      minLength: 4,
      maxLength: 60,
    },
    {
      key: 'ways',
      kind: 'multipleChoice',
      label: '希望怎么带',
      why: '可以多选。方式越轻，越容易坚持。',
      required: true,
      options: [
        { value: 'questions', label: '有问题时问一问' },
        { value: 'review', label: '帮忙看看我做的' },
        { value: 'talks', label: '定期聊一次' },
        { value: 'together', label: '一起做一件小事' },
        { value: 'reading', label: '列个书单跟着学' },
      ],
    },
    {
      key: 'weeks',
      kind: 'number',
      label: '大概几周',
      why: '说好期限，谁都不欠谁。',
      example: '8',
      required: true,
      min: 1,
      max: 26,
      unit: '周',
    },
    deadline({
      label: '最晚什么时候定下来',
      why: '到时候还没有人，求助会自动结束，可以改一改再发。',
    }),
    thanks('谢谢您愿意把走过的路讲给我听'),
  ],
}
