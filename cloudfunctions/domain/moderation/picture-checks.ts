import {
  type Flag,
  IN_PICTURES,
  SCREEN_REASONS,
  type ScreenReason,
  type Visibility,
} from '../../../types/moderation'
import type { CaseDoc, PictureCheck } from '../../db/documents'
import { decided } from './cases'

/** What is known of a case's pictures now makes of it; null where it stays as it is. */
type Concluded = {
  after: CaseDoc
  becomes: Extract<Visibility, 'shown' | 'returned'> | null
}

const nobody = { userId: '', reason: null }

/**
 * What the checks of its pictures make of a case, as far as they have come.
 * - Something that is never published: it goes back to its author at once, to send another picture;
 *   shown already, it is hidden again.
 * - All over and nothing found: it is shown, if nothing else kept it.
 * - Something found, or a check that failed: a person decides.
 */
export function concluded(found: CaseDoc, now: Date): Concluded {
  const checks = found.checks ?? []
  const others = found.flags.filter(({ field }) => field !== IN_PICTURES)
  const reasons = [...new Set(checks.flatMap(reasonsOf))]
  const isOver = checks.every(({ codes, judged }) => codes !== null && judged !== null)
  const waits: Flag[] = isOver ? [] : [{ field: IN_PICTURES, reason: 'picture' }]
  const flags = [...others, ...reasons.map((reason) => ({ field: IN_PICTURES, reason })), ...waits]
  const after: CaseDoc = { ...found, flags, ...(isOver ? { checkAt: null } : {}) }
  const isSensitive = others.some(({ reason }) => reason === 'sensitive')
  const refusing = reasons.find((reason) => refuses(reason, isSensitive))
  switch (found.state) {
    case 'approved':
      if (refusing !== 'platform_risky') return { after, becomes: null }
      return returned(after, refusing, now)
    case 'checking':
    case 'open':
      if (refusing) return returned(after, refusing, now)
      if (!isOver) return { after, becomes: null }
      if (flags.length > 0) return { after: { ...after, state: 'open' }, becomes: null }
      return passed(after, now)
    default:
      return { after: { ...after, checkAt: null }, becomes: null }
  }
}

function returned(after: CaseDoc, reason: ScreenReason, now: Date): Concluded {
  const policy = SCREEN_REASONS[reason].policy
  const closed = decided(after, { ...nobody, verdict: 'return', policy }, now)
  return { after: { ...closed, checkAt: null }, becomes: 'returned' }
}

/** No person has approved it, so it does not count towards a newcomer's trust. */
function passed(after: CaseDoc, now: Date): Concluded {
  const closed = decided(after, { ...nobody, verdict: 'approve', policy: null }, now)
  return { after: { ...closed, state: 'passed' }, becomes: 'shown' }
}

/** A proof may show a code, on a bill or a report: those who judge it see it, and nobody else. */
const refuses = (reason: ScreenReason, isSensitive: boolean): boolean =>
  SCREEN_REASONS[reason].verdict === 'refuse' && (reason === 'platform_risky' || !isSensitive)

const JUDGED = {
  pass: [],
  review: ['platform_review'],
  risky: ['platform_risky'],
  failed: ['check_failed'],
} as const satisfies Record<NonNullable<PictureCheck['judged']>['suggest'], ScreenReason[]>

/** What stands against one picture, as far as it is known. */
export const reasonsOf = ({ codes, judged }: PictureCheck): ScreenReason[] => [
  ...(codes ?? []),
  ...(judged ? JUDGED[judged.suggest] : []),
]

/** The checks with one more answer of WeChat's; a late one takes the place of one given up. */
export const withAnswer = (
  checks: readonly PictureCheck[],
  file: string,
  judged: NonNullable<PictureCheck['judged']>,
): PictureCheck[] =>
  checks.map((check) =>
    check.file === file && (check.judged === null || check.judged.suggest === 'failed')
      ? { ...check, judged }
      : check,
  )

/** The checks with what has not been answered given up. */
export const givenUp = (checks: readonly PictureCheck[]): PictureCheck[] =>
  checks.map((check) => ({
    ...check,
    codes: check.codes ?? ['picture_unread'],
    judged: check.judged ?? { suggest: 'failed', label: 0 },
  }))
