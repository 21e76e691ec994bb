import * as v from 'valibot'
import { cursor, done, fileId, id, instant, page, person, text } from './shape'

/** What the policy forbids (H2), in the order it is shown; the words stand in `client/i18n/moderation.*`. */
export const POLICY = [
  'illegal',
  'unfriendly',
  'spam',
  'vulgar',
  'false',
  'superstition',
  'clickbait',
  'fanCircle',
  'otherHarm',
] as const
export const policyCategory = v.picklist(POLICY)
export type PolicyCategory = v.InferOutput<typeof policyCategory>

/**
 * Why screening stops at a text or a picture, and under what part of the policy that falls. `refuse`
 * names what is never published whoever asks: contact data that a machine recognises without doubt.
 * Everything else is for a person to decide. Null: not the policy's matter, but a check that is due.
 */
export const SCREEN_REASONS = {
  phone: { policy: 'otherHarm', verdict: 'refuse' },
  wechat_id: { policy: 'otherHarm', verdict: 'refuse' },
  qq: { policy: 'otherHarm', verdict: 'refuse' },
  email: { policy: 'otherHarm', verdict: 'refuse' },
  fund_raising: { policy: 'illegal', verdict: 'refuse' },
  /** What WeChat's own check calls risky. */
  platform_risky: { policy: 'illegal', verdict: 'refuse' },
  /** A word that the community itself does not want to see at all. */
  word_refused: { policy: 'otherHarm', verdict: 'refuse' },
  hidden_contact: { policy: 'otherHarm', verdict: 'review' },
  contact_request: { policy: 'spam', verdict: 'review' },
  money: { policy: 'illegal', verdict: 'review' },
  link: { policy: 'spam', verdict: 'review' },
  advert: { policy: 'spam', verdict: 'review' },
  fraud: { policy: 'illegal', verdict: 'review' },
  illegal: { policy: 'illegal', verdict: 'review' },
  abuse: { policy: 'unfriendly', verdict: 'review' },
  vulgar: { policy: 'vulgar', verdict: 'review' },
  /** Cures that cannot be, and news of nobody knows whom. */
  false_claim: { policy: 'false', verdict: 'review' },
  superstition: { policy: 'superstition', verdict: 'review' },
  clickbait: { policy: 'clickbait', verdict: 'review' },
  fan_circle: { policy: 'fanCircle', verdict: 'review' },
  word: { policy: 'otherHarm', verdict: 'review' },
  /** A code in a picture that adds a person or leads into a group; one that takes money. */
  qr_contact: { policy: 'otherHarm', verdict: 'refuse' },
  qr_payment: { policy: 'illegal', verdict: 'refuse' },
  /** A code for something else: a person sees what. */
  qr_code: { policy: 'spam', verdict: 'review' },
  /** A picture that the search for codes cannot open. */
  picture_unread: { policy: null, verdict: 'review' },
  platform_review: { policy: 'otherHarm', verdict: 'review' },
  /** Pictures whose checks are not over. By itself no reason for a person to look. */
  picture: { policy: null, verdict: 'review' },
  check_failed: { policy: null, verdict: 'review' },
  /** A moderator has given it back before. */
  corrected: { policy: null, verdict: 'review' },
  newcomer: { policy: null, verdict: 'review' },
  /** A form on money or personal data: its proof is a person's to judge (B3). */
  sensitive: { policy: null, verdict: 'review' },
  /** A person asked for it to be looked at. */
  reported: { policy: null, verdict: 'review' },
} as const satisfies Record<string, { policy: PolicyCategory | null; verdict: 'refuse' | 'review' }>
export const screenReason = v.picklist(
  Object.keys(SCREEN_REASONS) as (keyof typeof SCREEN_REASONS)[],
)
export type ScreenReason = v.InferOutput<typeof screenReason>

/** The field of what was found in pictures; no form has one of this name. */
export const IN_PICTURES = '*pictures'

/** What a rule found in one field; an empty field means the whole. `label` is the platform's own. */
export const flag = v.object({
  field: v.string(),
  reason: screenReason,
  label: v.optional(v.number()),
})
export type Flag = v.InferOutput<typeof flag>

/** Who sees a piece of content: all, only its author (it waits, or was given back), or nobody. */
export const VISIBILITIES = ['shown', 'pending', 'returned', 'removed'] as const
export const visibility = v.picklist(VISIBILITIES)
export type Visibility = v.InferOutput<typeof visibility>

/**
 * What can be judged. How each kind is shown, held and taken away stands in one table,
 * `cloudfunctions/domain/moderation/subjects.ts`.
 */
export const SUBJECT_KINDS = [
  'request',
  'offer',
  'thanks',
  'reason',
  'profile',
  'application',
  'community',
  'notice',
  'threadMessage',
  'standingOffer',
  'event',
  'eventQuestion',
  'eventWords',
  'eventRecap',
  'diary',
  'itemPicture',
] as const
export const subjectKind = v.picklist(SUBJECT_KINDS)
export type SubjectKind = v.InferOutput<typeof subjectKind>

/** A text as it was submitted, with what it may be when it is corrected. */
export const caseText = v.object({
  field: v.string(),
  /** The form's own label; empty where the kind says enough. */
  label: v.string(),
  text: v.string(),
  min: v.number(),
  max: v.number(),
})
export type CaseText = v.InferOutput<typeof caseText>

/**
 * `checking`: waits for the checks of its pictures and for nobody. `passed`: nothing stops it (any
 * more), its author has corrected it or its pictures were found harmless; no person has judged it.
 */
export const CASE_STATES = [
  'checking',
  'open',
  'approved',
  'passed',
  'returned',
  'refused',
  'removed',
] as const
export const caseState = v.picklist(CASE_STATES)
export type CaseState = v.InferOutput<typeof caseState>

/** What a moderator may do with a case. `remove`: taken away though it is shown; `refuse`: never shown. */
export const VERDICTS = ['approve', 'return', 'refuse', 'remove'] as const
export const verdict = v.picklist(VERDICTS)
export type Verdict = v.InferOutput<typeof verdict>

/** A claim lapses after this time: a moderator whose bus came does not hold up the queue. */
export const CLAIM_MINUTES = 5
/** The phone offers to undo for ten seconds; the cloud grants it this long, for slow networks. */
export const UNDO_SECONDS_SHOWN = 10
export const UNDO_SECONDS = 30

/** Approved contributions after which a newcomer's posts show at once; a community may choose 0 to 5. */
export const NEWCOMER_REVIEWS_DEFAULT = 2
export const NEWCOMER_REVIEWS_MAX = 5

/** A community's own words: enough for a group's needs, small enough to read with every write. */
export const WORDS_MAX = 300
export const WORD_LENGTH_MAX = 20

/** Pictures of one submission, all fields together, that are looked into; a person sees the others. */
export const PICTURES_MAX = 20
/** WeChat says within half an hour what it found in a picture; after this a person looks instead. */
export const PICTURE_CHECK_MINUTES = 35

/** Waiting cases are counted up to here: the phone shows "99+". */
export const CASES_COUNTED_MAX = 100

const word = v.object({ text: text(1, WORD_LENGTH_MAX), refuse: v.boolean() })
const words = v.pipe(v.array(word), v.maxLength(WORDS_MAX))
export type CommunityWord = v.InferOutput<typeof word>

/** A case as the list and the author's history name it. */
const caseSummary = v.object({
  caseId: v.string(),
  revision: v.string(),
  kind: subjectKind,
  subjectId: v.string(),
  state: caseState,
  isShown: v.boolean(),
  /** The first of its texts. */
  excerpt: v.string(),
  flags: v.array(flag),
  policy: v.nullable(policyCategory),
  reason: v.nullable(v.string()),
  submittedAt: instant,
  decidedAt: v.nullable(instant),
})
export type CaseSummary = v.InferOutput<typeof caseSummary>

/** A picture of a case: its file, an address that is good for some minutes, and what was found in it. */
const casePicture = v.object({
  fileId: v.string(),
  address: v.string(),
  found: v.array(screenReason),
})
export type CasePicture = v.InferOutput<typeof casePicture>

const caseDetail = v.object({
  ...caseSummary.entries,
  texts: v.array(caseText),
  pictures: v.array(casePicture),
})
export type CaseDetail = v.InferOutput<typeof caseDetail>

/** A case among others: all of its words, so that a clear one can be decided where it stands. */
const listedCase = v.object({
  ...caseSummary.entries,
  texts: v.array(caseText),
  /** How many pictures it has; they are looked at in the case alone. */
  pictureCount: v.number(),
  author: person,
  /** Who holds it now. */
  claim: v.picklist(['none', 'mine', 'other']),
  /** Nobody judges their own. */
  own: v.boolean(),
})
export type ListedCase = v.InferOutput<typeof listedCase>

const reviewedCase = v.object({
  ...caseDetail.entries,
  author: person,
  memberSince: v.nullable(instant),
  /** The author's latest cases here, this one left out; counts are over these. */
  history: v.array(caseSummary),
  claim: listedCase.entries.claim,
  own: listedCase.entries.own,
})
export type ReviewedCase = v.InferOutput<typeof reviewedCase>

/** The author's latest cases that a moderator is shown. */
export const HISTORY_SHOWN = 20

const communityId = id
const caseId = id
const revision = id

export const moderationCalls = {
  /** The policy with what the community adds to it; the words only for those who may edit them. */
  'moderation.getPolicy': {
    kind: 'read',
    scope: 'member',
    input: v.object({ communityId }),
    output: v.object({
      revision: v.nullable(v.string()),
      newcomerReviews: v.number(),
      words: v.array(word),
      mayEdit: v.boolean(),
    }),
  },
  /** `basedOn` is the edition that was edited, null for the first. */
  'moderation.savePolicy': {
    kind: 'write',
    pace: 'duty',
    scope: 'member',
    input: v.object({
      communityId,
      basedOn: v.nullable(revision),
      words,
      newcomerReviews: v.pipe(
        v.number(),
        v.integer(),
        v.minValue(0),
        v.maxValue(NEWCOMER_REVIEWS_MAX),
      ),
    }),
    output: v.object({ revision: v.string() }),
  },
  'moderation.listCases': {
    kind: 'read',
    scope: 'member',
    input: v.object({ communityId, state: caseState, cursor }),
    output: v.object({ ...page(listedCase).entries, waiting: v.number() }),
  },
  'moderation.getCase': {
    kind: 'read',
    scope: 'member',
    input: v.object({ communityId, caseId }),
    output: reviewedCase,
  },
  /** Takes the oldest case that nobody holds, other than one's own; null when none is left. */
  'moderation.claimNext': {
    kind: 'write',
    pace: 'duty',
    scope: 'member',
    input: v.object({ communityId }),
    output: v.object({ caseId: v.nullable(v.string()) }),
  },
  /** `revision` is what the moderator read. */
  'moderation.decide': {
    kind: 'write',
    pace: 'duty',
    scope: 'member',
    input: v.object({
      communityId,
      caseId,
      revision,
      verdict,
      policy: v.optional(policyCategory),
      reason: v.optional(text(2, 200)),
    }),
    output: done,
  },
  'moderation.undoDecision': {
    kind: 'write',
    pace: 'duty',
    scope: 'member',
    input: v.object({ communityId, caseId }),
    output: done,
  },
  'moderation.listMine': {
    kind: 'read',
    scope: 'member',
    input: v.object({ communityId, cursor }),
    output: page(caseSummary),
  },
  'moderation.getMine': {
    kind: 'read',
    scope: 'member',
    input: v.object({ communityId, caseId }),
    output: caseDetail,
  },
  /**
   * New words for what waits or was given back, by field, and other pictures in the place of some, or
   * none (null); what is not named stays.
   */
  'moderation.resubmit': {
    kind: 'write',
    pace: 'speak',
    scope: 'member',
    input: v.object({
      communityId,
      caseId,
      revision,
      texts: v.pipe(
        v.record(v.pipe(v.string(), v.maxLength(60)), text(0, 2000)),
        v.check((value) => Object.keys(value).length <= 40, 'too many fields'),
      ),
      pictures: v.optional(
        v.pipe(
          v.record(fileId, v.nullable(fileId)),
          v.check((value) => Object.keys(value).length <= PICTURES_MAX, 'too many pictures'),
        ),
        {},
      ),
    }),
    output: v.object({ visibility }),
  },
} as const
