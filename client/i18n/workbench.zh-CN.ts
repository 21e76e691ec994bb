import type { WorkKind } from '../../types/workbench'

/** What each kind of waiting thing is called. Total over the kinds. */
const kinds = {
  kind_request: '急求助没人应',
  kind_application: '入圈申请',
  kind_event: '活动审核',
  kind_registration: '报名待确认',
  kind_case: '内容审核',
  kind_booksDiffer: '账目不符',
  kind_adjustment: '积分调整',
  kind_order: '待寄出',
} as const satisfies Record<`kind_${WorkKind}`, string>

export const workbench = {
  ...kinds,
  title: '待办',
  lead: '等你处理的事，急的在前，先来的在前。',
  kindLabel: '看哪一类',
  all: '全部',
  count: '{kind} {count}',
  more: '99+',
  urgent: '着急',
  emergency: '紧急',
  waited: '{time}来的',
  open: '看详情',
  empty: '都处理完了',
  emptyText: '有新的事情等你，这里和首页都会告诉你。',
  undone: '已撤销',
  undoTooLate: '没有撤销成功',
  home: '{count} 件事等你处理',
  homeNote: '入圈申请、审核和求助都在这里',
} as const
