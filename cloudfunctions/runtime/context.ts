import type { CallName, contract, ParsedInput } from '../../types/contract'
import type { RefusalCode } from '../../types/errors'
import type { Cause, EarnRule } from '../../types/points'
import type { Deed } from '../../types/recognition'
import type { AuditNote, Broadcast, CommunityDoc, MemberDoc } from '../db/documents'
import type { Tx } from '../db/transact'
import type { NewMessage } from '../domain/message'
import type { Screened } from './screening'

/** The person behind a call; `member` and `community` are there for calls of scope `member`. */
export type Visitor = { userId: string; openid: string }
export type Actor = Visitor & { member: MemberDoc; community: CommunityDoc }

export type ActorOf<N extends CallName> = (typeof contract)[N]['scope'] extends 'member'
  ? Actor
  : Visitor

/** What every handler is given. */
export type Context<N extends CallName> = {
  input: ParsedInput<N>
  actor: ActorOf<N>
  now: Date
  /** The proven id of the WeChat group the call came from. */
  group: string | null
}

export type WriteContext<N extends CallName> = Context<N> & {
  tx: Tx
  /** A time-ordered id that is the same for one call and purpose within a run. */
  newId: (purpose: string) => string
  /** Puts a message into one person's inbox, inside the transaction; answers its id. */
  tell: (message: Omit<NewMessage, '_id' | 'createdAt'>) => Promise<string>
  /** Promises a message to many; it is sent after the commit and, if that fails, by the timer. */
  broadcast: (message: Broadcast) => void
  /**
   * Promises what a points rule gives; the timer posts it within a minute, once a rule, cause and
   * member, and counts it towards level and medals. `partner`: the other of two people who earn
   * through each other; `also`: what else the act is counted as.
   */
  earn: (earning: Earn) => void
  /**
   * Writes an admin's act into the community's log: kept on the receipt, so in the same transaction
   * and for no step of its own; the timer seals it into the hash chain (domain/audit). For calls of
   * scope `member`, or for the member that a visitor becomes by it (`by`). Params carry the names a
   * reader needs.
   */
  audit: (act: Pick<AuditNote, 'action' | 'subject' | 'params'>, by?: MemberDoc) => void
  /** What screening says of what `screen` named; `pass` where the action has none. */
  screened: Screened
  /**
   * Opens a case for what is being written when screening wants a person to look; nothing otherwise.
   * An action with `screen` calls it, with the subject's id in `SUBJECTS`.
   */
  review: (subjectId: string) => Promise<void>
}

export type Earn = {
  rule: EarnRule
  userIds: readonly string[]
  cause: Cause
  partner?: string
  also?: readonly Deed[]
}

/** True, or false for `forbidden`, or the code that says it better. Pure. */
export type Allow<N extends CallName, L> = (actor: ActorOf<N>, loaded: L) => boolean | RefusalCode

/** A call whose sender is known, before anything is looked up. */
export type Call<N extends CallName> = Omit<Context<N>, 'actor'> & Visitor
/** A call with its actor. */
export type Begun<N extends CallName> = Context<N> & { newId: (purpose: string) => string }
