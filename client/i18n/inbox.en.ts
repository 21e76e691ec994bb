import type { inbox as source } from './inbox.zh-CN'
import type { Like } from './message'

export const inbox: Like<typeof source> = {
  application_received: '{name} applies to join',
  application_approved: 'You are now a member of {community}. Welcome',
  application_declined: 'Your application to {community} was not approved; you may try again',
  rules_published: 'The rules are now version {version}: please read and accept',
  role_changed: 'In {community} you are now {role}',
  offer_received: '{name} offers to help: {title}',
  offer_accepted: '{name} accepted your help: {title}',
  offer_declined: '{name} thanks you, but needs no help this time: {title}',
  offer_withdrawn: '{name} cannot help after all: {title}',
  help_done: '{name} says it is done and waits for you to confirm: {title}',
  help_thanked: '{name} thanks you for your help: {title}',
  request_closed: 'A request you offered to help with has ended: {title}',
  request_expired: 'Your request has reached its deadline: {title}',
  audit_broken: 'The log does not hold together: entry {seq} may have been changed',
}
