import type {
  CaseState,
  CaseText,
  Flag,
  PolicyCategory,
  ScreenReason,
  SubjectKind,
  Verdict,
} from '../../../types/moderation'
import type { Base } from './base'

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
