import type { ReminderTopic } from '../../types/reminder'

const topics = {
  topic_result: '审核结果',
  topic_help: '互助进展',
  topic_deadline: '到期提醒',
  topic_event: '活动提醒',
  topic_order: '兑换进展',
  topic_work: '待处理的事',
  about_result: '申请加入、写的内容有了结果',
  about_help: '有人愿意帮、接受了、留了言',
  about_deadline: '求助或答应的帮忙快到时间',
  about_event: '改时间、取消、有名额、快开始',
  about_order: '寄出、取消、退还积分',
  about_work: '有人申请、有人急着求助',
} as const satisfies Record<`${'topic' | 'about'}_${ReminderTopic}`, string>

export const remind = {
  ...topics,
  ask: '开启提醒',
  notNow: '不用了',
  on: '好的，下一条会在微信里提醒你',
  off: '没关系，消息都在收件箱里',
  notKept: '没有记下来，请再试一次',
  why_result: '结果出来时，微信提醒你一次。',
  why_help: '有人回应、快到时间时，微信提醒你一次。',
  why_event: '改时间、有名额、快开始时，微信提醒你一次。',
  why_order: '兑换有进展时，微信提醒你一次。',
  why_work: '有新的事等你处理时，微信提醒你一次。',
  title: '微信提醒',
  lead: '点一下，多收一条。微信规定每同意一次只能发一条；不开也不会错过，消息都在收件箱里。',
  left: '还有 {count} 条',
  none: '未开启',
} as const
