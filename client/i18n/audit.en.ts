import type { auditActs as acts, audit as source } from './audit.zh-CN'
import type { Like } from './message'

export const auditActs: Like<typeof acts> = {
  application_approved: 'approved the application of {name}',
  application_declined: 'declined the application of {name}',
  decision_undone: 'took back the decision on {name}',
  role_given: 'changed the role of {name} from {before} to {role}',
  rules_published: 'published version {version} of the rules',
  quiz_published: 'published version {version} of the quiz ({count} questions)',
  group_bound: 'bound a WeChat group',
  template_published: 'published version {version} of the form “{name}”',
  templates_arranged: 'changed the order or the switches of {count} forms',
  policy_saved:
    'changed the review settings: {words} words, the first {newcomers} posts of newcomers',
  content_approved: 'approved: {excerpt}',
  content_returned: 'asked for a change: {excerpt}',
  content_refused: 'did not approve: {excerpt}',
  content_removed: 'removed: {excerpt}',
  content_undone: 'took back a decision on content',
}

export const audit: Like<typeof source> = {
  kind_entry: 'Entry',
  kind_roles: 'Roles',
  kind_rules: 'Rules',
  kind_community: 'Community',
  kind_content: 'Content',
  fault_edited: 'Entry {seq} was edited.',
  fault_removed: 'Entry {seq} is missing.',
  fault_reordered: 'Entry {seq} was moved.',
  title: 'Log',
  lead: 'Who did what and when, chained together so that a change shows.',
  kindLabel: 'Which kind',
  all: 'All',
  waiting: 'numbered within a minute',
  number: 'No. {seq}',
  intact: '{count} entries, none changed',
  notChecked: '{count} entries, checked every night',
  checkedAt: 'checked {time}',
  broken: 'The log does not hold together',
  brokenNote: 'Tell the owner, and leave the data as it is.',
  check: 'Check now',
  checking: 'Checking: {done} of {count}',
  checkedNow: 'Just checked all {count} entries: none changed',
  empty: 'Nothing yet',
  emptyText: 'Decisions on applications, roles and rules will be written down here.',
}
