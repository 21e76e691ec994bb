import type { Like } from './message'
import type { workbench as source } from './workbench.zh-CN'

export const workbench: Like<typeof source> = {
  kind_request: 'Urgent, unanswered',
  kind_application: 'Applications',
  kind_event: 'Events to approve',
  kind_registration: 'Sign-ups to answer',
  kind_case: 'Content to review',
  kind_booksDiffer: 'Books differ',
  kind_adjustment: 'Points adjustment',
  kind_order: 'To be sent',
  title: 'To do',
  lead: 'What waits for you: the most urgent first, then the longest waiting.',
  kindLabel: 'Which kind',
  all: 'All',
  count: '{kind} {count}',
  more: '99+',
  urgent: 'urgent',
  emergency: 'emergency',
  waited: 'since {time}',
  open: 'Details',
  empty: 'All done',
  emptyText: 'When something waits for you, this page and the home page will say so.',
  undone: 'Undone',
  undoTooLate: 'Could not be undone',
  home: '{count} things wait for you',
  homeNote: 'Applications, reviews and requests in one list',
}
