import type { CaseDetail, CaseSummary, ReviewedCase } from '../../../types/moderation'
import type { CaseDoc } from '../../db/documents'
import { excerptOf, holderOf } from '../../domain/moderation/cases'
import { reasonsOf } from '../../domain/moderation/picture-checks'

export const summaryOf = (found: CaseDoc): CaseSummary => ({
  caseId: found._id,
  revision: found.revision,
  kind: found.kind,
  subjectId: found.subjectId,
  state: found.state,
  isShown: found.isShown,
  excerpt: excerptOf(found),
  flags: found.flags,
  policy: found.decision?.policy ?? null,
  reason: found.decision?.reason ?? null,
  submittedAt: found.createdAt.toISOString(),
  decidedAt: found.decision?.at.toISOString() ?? null,
})

/** A case as its author reads it: all of it, but not who judged. */
export const detailOf = (found: CaseDoc, addresses: ReadonlyMap<string, string>): CaseDetail => ({
  ...summaryOf(found),
  texts: found.texts,
  pictures: found.files.flatMap((fileId) => {
    const address = addresses.get(fileId)
    const check = found.checks?.find(({ file }) => file === fileId)
    return address ? [{ fileId, address, found: check ? reasonsOf(check) : [] }] : []
  }),
})

/** Who holds a case, from this moderator's point of view. */
export function claimOf(found: CaseDoc, userId: string, now: Date): ReviewedCase['claim'] {
  const holder = holderOf(found, now)
  if (holder === null) return 'none'
  return holder === userId ? 'mine' : 'other'
}
