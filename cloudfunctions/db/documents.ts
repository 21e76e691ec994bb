import type { AuditAction, AuditKind, AuditParams, ChainFault } from '../../types/audit'
import type { ChallengeForm, ChallengeState, PartState } from '../../types/challenge'
import type { CHECK_IN_KINDS } from '../../types/checkin'
import type { PresetKey, Role, Rules } from '../../types/community'
import type { ApplicationState } from '../../types/entry'
import type { EventState, RegistrationState } from '../../types/event'
import type { EventFigures } from '../../types/event-figures'
import type { EventForm } from '../../types/event-form'
import type { NoShowRule } from '../../types/event-rules'
import type {
  OfferState,
  Rating,
  RequestState,
  STANDING_KINDS,
  StandingState,
  Urgency,
} from '../../types/help-rules'
import type { MessageKind } from '../../types/inbox'
import type { MessageTarget } from '../../types/message-target'
import type {
  CaseState,
  CaseText,
  Flag,
  PolicyCategory,
  ScreenReason,
  SubjectKind,
  Verdict,
  Visibility,
} from '../../types/moderation'
import type { Pace } from '../../types/pace'
import type {
  AdjustmentState,
  Award,
  Cause,
  DifferenceKind,
  EarnRule,
  PointsReason,
  PointsRules,
  Totals,
} from '../../types/points'
import type { Deed, Level, Medal } from '../../types/recognition'
import type { ReminderTopic } from '../../types/reminder'
import type { AvatarId, FrameId } from '../../types/shape'
import type { ItemKind, OrderState, Privilege } from '../../types/store'
import type { Answers, FieldDefinition, Template, TemplateIcon } from '../../types/template'
import type { QuizQuestion } from '../../types/training'

/** What every document carries: its schema version and when it came to be (UTC). */
type Base = { _id: string; v: 1; createdAt: Date }

/** `_id` = community id. */
export type CommunityDoc = Base & {
  name: string
  purpose: string
  preset: PresetKey
  /** IANA name; all days and times are shown in it. */
  timeZone: string
  ownerUserId: string
  /**
   * Which of the owner's places it takes, from 0 to COMMUNITIES_OWNED_MAX - 1. A unique index over
   * owner and place holds the bound whatever happens at once.
   */
  ownerSlot: number
  /** Whoever published them has accepted them. */
  rules: Rules & { publishedAt: Date; publishedBy?: string }
  questions: FieldDefinition[]
  questionsVersion: number
  /** What a new member reads first. */
  welcome: string
  levels: Level[]
  /** How often they were published; absent before the first time. */
  levelsVersion?: number
  /** The current version of the training quiz; absent or 0 before the first. */
  quizVersion?: number
  /** Whether it has to be passed before the first post. */
  quizNeeded?: boolean
  /** What no-shows at events lead to; absent: as every community starts (domain/events/no-show). */
  events?: { version: number; noShow: NoShowRule }
  /** The points rules in force; absent: those every community starts with (domain/ledger/rules). */
  points?: PointsRules
  /**
   * The request forms in their order, each with its current version. Stands here and not with the
   * forms, so that editors meet on one document; `version` counts arrangements.
   */
  forms: { version: number; items: { key: string; version: number; enabled: boolean }[] }
}

/** `_id` = `{communityId}:{version}`: published quizzes are never edited. */
export type QuizDoc = Base & {
  communityId: string
  publishedBy: string
  /** How many must be right. */
  passMark: number
  questions: QuizQuestion[]
}

/** `_id` = the group's opengid: a WeChat group belongs to one community. */
export type GroupDoc = Base & { communityId: string; boundBy: string }

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

/** `_id` = `{communityId}:{version}`: levels as they were published, never edited. */
export type LevelsDoc = Base & { communityId: string; levels: Level[]; publishedBy: string }

/** `_id` = its code, which only the community's owner and whoever uses it know. */
export type PassDoc = Base & {
  communityId: string
  /** Time-ordered id. */
  order: string
  until: Date
  usedBy: string | null
  usedAt: Date | null
  revoked: boolean
}

/** `_id` = `{communityId}:{version}`: rules that were in force and were published anew since. */
export type OldRulesDoc = Base & { communityId: string; items: string[] }

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

/** `_id` = `{communityId}:{key}:{version}`: published forms are never edited. */
export type TemplateDoc = Base & { communityId: string; definition: Template }

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

/** Points of one month of expiry: good to the end of `month`, as `2027-11`; or for ever. */
export type Lot = { month: string; amount: number }

/** Points set aside for one purpose: nobody else's, and not to be spent otherwise. */
export type Hold = {
  /** What it is for, once a purpose: `bounty:{requestId}`, `order:{orderId}`. */
  key: string
  /** What is left of it, and which lots it came from: released, they go back as they were. */
  remaining: number
  lots: Lot[]
  cause: Cause
  heldAt: Date
  /** When it is released by itself; null: by whoever made it. */
  expiresAt: Date | null
}

/**
 * `_id` = `{communityId}:{userId}`: one member's points. What it holds is the sum of the postings on
 * it, proved by a chain of hashes (docs/points.md). Written by domain/ledger alone.
 */
export type AccountDoc = Base & {
  communityId: string
  userId: string
  posted: number
  held: number
  /** What is available, by month of expiry, the oldest first. */
  lots: Lot[]
  holds: Hold[]
  /** Postings so far, the hash of the last, and its instant: the next is later, whatever the clocks say. */
  seq: number
  head: string
  lastMs: number
  /** What the rules gave on the last day and in the last month that gave anything: the caps count it. */
  earned: {
    day: string
    month: string
    onDay: Partial<Record<EarnRule, number>>
    inMonth: Partial<Record<EarnRule, number>>
  }
  /** The month of the oldest lot: what the expiry job looks for. */
  nextExpiry: string
  /** The same until its owner has been told; then after all months. */
  noticeDue: string
  noticedFor: string
  /** When the first hold is released by itself, in milliseconds; after all times when none is. */
  holdsUntilMs: number
}

/** A member's posting is a link of their account's chain; a system account has neither lots nor chain. */
export type Posting = {
  account: string
  amount: number
  lots: Lot[]
  link: { seq: number; prev: string; hash: string } | null
}

/** `_id` = `{communityId}:{key}`: one movement of points, never edited; corrected by a reversal. */
export type TransferDoc = Base & {
  communityId: string
  /** Time-ordered id; on each account in the order of its chain. */
  order: string
  /** The members' accounts of the postings: an index over "my statement". */
  accounts: string[]
  /** Add up to nothing. */
  postings: Posting[]
  reason: PointsReason
  params: Record<string, string | number>
  cause: Cause
  /** Whose act it was; null when a timer's. */
  actorUserId: string | null
  /** The transfer that this one takes back. */
  reverses: string | null
}

/** `_id` = `{communityId}:{userId}:{userId}`, in order: when two people last earned through each other. */
export type PairDoc = Base & { communityId: string; atMs: number[] }
/**
 * `_id` = `{kind}:{subject id}`: one case a subject, corrected in place. The revision names the
 * submission; a moderator decides on the revision they read.
 */
export type CaseDoc = Base & {
  communityId: string
  kind: SubjectKind
  subjectId: string
  authorUserId: string
  revision: string
  /** Its place in the queue and in its author's history: a time-ordered id of the submission. */
  order: string
  state: CaseState
  /** Whether others see it while it waits. */
  isShown: boolean
  texts: CaseText[]
  files: string[]
  /** What is known of each of `files`, in their order; absent where there is none. */
  checks?: PictureCheck[]
  /** When the checks are to be begun, later when they are given up; null when they are over. */
  checkAt?: Date | null
  /** How often the checks were begun: what cannot be looked at is not tried for ever. */
  checkTries?: number
  flags: Flag[]
  /** Who asked for it to be looked at; told to nobody. */
  reporters?: string[]
  claimedBy: string | null
  claimedUntil: Date | null
  decision: {
    byUserId: string
    at: Date
    verdict: Verdict
    policy: PolicyCategory | null
    reason: string | null
  } | null
}

/** One picture's checks. `judged` is WeChat's, null until its message has come. */
export type PictureCheck = {
  file: string
  /** What the search for codes found; null until it was made. */
  codes: Extract<ScreenReason, 'qr_contact' | 'qr_payment' | 'qr_code' | 'picture_unread'>[] | null
  judged: { suggest: 'pass' | 'review' | 'risky' | 'failed'; label: number } | null
}

/**
 * `_id` = the path of a stored picture, with colons: announced by a phone, or copied by the cloud.
 * Without it nobody would know of a file that is named nowhere.
 */
export type PictureDoc = Base & {
  path: string
  /** When to look whether it is still named anywhere; then on until nothing names it. */
  lookAt: Date
  /** Nothing named it when it was looked for last: taken into no form any more, deleted at the next look. */
  leaving: boolean
}

/**
 * `_id` = the trace id of one picture check at WeChat. Whoever comes first makes it: the function that
 * asked says what for, WeChat's message says what came out.
 */
export type PictureTraceDoc = Base & {
  asked: { caseId: string; revision: string; file: string } | null
  judged: PictureCheck['judged']
}

/** `_id` = community id: what a community adds to the policy. */
export type PolicyDoc = Base & {
  communityId: string
  /** Names this edition: lists are compiled once for it. */
  revision: string
  words: { text: string; refuse: boolean }[]
  /** Approved contributions until a newcomer's posts show at once. */
  newcomerReviews: number
}

/** `_id` = `{communityId}:{version}`: points rules as they were published, never edited. */
export type PointsRulesDoc = Base & { communityId: string; rules: PointsRules; publishedBy: string }

/** `_id` = a time-ordered id: points given, taken or taken back by hand, with who wanted and who agreed. */
export type AdjustmentDoc = Base & {
  communityId: string
  /** Whose points; of a reversal the first of those concerned. None of them decides. */
  userId: string
  concerned: string[]
  amount: number
  /** The transfer that is to be taken back; null when points are given or taken. */
  transferId: string | null
  reason: string
  state: AdjustmentState
  /** Its place in the lists: time-ordered, given with each state. */
  order: string
  /** When the timer may post it: not before it can no longer be taken back. Null unless approved. */
  postAt: Date | null
  proposedBy: string
  /** The second person. */
  decidedBy: string | null
  decidedAt: Date | null
  declineReason: string | null
}

/** `_id` = `{communityId}:{userId}:{day}`: what an admin has moved alone on a day, given and taken. */
export type AdjustmentDayDoc = Base & { communityId: string; alone: number }

/** How often members earned how much a day by one rule; see domain/ledger/forecast. */
export type Demand = {
  rule: EarnRule
  given: number
  /** Members of one pattern: on how many days they did how much, in percent of a full award. */
  patterns: { days: [percent: number, times: number][]; members: number }[]
}

/** How far a reconciliation has come on one account, and what it has added up there. */
export type Walk = {
  account: string
  userId: string
  /** What the account said when the walk began. */
  end: { seq: number; head: string; posted: number; held: number }
  /** The place of the last transfer that was walked, and the chain and the sum up to it. */
  after: string
  seq: number
  head: string
  posted: number
  /** Up to the instant that is counted. */
  transfers: number
  issued: number
  spent: number
  expired: number
  holdings: number
  differences: { kind: DifferenceKind; subject: string }[]
  /** What each rule gave in the days looked back on: percent of a full award by day. */
  earned: { rule: EarnRule; given: number; days: { day: string; percent: number }[] }[]
}

/** `_id` = `{communityId}:{day}` or a time-ordered id: one walk through a community's books. */
export type ReconciliationDoc = Base & {
  communityId: string
  state: 'running' | 'done'
  /** Time-ordered id of its start. */
  order: string
  /** Transfers up to here are counted; later ones may still be on their way. */
  countedTo: Date
  finishedAt: Date | null
  /** Slices done: a second worker at the same slice writes nothing. */
  step: number
  /** The last account whose walk was begun, and those begun that have not come to their end. */
  after: string
  open: Walk[]
  /** Every account was walked: the stored transfers are counted, so many so far, up to this one. */
  isWalked: boolean
  counted: number
  countedAfter: string
  totals: Totals
  differences: { kind: DifferenceKind; subject: string; userId: string | null }[]
  differencesCount: number
  demand: Demand[]
}

/** `_id` = `reseal`: how far sealing anew under the first key has come, see timer/reseal. */
export type ResealDoc = Base & {
  keyId: string
  /** The collection that is walked, and the last document that was looked at. */
  stage: number
  after: string
  /** Documents changed in this pass, and those that no key opens. */
  found: number
  stuck: number
  /** From here on the keys behind the first are needed by nothing. */
  doneAt: Date | null
}

/** `_id` = the name of a job: how far it has come today. */
export type JobDoc = Base & { day: string; after: string }
/** `_id` = `{communityId}:{userId}:{day}`: one check-in of a member, never changed. */
export type CheckinDoc = Base & {
  communityId: string
  userId: string
  /** Of the community's calendar: `2026-11-21`. */
  day: string
  kind: (typeof CHECK_IN_KINDS)[number]
  /** The day; of a make-up, its place among those of its month: `2026-11#0`. Unique for a member. */
  slot: string
  /** As of its writing, see domain/checkin/streak. */
  run: { ends: string; length: number; best: number }
}

/** `_id` = a time-ordered id: what may be redeemed. */
export type ItemDoc = Base & {
  communityId: string
  kind: ItemKind
  name: string
  about: string
  price: number
  /** null: no end of it. Codes have as many as their batches hold. */
  stock: number | null
  /** How many codes each batch holds, in order. */
  batches: number[]
  limitEach: number | null
  /** The place of the level it asks for; absent or 0: none. */
  levelNeeded?: number
  opensAt: Date | null
  closesAt: Date | null
  pickupWhere: string
  privilege: Privilege | null
  /** What a resource reveals, sealed. */
  secret: string | null
  /** The file id of its picture. */
  picture: string | null
  shown: boolean
  /** Grows with each change; one redeems at the price of the revision one has read. */
  revision: number
}

/** `_id` = `{itemId}:{batch}`: codes of an item, each sealed, with prints that tell a repeated one. */
export type CodeBatchDoc = Base & {
  communityId: string
  itemId: string
  codes: string[]
  prints: string[]
}

/** `_id` = a time-ordered id: one redemption of one piece. */
export type OrderDoc = Base & {
  communityId: string
  userId: string
  itemId: string
  itemName: string
  kind: ItemKind
  price: number
  state: OrderState
  /** The piece it has, and which of the person's it is: each unique for the item (domain/store/units). */
  unit: string
  nth: string
  /** The address, sealed. */
  secret: string | null
  /** What a steward finds it by. */
  pickupNumber: string | null
  pickupWhere: string
  shipping: string | null
  reason: string | null
  /** Which one, of a privilege; absent: a make-up card. */
  privilege?: Privilege
  /** When a privilege was used. */
  usedAt: Date | null
  /** The event whose line it was used in, of a seat card. */
  usedFor?: string | null
  changedAt: Date
  /** The states it has come through and when, the first first. */
  history: { state: OrderState; at: Date }[]
  /** When the timer ends it, see domain/store/states. */
  dueAt: Date | null
}

/** `_id` = a time-ordered id: somebody was about to read a code, an address or a resource. */
export type SightDoc = Base & { communityId: string; orderId: string; userId: string }
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
  /** When it was called off, or ended; absent before. */
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
  step: string
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
  /** Names the write that last moved it. */
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

export type Documents = {
  challenges: ChallengeDoc
  challengeParts: ChallengePartDoc
  challengeEntries: ChallengeEntryDoc
  events: EventDoc
  tallies: TallyDoc
  registrations: RegistrationDoc
  eventQuestions: EventQuestionDoc
  eventFeedback: EventFeedbackDoc
  liveCards: LiveCardDoc
  communities: CommunityDoc
  levels: LevelsDoc
  groups: GroupDoc
  members: MemberDoc
  passes: PassDoc
  oldRules: OldRulesDoc
  applications: ApplicationDoc
  templates: TemplateDoc
  requests: RequestDoc
  threadMessages: ThreadMessageDoc
  standingOffers: StandingOfferDoc
  noShows: NoShowDoc
  thanks: ThanksDoc
  messages: MessageDoc
  reminders: RemindersDoc
  receipts: ReceiptDoc
  accounts: AccountDoc
  transfers: TransferDoc
  pairs: PairDoc
  audit: AuditDoc
  auditHeads: AuditHeadDoc
  quizzes: QuizDoc
  cases: CaseDoc
  pictures: PictureDoc
  pictureTraces: PictureTraceDoc
  policies: PolicyDoc
  pointsRules: PointsRulesDoc
  adjustments: AdjustmentDoc
  adjustmentDays: AdjustmentDayDoc
  reconciliations: ReconciliationDoc
  jobs: JobDoc
  reseals: ResealDoc
  checkins: CheckinDoc
  items: ItemDoc
  codes: CodeBatchDoc
  orders: OrderDoc
  sights: SightDoc
}
export type CollectionName = keyof Documents
