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
  audit_broken: '操作记录对不上：第 {seq} 条起可能被改动过',
} as const satisfies Record<MessageKind, string>
