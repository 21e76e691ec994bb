import * as v from 'valibot'
import { messageTarget } from './message-target'
import { reminderCalls } from './reminder'
import { cursor, done, id, instant, page } from './shape'

/** Kinds of messages; the sentences stand in `client/i18n/inbox.*`, total over this list. */
export const MESSAGE_KINDS = [
  'application_received',
  'application_approved',
  'application_declined',
  'pass_used',
  'rules_published',
  'role_changed',
  'offer_received',
  'offer_accepted',
  'offer_declined',
  'offer_withdrawn',
  'help_done',
  'help_thanked',
  'request_closed',
  'request_expired',
  'content_approved',
  'content_returned',
  'content_refused',
  'content_removed',
  'audit_broken',
  'request_due',
  'promise_due',
  'promise_overdue',
  'confirm_soon',
  'help_confirmed',
  'help_confirmed_by_time',
  'helper_replaced',
  'help_wanted',
  'help_invited',
  'invitation_accepted',
  'thread_message',
  'ratings_shown',
  'points_expiring',
  'points_adjusted',
  'points_rules_published',
  'books_differ',
  'order_shipped',
  'order_completed',
  'order_cancelled',
  'order_expired',
  'order_refunded',
  'event_submitted',
  'event_published',
  'event_refused',
  'event_undecided',
  'event_changed',
  'event_cancelled',
  'event_registration_requested',
  'event_registration_approved',
  'event_registration_declined',
  'event_seat_given',
  'event_seat_offered',
  'event_seat_lapsed',
  'event_reminder',
  'event_message',
  'event_ended',
  'event_no_show_disputed',
  'event_no_show_excused',
  'medal_earned',
  'level_reached',
  'levels_published',
  'challenge_opened',
  'challenge_cancelled',
  'challenge_completed',
  'challenge_missed',
] as const
export const messageKind = v.picklist(MESSAGE_KINDS)
export type MessageKind = v.InferOutput<typeof messageKind>

const message = v.object({
  messageId: v.string(),
  communityId: v.string(),
  communityName: v.string(),
  kind: messageKind,
  params: v.record(v.string(), v.union([v.string(), v.number()])),
  target: messageTarget,
  read: v.boolean(),
  createdAt: instant,
})
export type Message = v.InferOutput<typeof message>

/** Unread messages are counted up to here: the phone shows "99+". */
export const UNREAD_COUNTED_MAX = 100

/** The inbox is a person's, across communities: the answer to an application comes before membership. */
export const inboxCalls = {
  'inbox.list': {
    kind: 'read',
    scope: 'visitor',
    input: v.object({ cursor }),
    output: page(message),
  },
  'inbox.countUnread': {
    kind: 'read',
    scope: 'visitor',
    input: v.object({}),
    output: v.object({ unread: v.number() }),
  },
  /** Marks everything up to and including the message the person has seen. */
  'inbox.markRead': {
    kind: 'write',
    scope: 'visitor',
    input: v.object({ upTo: id }),
    output: done,
  },
  ...reminderCalls,
} as const
