import type { AuditAction, AuditKind, AuditParams, ChainFault } from '../../../types/audit'
import type { Role } from '../../../types/community'
import type { RegistrationState } from '../../../types/event'
import type { MessageKind } from '../../../types/inbox'
import type { MessageTarget } from '../../../types/message-target'
import type { Pace } from '../../../types/pace'
import type { Award, Cause, EarnRule } from '../../../types/points'
import type { Deed } from '../../../types/recognition'
import type { ReminderTopic } from '../../../types/reminder'
import type { Base } from './base'

/** `_id` = a time-ordered id. */
export type MessageDoc = Base & {
  userId: string
  communityId: string
  communityName: string
  kind: MessageKind
  params: Record<string, string | number>
  target: MessageTarget
  read: boolean
  /** True until the timer has reminded of it by WeChat, or found that there is no need. */
  remind?: boolean
}

/** `_id` = user id: how many messages of each topic this person will still take from WeChat. */
export type RemindersDoc = Base & {
  userId: string
  /** Never leaves the cloud; WeChat needs it. */
  openid: string
  left: Partial<Record<ReminderTopic, number>>
}

/** Those with a part in an event, page by page. */
export type Registrants = { eventId: string; states: readonly RegistrationState[] }

/** A message to several people, sent after the commit: to the named, or page by page to all members. */
export type Broadcast = Pick<
  MessageDoc,
  'communityId' | 'communityName' | 'kind' | 'params' | 'target'
> & {
  to: readonly string[] | 'members' | Registrants
  /** The one whose act it tells of; null when nobody's did. */
  except: string | null
  /** Left to the timer: for a write that has no steps to spare and news that can wait a minute. */
  later?: true
  /** Names the news beyond this receipt: told to one person once, whichever receipt promises it. */
  mark?: string
}

/** Points that the rules in force gave for what was done; posted after the commit, once. */
export type EarningPromise = {
  communityId: string
  rule: EarnRule
  award: Award
  userIds: string[]
  cause: Cause
  actorUserId: string | null
  /** The other of a pair: who earns through each other again and again earns less. */
  partner: string | null
  /** What the act is counted as beside its rule. */
  also?: Deed[]
}

/**
 * `_id` = hash of user, action and key. The record that a write was done, with its answer; and the
 * outbox of what the commit promised to send.
 */
export type ReceiptDoc = Base & {
  userId: string
  action: string
  /** Absent where the clock wrote. */
  pace?: Pace
  inputHash: string
  /** JSON, so that the same bytes are answered again. */
  reply: string
  outbox: Broadcast[]
  /** Points promised by the commit; the timer posts them. */
  earnings?: EarningPromise[]
  /** False while the outbox or an earning waits. */
  sent: boolean
  /** What an admin did by this write, for the log of the community; see docs/roles.md. */
  audit?: AuditNote[]
  /** The community whose log has yet to take it in; empty or absent when none. */
  unlogged?: string
}

/** An act for the log, as it is kept on the receipt of the write until it is sealed. */
export type AuditNote = {
  actorUserId: string
  actorRole: Role
  /** As it was at the time. */
  actorName: string
  action: AuditAction
  /** The id of the person or thing it was done to. */
  subject: string
  params: AuditParams
}

/** `_id` = a time-ordered id: one act of an admin, a link of its community's chain. */
export type AuditDoc = Base &
  AuditNote & {
    communityId: string
    kind: AuditKind
    /** Its place in the chain, from 1. */
    seq: number
    /** The hash of the entry before; empty for the first. */
    prev: string
    hash: string
  }

/** `_id` = community id: the end of its chain, and what the checks of it found. */
export type AuditHeadDoc = Base & {
  seq: number
  hash: string
  /** The next check of the whole chain. */
  checkAt: Date
  /** How far the check that is under way has come, and by which hash; 0 between checks. */
  checkedTo: number
  checkedHash: string
  checkedAt: Date | null
  broken: ChainFault | null
}
