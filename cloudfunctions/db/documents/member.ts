import type { Role } from '../../../types/community'
import type { ApplicationState } from '../../../types/entry'
import type { Deed, Medal } from '../../../types/recognition'
import type { AvatarId, FrameId } from '../../../types/shape'
import type { Answers, FieldDefinition } from '../../../types/template'
import type { Base } from './base'

/** `_id` = `{communityId}:{userId}`: an admitted person. */
export type MemberDoc = Base & {
  communityId: string
  userId: string
  /** Never leaves the cloud; subscribe messages need it. */
  openid: string
  role: Role
  nickname: string
  avatar: AvatarId
  skills: string[]
  /** What they would like to learn or do with others. */
  interests?: string[]
  /** What the directory finds them by: pairs of characters of name, skills and interests. */
  terms?: string[]
  rulesVersion: number
  /** The version of the quiz that was passed; absent before. */
  trainedVersion?: number
  recognition?: Recognition
  /** Came in by this pass, and is a member until then only. */
  guest?: { pass: string }
  guestUntilMs?: number
  /** The drawn frame round the avatar. */
  frame?: FrameId
  /** Wishes to stand in no ranking. */
  unranked?: boolean
}

/**
 * What a member has done here, counted for good. Stands with the member, so that whoever is shown is
 * shown with their level at no cost; goes along when they leave and comes back with them.
 */
export type Recognition = {
  /** What the level follows from: the sum of what deeds counted. Never spent. */
  contribution: number
  counts: Partial<Record<Deed, number>>
  medals: Partial<Record<Medal, Date>>
}

/** `_id` = `{communityId}:{userId}`: one application a person and community, corrected in place. */
export type ApplicationDoc = Base & {
  communityId: string
  userId: string
  openid: string
  state: ApplicationState
  /** Grows with each submission; an admin decides on the revision they read. */
  revision: number
  nickname: string
  avatar: AvatarId
  skills: string[]
  interests?: string[]
  /** Of one who was a member before. */
  recognition?: Recognition
  answers: Answers
  /** The questions as they stood when they were answered. */
  questions: FieldDefinition[]
  rulesVersion: number
  submittedAt: Date
  /**
   * Its place in the list of its state: a time-ordered id of when it came into that state. A
   * correction while it waits keeps the place.
   */
  order: string
  /** Why it was last declined; stays while a new try waits. */
  reason: string | null
  decidedBy: string | null
  decidedAt: Date | null
  /** What the last decision changed, for taking it back. */
  undo?: { messageId: string; order: string; reason: string | null }
  /** What became of earlier tries, the oldest first, at most HISTORY_MAX. */
  history?: ApplicationEvent[]
  /** True until the timer has settled what the person left open. */
  leaving?: boolean
}

export type ApplicationEvent = {
  state: Exclude<ApplicationState, 'pending'>
  at: Date
  reason: string | null
}
