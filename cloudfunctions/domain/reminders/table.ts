import type { MessageKind } from '../../../types/inbox'
import type { ReminderTopic } from '../../../types/reminder'

/**
 * What WeChat's message says of a message of the inbox. `state` is a `phrase` there: at most five
 * Chinese characters. `note` is a `thing`: twenty characters, with `{name}` put in.
 */
type Reminder = { topic: ReminderTopic; state: string; note: string }

/**
 * Which messages of the inbox are worth a reminder by WeChat, and of which topic; all others stay in
 * the inbox alone. What goes to all members at once is not among them: a yes is good for one message
 * and is kept for what concerns the person. A domain that wants a reminder adds a line.
 */
export const REMINDERS: { readonly [K in MessageKind]?: Reminder } = {
  application_approved: { topic: 'result', state: '已通过', note: '欢迎加入，点开看看' },
  application_declined: { topic: 'result', state: '未通过', note: '点开看理由，可以修改后再申请' },
  content_returned: { topic: 'result', state: '需要修改', note: '你写的内容要改一下再发' },
  content_refused: { topic: 'result', state: '未通过', note: '你写的内容没有通过，点开看理由' },
  content_removed: { topic: 'result', state: '已移除', note: '你写的内容被移除，点开看理由' },
  event_published: { topic: 'result', state: '已发布', note: '你的活动大家能看到了' },
  event_undecided: { topic: 'result', state: '已关闭', note: '没能在开始前审核，可另选时间' },
  event_refused: { topic: 'result', state: '未通过', note: '你的活动要改一下再提交' },

  offer_received: { topic: 'help', state: '有人愿意帮', note: '{name} 愿意帮你' },
  offer_accepted: { topic: 'help', state: '对方接受了', note: '{name} 接受了你的帮忙' },
  offer_withdrawn: { topic: 'help', state: '不能来了', note: '{name} 不能来帮忙了' },
  help_done: { topic: 'help', state: '等你确认', note: '{name} 说已经帮好了' },
  help_invited: { topic: 'help', state: '请你帮忙', note: '{name} 想请你帮忙' },
  invitation_accepted: { topic: 'help', state: '答应帮你', note: '{name} 答应帮你了' },
  helper_replaced: { topic: 'help', state: '已换人', note: '一直没等到你的消息，另找了帮手' },
  thread_message: { topic: 'help', state: '有新留言', note: '{name} 给你留了言' },

  request_due: { topic: 'deadline', state: '快到时间', note: '你的求助快截止，人还没找齐' },
  request_expired: { topic: 'deadline', state: '已到时间', note: '你的求助到了截止时间，可以再问' },
  promise_due: { topic: 'deadline', state: '快到时间', note: '你答应帮的忙快到时间了' },
  promise_overdue: { topic: 'deadline', state: '过了时间', note: '帮完点一下，帮不了说一声' },
  confirm_soon: { topic: 'deadline', state: '即将确认', note: '再过一天会自动确认' },

  event_changed: { topic: 'event', state: '有变动', note: '请看最新的时间和地点' },
  event_cancelled: { topic: 'event', state: '已取消', note: '这次活动取消了' },
  event_registration_approved: { topic: 'event', state: '报名成功', note: '组织者通过了你的报名' },
  event_registration_declined: { topic: 'event', state: '未通过', note: '你的报名没有通过' },
  event_seat_given: { topic: 'event', state: '报名成功', note: '你已从候补转为报名成功' },
  event_seat_offered: { topic: 'event', state: '等你确认', note: '有名额了，请尽快确认' },
  event_reminder: { topic: 'event', state: '快开始了', note: '活动快开始了' },

  order_shipped: { topic: 'order', state: '已寄出', note: '你兑换的东西寄出了' },
  order_cancelled: { topic: 'order', state: '已取消', note: '兑换被取消，积分已退回' },
  order_expired: { topic: 'order', state: '已过期', note: '过期没有领取，积分已退回' },
  order_refunded: { topic: 'order', state: '已退还', note: '积分已退还' },

  application_received: { topic: 'work', state: '等你处理', note: '{name} 申请加入' },
  help_wanted: { topic: 'work', state: '急需帮手', note: '有人急着求助，看看能不能帮' },
  event_submitted: { topic: 'work', state: '等你审核', note: '{name} 提交了活动' },
  event_no_show_disputed: { topic: 'work', state: '等你处理', note: '{name} 对未到场有异议' },
  event_registration_requested: { topic: 'work', state: '等你处理', note: '{name} 想参加你的活动' },
}
