import type { MessageKind } from '../../types/inbox'

/**
 * What each message says. Total over the kinds. A message carries `community` always; what else a
 * sentence names is put into it by the action that sends it. Somebody's own words (`words`,
 * `reason`) stand below the sentence, see client/packages/member/inbox.
 */
export const inbox = {
  application_received: '{name} 申请加入',
  application_approved: '你已经加入「{community}」，欢迎',
  application_declined: '加入「{community}」的申请没有通过，可以修改后再试',
  rules_published: '圈规更新到第 {version} 版，请读一读并确认',
  role_changed: '你在「{community}」的身份现在是{role}',
  offer_received: '{name} 愿意帮你：{title}',
  offer_accepted: '{name} 接受了你的帮忙：{title}',
  offer_declined: '{name} 谢谢你的好意，这次不用了：{title}',
  offer_withdrawn: '{name} 不能来帮忙了：{title}',
  help_done: '{name} 说已经帮好了，等你确认：{title}',
  help_thanked: '{name} 谢谢你的帮忙：{title}',
  request_closed: '你报名帮忙的求助不再找帮手了：{title}',
  request_expired: '你的求助到了截止时间：{title}',
  content_approved: '你写的内容已通过审核，大家能看到了：{excerpt}',
  content_returned: '你写的内容需要修改一下再发：{excerpt}',
  content_refused: '你写的内容没有通过审核：{excerpt}',
  content_removed: '你写的内容已被移除：{excerpt}',
  audit_broken: '操作记录对不上：第 {seq} 条起可能被改动过',
  request_due: '你的求助快到截止时间，人还没有找齐：{title}',
  promise_due: '你答应帮的忙快到时间了：{title}',
  promise_overdue: '你答应帮的忙过了时间，帮完请点一下，帮不了请说一声：{title}',
  confirm_soon: '对方早已说帮完了，再过一天会自动确认：{title}',
  help_confirmed: '你帮的忙已自动确认，谢谢你：{title}',
  help_confirmed_by_time: '过了确认时间，这次帮忙已自动确认并道谢：{title}',
  helper_replaced: '一直没有等到你的消息，{name} 另找了帮手：{title}',
  help_wanted: '有人急着求助，看看能不能帮：{title}',
  help_invited: '{name} 看到你的「{offer}」，想请你帮忙：{title}',
  invitation_accepted: '{name} 答应帮你了：{title}',
  thread_message: '{name} 在对话里给你留了言：{title}',
  ratings_shown: '{name} 也评过了，你们的互评可以看了：{title}',
  points_expiring: '{amount} 积分到 {year} 年 {month} 月底失效，记得用掉',
  points_adjusted: '管理员调整了你的积分：{amount}',
  points_rules_published: '积分规则更新到第 {version} 版',
  books_differ: '积分对账发现 {count} 处不符，请马上查看',
} as const satisfies Record<MessageKind, string>
