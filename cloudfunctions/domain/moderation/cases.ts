import {
  type CaseState,
  CLAIM_MINUTES,
  type PolicyCategory,
  UNDO_SECONDS,
  type Verdict,
  type Visibility,
} from '../../../types/moderation'
import type { CaseDoc } from '../../db/documents'
import type { Change } from './subjects'

type DecidedState = Exclude<CaseState, 'checking' | 'open' | 'passed'>

/** What a verdict makes of the case and of what it is about. `return` and `refuse` never show it. */
export const OUTCOMES: {
  readonly [V in Verdict]: { state: DecidedState; visibility: Visibility }
} = {
  approve: { state: 'approved', visibility: 'shown' },
  return: { state: 'returned', visibility: 'returned' },
  refuse: { state: 'refused', visibility: 'removed' },
  remove: { state: 'removed', visibility: 'removed' },
}

/** Who looks at the case now; null when nobody does or the claim has lapsed. */
export const holderOf = ({ claimedBy, claimedUntil }: CaseDoc, now: Date): string | null =>
  claimedUntil !== null && now < claimedUntil ? claimedBy : null

/** The case in a moderator's hand for the time a claim lasts. */
export const claimed = (found: CaseDoc, byUserId: string, now: Date): CaseDoc => ({
  ...found,
  claimedBy: byUserId,
  claimedUntil: new Date(now.getTime() + CLAIM_MINUTES * 60_000),
})

/** The case as decided; what it is about changes as OUTCOMES says. */
export function decided(
  found: CaseDoc,
  by: { userId: string; verdict: Verdict; policy: PolicyCategory | null; reason: string | null },
  now: Date,
): CaseDoc {
  const { userId, verdict, policy, reason } = by
  const { state, visibility } = OUTCOMES[verdict]
  return {
    ...found,
    state,
    isShown: visibility === 'shown',
    claimedBy: null,
    claimedUntil: null,
    decision: { byUserId: userId, at: now, verdict, policy, reason },
  }
}

/** Whoever asked for it to be judged is a party of it, like whoever wrote it. */
export const isPartyTo = ({ authorUserId, reporters = [] }: CaseDoc, userId: string): boolean =>
  authorUserId === userId || reporters.includes(userId)

/** Nobody is told that what they wrote was reported before it is decided. */
export const isSecret = ({ state, reporters = [] }: CaseDoc): boolean =>
  state === 'open' && reporters.length > 0

/** Whether this person may still take back the decision. */
export const isUndoable = ({ decision }: CaseDoc, userId: string, now: Date): boolean =>
  decision?.byUserId === userId && now.getTime() - decision.at.getTime() <= UNDO_SECONDS * 1000

/** What the case is about, with its submitted words, as it is to be seen from now on. */
export const changeOf = (
  { texts }: CaseDoc,
  visibility: Visibility,
  at: Date,
  pictures: Change['pictures'] = {},
): Change => ({
  visibility,
  at,
  texts: Object.fromEntries(texts.map(({ field, text }) => [field, text])),
  pictures,
})

/** Characters of a case's first text that stand for it in lists and messages. */
const EXCERPT_CHARS = 40

export function excerptOf({ texts }: Pick<CaseDoc, 'texts'>): string {
  const signs = [...(texts[0]?.text ?? '')]
  return signs.length > EXCERPT_CHARS
    ? `${signs.slice(0, EXCERPT_CHARS).join('')}…`
    : signs.join('')
}

/** Whether a picture has not been looked into yet: a person who judged now might see another one later. */
export const isUnseen = ({ checks = [], checkAt = null }: CaseDoc): boolean =>
  checkAt !== null && checks.some(({ codes }) => codes === null)
