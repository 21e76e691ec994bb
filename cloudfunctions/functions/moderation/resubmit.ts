import type { FieldIssue } from '../../../types/errors'
import { type CaseText, IN_PICTURES } from '../../../types/moderation'
import type { CaseDoc } from '../../db/documents'
import { changeOf, decided } from '../../domain/moderation/cases'
import { SUBJECTS } from '../../domain/moderation/subjects'
import { pictureIssuesOf, swapped } from '../../domain/pictures'
import { write } from '../../runtime/action'
import { refuse, refuseFields } from '../../runtime/errors'
import { isOwn } from './policy'

type Fetched = { before: CaseDoc | null; issues: FieldIssue[] }

/**
 * The author puts what waits or was given back in other words, and other pictures in the place of
 * some. It is screened anew. What only waited
 * for a check that had failed, or for words that are gone now, shows at once; what a moderator gave
 * back, and a newcomer's, goes to a moderator again. Refuses `not_correctable` and `case_changed`.
 */
export const resubmit = write('moderation.resubmit', {
  fetch: async ({ store, input, userId }): Promise<Fetched> => {
    const { communityId, caseId } = input
    const sent = Object.values(input.pictures).filter((file) => file !== null)
    const [before, issues] = await Promise.all([
      store.get('cases', caseId),
      pictureIssuesOf({ [IN_PICTURES]: sent }, { communityId, userId }),
    ])
    return { before, issues }
  },
  screen: ({ input, actor }, { before }) => {
    if (!before || before.authorUserId !== actor.userId) return null
    const { kind, flags, state } = before
    return {
      kind,
      texts: corrected(before.texts, input.texts),
      files: swapped(before.files, input.pictures),
      sensitive: flags.some(({ reason }) => reason === 'sensitive'),
      again: state === 'returned',
    }
  },
  load: async ({ tx, input }) => ({ found: await tx.get('cases', input.caseId) }),
  allow: (actor, loaded) => isOwn(actor, loaded),
  act: async ({ tx, input, now, screened, review }, loaded) => {
    const found = loaded.found ?? refuse('not_found')
    const { state, revision, kind, subjectId } = found
    if (state !== 'open' && state !== 'checking' && state !== 'returned') {
      refuse('not_correctable', { state })
    }
    // Its pictures have been put in the place of those that were screened a moment ago.
    const isOther = loaded.before?.files.join() !== found.files.join()
    if (input.revision !== revision || isOther) refuse('case_changed', { revision })
    const texts = corrected(found.texts, input.texts)
    const files = swapped(found.files, input.pictures)
    const isSensitive = found.flags.some(({ reason }) => reason === 'sensitive')
    // The proof of a sensitive request is replaced, never taken away.
    const isBare = isSensitive && found.files.length > 0 && files.length === 0
    const missing: FieldIssue[] = isBare ? [{ field: IN_PICTURES, code: 'missing' }] : []
    refuseFields([...texts.flatMap(issueOf), ...loaded.issues, ...missing])

    const after: CaseDoc = { ...found, texts, files }
    const { visibility } = screened
    // Only what is in the case can be changed with it.
    const pictures = Object.entries(input.pictures).filter(([file]) => found.files.includes(file))
    const change = changeOf(after, visibility, now, Object.fromEntries(pictures))
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
