import type { CaseDoc } from '../../db/documents'
import type { Tx } from '../../db/transact'
import { changeOf, excerptOf } from '../../domain/moderation/cases'
import { concluded } from '../../domain/moderation/picture-checks'
import { SUBJECTS } from '../../domain/moderation/subjects'
import { timerReceipt } from '../../runtime/timer-receipt'

/**
 * Writes a case with what is known of its pictures by now: shows what it is about, or gives it back,
 * when that is decided, and promises its author a message. In the transaction of the caller, who has
 * read the case in it.
 */
export async function settle(tx: Tx, found: CaseDoc, now: Date): Promise<void> {
  const { after, becomes } = concluded(found, now)
  await tx.put('cases', after)
  if (becomes === null) return
  // What is gone meanwhile is shown to nobody: nothing is left to tell.
  if (!(await SUBJECTS[found.kind].apply(tx, found.subjectId, changeOf(after, becomes, now))))
    return
  const community = await tx.get('communities', found.communityId)
  const kind = becomes === 'shown' ? 'content_approved' : 'content_returned'
  const news = {
    to: [found.authorUserId],
    except: null,
    communityId: found.communityId,
    communityName: community?.name ?? '',
    kind,
    params: { excerpt: excerptOf(found) },
    target: { page: 'case', caseId: found._id },
  } as const
  await tx.create('receipts', timerReceipt(`pictures ${found.revision} ${becomes}`, now, [news]))
}
