import type { AuditAction, AuditKind, ChainFault } from '../../types/audit'

/** What each act was, for the log. Total over the actions; filled with the entry's params. */
export const auditActs = {
  application_approved: '通过了 {name} 的入圈申请',
  application_declined: '婉拒了 {name} 的入圈申请',
  decision_undone: '撤销了对 {name} 入圈申请的处理',
  pass_issued: '生成了一个审核通行码，{days} 天内有效',
  pass_used: '凭审核通行码进入了圈子',
  pass_revoked: '收回了一个审核通行码',
  role_given: '把 {name} 的身份从{before}改为{role}',
  rules_published: '发布了第 {version} 版圈规',
  levels_published: '发布了第 {version} 版等级',
  quiz_published: '发布了第 {version} 版入圈小题，共 {count} 道',
  group_bound: '绑定了一个微信群',
  template_published: '发布了求助单「{name}」第 {version} 版',
  community_described: '修改了圈子的名字和介绍，现在叫「{name}」',
  questions_published: '发布了第 {version} 版入圈问题',
  templates_arranged: '调整了 {count} 张求助单的顺序或开关',
  policy_saved: '改了审核设置：{words} 个圈内词，新人前 {newcomers} 条先审',
  content_approved: '通过了一条内容：{excerpt}',
  content_returned: '请作者修改一条内容：{excerpt}',
  content_refused: '没有通过一条内容：{excerpt}',
  content_removed: '移除了一条内容：{excerpt}',
  content_undone: '撤销了一次审核决定',
  points_rules_published: '发布了第 {version} 版积分规则',
  points_adjusted: '提出把 {name} 的积分调整 {amount} 分：{reason}',
  points_taken_back: '提出冲正一笔积分：{reason}',
  adjustment_approved: '同意了一笔 {amount} 分的积分调整',
  adjustment_declined: '没有同意一笔 {amount} 分的积分调整',
  event_published: '通过了活动「{title}」',
  event_refused: '没有通过活动「{title}」：{reason}',
  event_cancelled: '取消了活动「{title}」：{reason}',
  attendance_undone: '撤销了 {name} 在「{title}」的签到：{reason}',
  no_show_excused: '撤销了 {name} 在「{title}」的未到场记录：{reason}',
  event_rules_published: '发布了第 {version} 版爽约规则',
} as const satisfies Record<AuditAction, string>

const kinds = {
  kind_entry: '入圈',
  kind_roles: '身份',
  kind_rules: '圈规',
  kind_community: '圈子',
  kind_content: '内容',
  kind_points: '积分',
  kind_events: '活动',
} as const satisfies Record<`kind_${AuditKind}`, string>

const faults = {
  fault_edited: '第 {seq} 条的内容被改动过。',
  fault_removed: '第 {seq} 条不见了。',
  fault_reordered: '第 {seq} 条的位置被动过。',
} as const satisfies Record<`fault_${ChainFault['fault']}`, string>

export const audit = {
  ...kinds,
  ...faults,
  title: '操作记录',
  lead: '谁在什么时候做了什么，一条一条串在一起，改一条就会被发现。',
  kindLabel: '看哪一类',
  all: '全部',
  waiting: '一分钟内编号',
  number: '第 {seq} 条',
  intact: '共 {count} 条，没有被改动',
  notChecked: '共 {count} 条，每天凌晨自动核对',
  checkedAt: '{time}核对过',
  broken: '记录对不上了',
  brokenNote: '请联系圈主，保留现场，不要再改动数据。',
  check: '现在核对',
  checking: '正在核对，已看 {done} / {count} 条',
  checkedNow: '刚刚从头核对了 {count} 条，没有被改动',
  empty: '还没有记录',
  emptyText: '处理申请、任命、发布圈规之后，都会记在这里。',
} as const
