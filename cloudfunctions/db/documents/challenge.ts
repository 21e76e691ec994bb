import type { ChallengeForm, ChallengeState, PartState } from '../../../types/challenge'
import type { Visibility } from '../../../types/moderation'
import type { Base } from './base'

/** `_id` = a time-ordered id: a period in which people write every day. */
export type ChallengeDoc = Base &
  ChallengeForm & {
    communityId: string
    /** Who made it. */
    userId: string
    state: ChallengeState
    /** Begins the day after the last, in the community's time zone: then it is settled. */
    endsAt: Date
    revision: number
    /** Why it was called off. */
    reason: string | null
    /** Its place in the lists: a time-ordered id of its end. */
    order: string
    /** Signs the certificates; never leaves the cloud. */
    key: string
  }

/** `_id` = `{challengeId}:{userId}`: one person's part in a challenge. */
export type ChallengePartDoc = Base & {
  communityId: string
  challengeId: string
  userId: string
  state: PartState
  /** The place held, unique for the challenge (domain/challenge/places). */
  slot: string
  /** A time-ordered id of the joining. */
  order: string
  /** Days written that were not taken away; counted anew with each entry and at the end. */
  days: number
  /** Its place in the ranking: a text of the days; empty for one who has left. */
  score: string
  /** What a certificate is verified by; null unless completed. */
  certificate: string | null
}

/** `_id` = `{challengeId}:{userId}:{day}`: what somebody wrote on a day. */
export type ChallengeEntryDoc = Base & {
  communityId: string
  challengeId: string
  userId: string
  day: string
  words: string
  pictures: string[]
  visibility: Visibility
  /** A time-ordered id: the order of the diary. */
  order: string
}
