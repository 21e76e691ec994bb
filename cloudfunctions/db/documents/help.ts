import type {
  OfferState,
  Rating,
  RequestState,
  STANDING_KINDS,
  StandingState,
  Urgency,
} from '../../../types/help-rules'
import type { Visibility } from '../../../types/moderation'
import type { Answers, TemplateIcon } from '../../../types/template'
import type { Base } from './base'

/** One helper's part; lives inside its request, so that every step meets on one document. */
export type OfferEntry = {
  userId: string
  message: string
  state: OfferState
  /** Why it was declined, withdrawn or released. */
  reason: string | null
  /** The requester's words once confirmed. */
  thanks: string | null
  changedAt: Date
  /** When the helper was last heard of: accepted, or a word in the thread. */
  heardAt: Date
  /** Confirmed because the published time was over, not by the requester. */
  byTime: boolean
  /** How the two sides found it, once thanked. */
  ratings: { requester: Rating | null; helper: Rating | null }
}

/** `_id` = a time-ordered id. */
export type RequestDoc = Base & {
  communityId: string
  userId: string
  templateKey: string
  templateVersion: number
  templateName: string
  templateIcon: TemplateIcon
  /** The answer to "what exactly", for cards. */
  title: string
  answers: Answers
  deadline: Date
  helpersNeeded: number
  state: RequestState
  offers: OfferEntry[]
  /** Who offered and still stands by it: an index over "where I help". */
  helperUserIds: string[]
  closeReason: string | null
  /** What the requester holds for each helper (B8), whom it was paid to, and whether anything is held. */
  bounty?: { each: number; paidTo: string[]; open: boolean }
  /** Somebody is to be paid, or what is left to be given back: the timer does it. */
  bountyDue?: boolean
  /** Others see it only as `shown`. */
  visibility: Visibility
  /** When a moderator took it away; it ends when that can no longer be undone. */
  removedAt?: Date | null
  urgency: Urgency
  /**
   * Its place on the board: urgency while somebody is looked for, then the id. It does not change
   * while a request stays in a view, so that it can be a cursor.
   */
  rank: string
  /** What search finds it by: see `domain/help/terms.ts`. */
  terms: string[]
  /** What bounds how much one member asks for at a time, and how often it presses: `domain/help/places.ts`. */
  place: string
  turn: string
  /** What the clock has done to it already, and when it has to look again; null: never. */
  marks: string[]
  wakeAt: Date | null
  endedAt: Date | null
  /** How many messages its people have exchanged, and how many of them each has seen. */
  thread: { count: number; seen: Record<string, number> }
  /** The request that this one asks again. */
  previousId: string | null
  /** The owner of the standing offer it starts from. */
  invitedUserId: string | null
}

/** `_id` = a time-ordered id: one message between the people of a match. */
export type ThreadMessageDoc = Base & {
  communityId: string
  requestId: string
  userId: string
  words: string
  visibility: Visibility
}

/** `_id` = a time-ordered id: what a member can always help with. */
export type StandingOfferDoc = Base & {
  communityId: string
  userId: string
  kind: (typeof STANDING_KINDS)[number]
  title: string
  details: string
  state: StandingState
  /** One of its owner's until it is removed: `domain/help/places.ts`. */
  place: string
  terms: string[]
  visibility: Visibility
}

/** `_id` = `{requestId}:{helperUserId}:{n}`: an accepted helper who was not heard of again. */
export type NoShowDoc = Base & { communityId: string; requestId: string; userId: string }

/** `_id` = `{requestId}:{helperUserId}`: one thanks for one help. */
export type ThanksDoc = Base & {
  communityId: string
  requestId: string
  title: string
  words: string
  fromUserId: string
  toUserId: string
  /** Time-ordered id: the order of the wall. */
  order: string
  /** The wall shows what is `shown`; the help counts in any case. */
  visibility: Visibility
}
