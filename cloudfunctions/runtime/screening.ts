import { strict as assert } from 'node:assert'
import type { FieldIssueCode } from '../../types/errors'
import {
  type CaseText,
  type Flag,
  IN_PICTURES,
  NEWCOMER_REVIEWS_DEFAULT,
  NEWCOMER_REVIEWS_MAX,
  type SCREEN_REASONS,
  type ScreenReason,
  type SubjectKind,
  type Visibility,
} from '../../types/moderation'
import type { PolicyDoc } from '../db/documents'
import { store } from '../db/store'
import type { Tx } from '../db/transact'
import { findFlags, verdictOf } from '../domain/moderation/screen'
import { SUBJECTS } from '../domain/moderation/subjects'
import { refuse } from './errors'
import { described, log } from './log'
import { CHECKED_CHARS_MAX, checkText, type Judgement, SCENES } from './wechat'

/** One text that others will read. Bounds are those of a correction; `label` as the form calls it. */
export type ScreenedText = Pick<CaseText, 'field' | 'text'> & Partial<CaseText>

/** What of an input others will read, and as what. */
export type Screenable = {
  kind: SubjectKind
  texts: readonly ScreenedText[]
  /** Ids of pictures in the cloud's storage. */
  files?: readonly string[]
  /** What the same author said there just before: a number may be begun in it. */
  before?: readonly string[]
  /** Waits for a person in any case. */
  sensitive?: boolean
  /** A moderator gave it back and sees it again. */
  again?: boolean
}

/** What screening says of a call: nobody else sees what is not `shown`. */
export type Screened = {
  verdict: 'pass' | 'review'
  visibility: Extract<Visibility, 'shown' | 'pending'>
  flags: readonly Flag[]
}

/** What screening needs to know beside the texts; read side by side with everything else. */
export type Standing = {
  policy: PolicyDoc | null
  /** Contributions of the author that a moderator has approved here, counted up to what may matter. */
  approved: number
}

/** Words that go with an act: said when they may be shown, else left out until they are approved. */
export const said = ({ visibility }: Screened, words: string): string =>
  visibility === 'shown' ? words : ''

/** Texts of one submission are checked by the platform in at most this many pieces. */
const PIECES_MAX = 4

/** Two reads side by side; none for what belongs to no community yet. */
export async function standingOf(
  communityId: string | undefined,
  authorUserId: string,
): Promise<Standing> {
  if (communityId === undefined) return { policy: null, approved: 0 }
  const approved = { communityId, authorUserId, state: 'approved' } as const
  const [policy, count] = await Promise.all([
    store.get('policies', communityId),
    store.countUpTo('cases', approved, NEWCOMER_REVIEWS_MAX),
  ])
  return { policy, approved: count }
}

/**
 * Screens what a call is about to publish: rules, the community's words, then WeChat's check. Refuses
 * `content_refused` with the fields and why; a check that fails makes it a person's to decide.
 */
export async function screen(
  wanted: Screenable | null,
  author: { openid: string; communityId: string | undefined; isPlainMember: boolean },
  { policy, approved }: Standing,
): Promise<Screened> {
  if (!wanted) return PASSED
  const { review, scene, newcomers } = SUBJECTS[wanted.kind]
  const texts = wanted.texts.filter(({ text }) => text !== '')
  const community = policy && author.communityId ? { id: author.communityId, list: policy } : null
  const flags = findFlags(texts, community, wanted.before)
  const untilTrusted = policy?.newcomerReviews ?? NEWCOMER_REVIEWS_DEFAULT
  if (newcomers && author.isPlainMember && approved < untilTrusted) {
    flags.push({ field: '', reason: 'newcomer' })
  }
  if (wanted.again) flags.push({ field: '', reason: 'corrected' })
  if ((wanted.files ?? []).length > 0) {
    assert(review !== 'onDuty', `${wanted.kind} has pictures and could not be hidden`)
    // Nobody sees a picture before its checks are over, or a person has looked at it.
    flags.push({ field: IN_PICTURES, reason: 'picture' })
  }
  if (wanted.sensitive) flags.push({ field: '', reason: 'sensitive' })
  refuseFlagged(flags)
  if (texts.length > 0) {
    flags.push(...(await platformFlags(texts, author.openid, SCENES[scene])))
    refuseFlagged(flags)
  }
  if (review === 'onDuty' || flags.length === 0) return PASSED
  return { verdict: 'review', visibility: 'pending', flags }
}

const PASSED: Screened = { verdict: 'pass', visibility: 'shown', flags: [] }

/** Opens the case of what a call writes, in its transaction. */
export async function openCase(
  tx: Tx,
  wanted: Screenable,
  screened: Screened,
  about: {
    communityId: string
    subjectId: string
    authorUserId: string
    revision: string
    now: Date
  },
): Promise<void> {
  const { communityId, subjectId, authorUserId, revision, now } = about
  const files = [...new Set(wanted.files ?? [])]
  const isOnlyChecked = screened.flags.every(({ reason }) => reason === 'picture')
  await tx.put('cases', {
    _id: `${wanted.kind}:${subjectId}`,
    v: 1,
    createdAt: now,
    communityId,
    kind: wanted.kind,
    subjectId,
    authorUserId,
    revision,
    order: revision,
    state: isOnlyChecked ? 'checking' : 'open',
    isShown: false,
    texts: wanted.texts.map(({ field, text, label = '', min = 0, max = 2000 }) => ({
      field,
      label,
      text,
      min,
      max,
    })),
    files,
    ...(files.length > 0 ? checksOf(files, now) : {}),
    flags: [...screened.flags],
    claimedBy: null,
    claimedUntil: null,
    decision: null,
  })
}

/** Checks that the function `pictures` begins at its next turn. */
const checksOf = (files: readonly string[], now: Date) => ({
  checks: files.map((file) => ({ file, codes: null, judged: null })),
  checkAt: now,
  checkTries: 0,
})

/** What the author reads below the field, for each reason that refuses. */
const ISSUES: { readonly [R in RefusingReason]: FieldIssueCode } = {
  phone: 'found_phone',
  wechat_id: 'found_wechat_id',
  qq: 'found_qq',
  email: 'found_email',
  fund_raising: 'found_fund_raising',
  word_refused: 'found_word',
  platform_risky: 'found_harm',
}
type RefusingReason = Exclude<
  {
    [R in ScreenReason]: (typeof SCREEN_REASONS)[R]['verdict'] extends 'refuse' ? R : never
  }[ScreenReason],
  // Found after the call was answered.
  'qr_contact' | 'qr_payment'
>

const isRefusing = (reason: ScreenReason): reason is RefusingReason => Object.hasOwn(ISSUES, reason)

function refuseFlagged(flags: readonly Flag[]): void {
  if (verdictOf(flags) !== 'refuse') return
  refuse('content_refused', {
    fields: flags.flatMap(({ field, reason }) =>
      isRefusing(reason) ? [{ field, code: ISSUES[reason] }] : [],
    ),
  })
}

/** WeChat's judgement of all texts together, in as few pieces as it takes. Never throws. */
async function platformFlags(
  texts: readonly ScreenedText[],
  openid: string,
  scene: (typeof SCENES)[keyof typeof SCENES],
): Promise<Flag[]> {
  const signs = [...texts.map(({ text }) => text).join('\n')]
  const pieces = Array.from({ length: Math.ceil(signs.length / CHECKED_CHARS_MAX) }, (_, n) =>
    signs.slice(n * CHECKED_CHARS_MAX, (n + 1) * CHECKED_CHARS_MAX).join(''),
  )
  // The whole submission is judged, so no one field is to blame, unless there is but one.
  const field = texts.length === 1 ? (texts[0]?.field ?? '') : ''
  if (pieces.length > PIECES_MAX) return [{ field, reason: 'check_failed' }]
  try {
    const judged = await Promise.all(pieces.map((piece) => checkText(piece, openid, scene)))
    return judged.flatMap((judgement) => flagOf(judgement, field))
  } catch (error) {
    log('error', { event: 'screen.check_failed', ...described(error) })
    return [{ field, reason: 'check_failed' }]
  }
}

function flagOf({ suggest, label }: Judgement, field: string): Flag[] {
  if (suggest === 'pass') return []
  return [{ field, reason: suggest === 'risky' ? 'platform_risky' : 'platform_review', label }]
}
