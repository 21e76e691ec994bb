import type { EventState, RegistrationState } from '../../../types/event'
import type { EventFigures } from '../../../types/event-figures'
import type { EventForm } from '../../../types/event-form'
import type { Visibility } from '../../../types/moderation'
import type { Answers } from '../../../types/template'
import type { Base } from './base'

/** `_id` = a time-ordered id. What the organiser wrote and what became of it; seats: TallyDoc. */
export type EventDoc = Base & {
  communityId: string
  /** The organiser. */
  userId: string
  form: EventForm
  kind: EventForm['kind']
  state: EventState
  visibility: Visibility
  /** Its place in the lists: a time-ordered id of its start. */
  startKey: string
  startsAt: Date
  endsAt: Date
  /** When the door closes and the event is settled. */
  closesAt: Date
  /** When the next reminder is due; null: none is. */
  remindAt: Date | null
  revision: number
  /** Names the write that last changed its seats. */
  step: string
  /** Why it was refused or cancelled. */
  reason: string | null
  /** Signs the codes at the door and the certificates; never leaves the cloud. */
  doorKey: string
  /** Its place in a series; the next one is opened when this one is over. */
  series: { id: string; index: number; of: number; every: 'week' | 'twoWeeks' | 'month' } | null
  /** `visibility`: absent in those from before recaps were held. */
  recap: { words: string; photos: string[]; publishedAt: Date; visibility?: Visibility } | null
  /** The last decision about it, for taking it back; absent before the first. */
  decision?: {
    by: string
    at: Date
    revision: number
    /** Why it was refused before. */
    reason: string | null
    /** What its organiser was told by; null for one's own event. */
    messageId: string | null
  }
  /** Cancelled or refused, and not everybody is released yet. */
  releasing: boolean
  /** When it was called off or refused, or ended; absent before. */
  calledOffAt?: Date
  endedAt?: Date
  /** When what follows from its end is to be done next; null when all is. */
  settleAt?: Date | null
  /** How it went, as counted last; absent until it has ended. */
  outcome?: EventFigures
  /** When that is counted again; null: no more. */
  recountAt?: Date | null
}

/** A change of seats on its way: what it gives when it is done, and what it gives back when not. */
export type PendingMove = {
  /** Names this note alone: what the registration (or the event) names when the move is written. */
  id: string
  /** What asked for the move: the same asking again finds its own note. */
  step: string
  /** Where the part goes; null: it is the capacity that changes. */
  to: RegistrationState | null
  /** By the database's clock: the order of arrival. */
  at: Date
  done: { free: number; waiting: number; capacity: number }
  undo: { free: number; waiting: number; capacity: number }
}

/**
 * `_id` = event id. The seats of an event, changed by single conditional updates and never inside a
 * transaction, so that a rush does not meet in conflicts (docs/events.md).
 */
export type TallyDoc = Base & {
  communityId: string
  capacity: number
  /** Seats nobody has or is being given. */
  free: number
  waiting: number
  /** Moves on their way, by whom: one a person. */
  pending: Record<string, PendingMove>
  inFlight: number
  /** When somebody last joined the line, by the database's clock. */
  joinedAt: Date
  /** A free seat goes to who waits by itself. */
  promotes: boolean
}

/** `_id` = `{eventId}:{userId}`: one person's part in an event. */
export type RegistrationDoc = Base & {
  communityId: string
  eventId: string
  userId: string
  organiserUserId: string
  /** As it was called at sign-up: for the organiser's list of what waits. */
  eventTitle?: string
  state: RegistrationState
  guests: number
  answers: Answers
  /** A time-ordered id of the arrival. */
  order: string
  /** Names the note of the move that brought it to its state before the door. */
  step: string
  offeredUntil: Date | null
  attendedAt: Date | null
  isLate: boolean
  reason: string | null
  gaveFeedback: boolean
  /** What a certificate is verified by; null unless attended. */
  certificate: string | null
  /** Arrivals, and those taken back; no-shows that were. */
  log: {
    at: Date
    byUserId: string
    what: 'attended' | 'undone' | 'excused'
    reason: string | null
  }[]
  /** Volunteer hours credited for having been there; absent without. */
  hours?: number
  /** When it was that they stayed away; 0: the organiser took it back. */
  missedAtMs?: number
  /** What they say to that. */
  dispute?: { words: string; at: Date }
}

/** `_id` = a time-ordered id: a question for the round table. */
export type EventQuestionDoc = Base & {
  communityId: string
  eventId: string
  userId: string
  words: string
  isAnswered: boolean
  visibility: Visibility
}

/** `_id` = `{eventId}:{userId}`. */
export type EventFeedbackDoc = Base & {
  communityId: string
  eventId: string
  userId: string
  rating: number
  words: string
  /** Time-ordered id; empty when there are no words. */
  order: string
}

/** `_id` = `{kind}:{subjectId}`: the card in chats that tells how things stand; it lives for a day. */
export type LiveCardDoc = Base & {
  communityId: string
  kind: 'event' | 'request'
  subjectId: string
  activityId: string
  expiresAt: Date
  /** What the chats were told last; null: nothing yet, they show what the phone shared. */
  shown: { state: 0 | 1 | 2; taken: number; total: number } | null
  /** Nothing more is told: it is over, or its day is. */
  isOver: boolean
}
