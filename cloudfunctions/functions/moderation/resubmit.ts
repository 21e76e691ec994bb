import type { FieldIssue } from '../../../types/errors'
import type { CaseText } from '../../../types/moderation'
import type { CaseDoc } from '../../db/documents'
import { decided, textsOfCase } from '../../domain/moderation/cases'
import { SUBJECTS } from '../../domain/moderation/subjects'
import { write } from '../../runtime/action'
import { refuse, refuseFields } from '../../runtime/errors'
import { isOwn } from './policy'

/**
 * The author puts what waits or was given back in other words. It is screened anew. What only waited
 * for a check that had failed, or for words that are gone now, shows at once; what a moderator gave
 * back, and a newcomer's, goes to a moderator again. Refuses `not_correctable` and `case_changed`.
 */
export const resubmit = write('moderation.resubmit', {
  fetch: async ({ store, input }): Promise<{ before: CaseDoc | null }> => ({
    before: await store.get('cases', input.caseId),
  }),
  screen: ({ input, actor }, { before }) => {
    if (!before || before.authorUserId !== actor.userId) return null
    const { kind, files, flags, state } = before
    return {
      kind,
      texts: corrected(before.texts, input.texts),
      files,
      sensitive: flags.some(({ reason }) => reason === 'sensitive'),
      again: state === 'returned',
    }
  },
  load: async ({ tx, input }) => ({ found: await tx.get('cases', input.caseId) }),
  allow: (actor, loaded) => isOwn(actor, loaded),
  act: async ({ tx, input, now, screened, review }, loaded) => {
    const found = loaded.found ?? refuse('not_found')
    const { state, revision, kind, subjectId } = found
    if (state !== 'open' && state !== 'returned') refuse('not_correctable', { state })
    if (input.revision !== revision) refuse('case_changed', { revision })
    const texts = corrected(found.texts, input.texts)
    refuseFields(texts.flatMap(issueOf))

    const after: CaseDoc = { ...found, texts }
    const { visibility } = screened
    const change = { visibility, texts: textsOfCase(after) }
    if (!(await SUBJECTS[kind].apply(tx, subjectId, change))) refuse('case_gone')
    if (visibility === 'shown') {
      const nobody = { userId: '', verdict: 'approve', policy: null, reason: null } as const
      // No person has approved it, so it does not count towards a newcomer's trust.
      await tx.put('cases', { ...decided(after, nobody, now), state: 'passed' })
    }
    await review(subjectId)
    return { visibility }
  },
})

const corrected = (texts: readonly CaseText[], changed: Readonly<Record<string, string>>) =>
  texts.map((entry) => ({ ...entry, text: changed[entry.field] ?? entry.text }))

function issueOf({ field, text, min, max }: CaseText): FieldIssue[] {
  if (text.length < min) return [{ field, code: 'too_short', bound: min }]
  return text.length > max ? [{ field, code: 'too_long', bound: max }] : []
}
