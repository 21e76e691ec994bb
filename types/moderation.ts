import * as v from 'valibot'

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
  superstition: { policy: 'superstition', verdict: 'review' },
  clickbait: { policy: 'clickbait', verdict: 'review' },
  fan_circle: { policy: 'fanCircle', verdict: 'review' },
  word: { policy: 'otherHarm', verdict: 'review' },
  qr_code: { policy: 'spam', verdict: 'review' },
  platform_review: { policy: 'otherHarm', verdict: 'review' },
  picture: { policy: null, verdict: 'review' },
  check_failed: { policy: null, verdict: 'review' },
  newcomer: { policy: null, verdict: 'review' },
  /** A form on money or personal data: its proof is a person's to judge (B3). */
  sensitive: { policy: null, verdict: 'review' },
} as const satisfies Record<string, { policy: PolicyCategory | null; verdict: 'refuse' | 'review' }>
export const screenReason = v.picklist(
  Object.keys(SCREEN_REASONS) as (keyof typeof SCREEN_REASONS)[],
)
export type ScreenReason = v.InferOutput<typeof screenReason>

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
export const SUBJECT_KINDS = ['request', 'community', 'notice'] as const
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

export const CASE_STATES = ['open', 'approved', 'returned', 'refused', 'removed'] as const
export const caseState = v.picklist(CASE_STATES)
export type CaseState = v.InferOutput<typeof caseState>
