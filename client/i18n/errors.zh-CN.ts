import type { FieldIssueCode } from '../../types/errors'
import type { CallErrorCode } from '../services/call-core'

/**
 * What a person reads when something was refused: what happened and what to do next. Total over the
 * codes, so that a code without words does not compile.
 */
export const errors = {
  network: '网络不太顺畅，这次没有连上。检查一下网络，再试一次；不会重复提交。',
  unknown_action: '这个版本有点旧了。关掉小程序重新打开，就会更新。',
  malformed_input: '有一处内容的格式不对，请检查后再提交。',
  invalid_fields: '有几处还没填好，已经标出来了，改好再提交。',
  unauthenticated: '还不知道你是谁。请在微信里重新打开小程序。',
  forbidden: '你的职责里没有这一项。需要的话，可以请圈主或管理员来做。',
  conflict: '这次提交和之前的内容对不上。请返回重新打开这一页，再提交一次。',
  busy: '这会儿用的人有点多，没有写入任何内容。稍等几秒，再试一次。',
  internal: '我们这边出了点问题，不是你的错。请稍后再试；如果还不行，把下面的编号告诉管理员。',
  not_found: '没找到这条内容，可能已经被移走，或者不属于这个互助圈。',
  not_member: '你还不是这个互助圈的成员。先提交申请，通过后就能使用。',
  group_not_proven: '没能确认你来自这个微信群。请回到群里，点群里的卡片重新进来。',
  group_taken: '这个微信群已经绑定了另一个互助圈。一个群只能属于一个圈。',
  too_many_communities: '每个人最多创建 {max} 个互助圈，你已经到上限了。',
  already_member: '你已经是成员了，直接进入就好。',
  application_changed: '申请人刚刚修改了内容。请看过新的申请，再做决定。',
  already_decided: '另一位管理员已经处理了这份申请。',
  reason_required: '婉拒需要写一句理由，好让对方知道怎么改。',
  rules_outdated: '圈规刚刚更新到第 {version} 版。请看过新的圈规，再继续。',
  rules_not_accepted: '圈规有了第 {version} 版。先读一读并确认，再继续。',
  own_application: '自己的申请，要请别的管理员来处理。',
  owner_stays: '圈主的身份只能通过移交来改变。',
  template_outdated: '这张求助单刚刚改版。请重新打开，已写的内容还在。',
  own_request: '这是你自己的求助，等别人来帮吧。',
  request_closed: '这条求助已经结束了，谢谢你的热心。',
  request_full: '帮手已经够了（{helpersNeeded} 位）。谢谢你，看看别的求助吧。',
  already_offered: '你已经报名帮忙了，等对方答复就好。',
  too_many_offers: '报名帮忙的人已经很多了（{max} 位），先等对方挑选吧。',
  too_many_open_requests: '你有 {max} 条求助还没结束。先结束几条，再发新的。',
  offer_gone: '这份帮忙刚刚有了变化，可能已撤回或已处理。请看最新的状态。',
  not_enough_points: '积分不够了，现在可用 {available} 分。',
  too_many_holds: '同时预留的积分已经有 {max} 笔，先了结几笔再来。',
  hold_gone: '这笔预留的积分刚刚已经结清或退回了。请看最新的状态。',
} as const satisfies Record<CallErrorCode, string>

/** What is wrong with one field and how to mend it, below the field. */
export const fieldErrors = {
  missing: '这一项要填写',
  unknown: '这张表里没有这一项，请重新打开',
  wrong_kind: '格式不对，请重新填写',
  unprintable: '有无法显示的字符，请删掉后重新输入',
  too_short: '再多写一点，至少 {bound} 个字',
  too_long: '太长了，最多 {bound} 个字（项）',
  too_small: '不能小于 {bound}',
  too_large: '不能大于 {bound}',
  not_whole: '请填整数',
  not_an_option: '请从给出的选项里选',
  too_soon: '这个时间太近了，请往后选',
  too_late: '这个时间太远了，最多选 {bound} 天以内',
  not_yours: '有一张照片不是你上传的，请删掉后重新选',
  no_file: '有一张照片没有传上来，请删掉后重新选',
  too_heavy: '有一张照片太大了，每张最多 {bound} MB',
  duplicate: '和前面的重复了，请换一个',
  fixed: '这一项每张求助单都要有，不能去掉',
  crossed: '最少的比最多的还大，请对调一下',
  too_few: '至少要有 {bound} 项',
  too_many: '最多 {bound} 项',
  proof_missing: '敏感的求助单，要有一项只给审核的人看、并且必填的证明',
} as const satisfies Record<FieldIssueCode, string>
