import type { SubjectKind, Visibility } from '../../../types/moderation'
import type { CollectionName, Documents } from '../../db/documents'
import type { Tx } from '../../db/transact'

/** What is to become of a subject; `texts` replaces its words, by field. */
export type Change = { visibility: Visibility; texts?: Readonly<Record<string, string>> }

/**
 * How one kind of content is judged.
 * - `held`: nobody but its author sees it (or its words) until it is decided; `after`: it is shown
 *   and looked at afterwards; `onDuty`: written by those who decide themselves, so that only what is
 *   never published is refused and nothing waits.
 * - `newcomers`: whether a newcomer's first ones wait although no rule found anything: what the whole
 *   community is shown.
 * - `scene`: how WeChat's check is told where the text stands.
 */
export type SubjectRule = {
  review: 'held' | 'after' | 'onDuty'
  newcomers: boolean
  scene: 'profile' | 'comment' | 'forum'
  /** Shows, holds, gives back or removes it; false when it is gone. */
  apply: (tx: Tx, subjectId: string, change: Change) => Promise<boolean>
}

/** A change of the one document that a subject lives in, found by its key. */
function inDocument<C extends CollectionName>(
  collection: C,
  change: (document: Documents[C], change: Change, subjectId: string) => Documents[C] | null,
  keyOf: (subjectId: string) => string = (subjectId) => subjectId,
): SubjectRule['apply'] {
  return async (tx, subjectId, wanted) => {
    const found = await tx.get(collection, keyOf(subjectId))
    const changed = found && change(found, wanted, subjectId)
    if (!changed) return false
    await tx.put(collection, changed)
    return true
  }
}

/** Nothing of it can be shown or hidden by itself: the words of those on duty. */
const nothing: SubjectRule['apply'] = async () => true

/** Every kind of content that screening may stop, and what stopping means for it. */
export const SUBJECTS: { readonly [K in SubjectKind]: SubjectRule } = {
  request: {
    review: 'held',
    newcomers: true,
    scene: 'forum',
    apply: inDocument('requests', (request, { visibility, texts = {} }) => {
      const answers = { ...request.answers, ...texts }
      const title = typeof answers.what === 'string' ? answers.what : request.title
      return { ...request, visibility, answers, title }
    }),
  },
  community: { review: 'onDuty', newcomers: false, scene: 'profile', apply: nothing },
  notice: { review: 'onDuty', newcomers: false, scene: 'forum', apply: nothing },
}
