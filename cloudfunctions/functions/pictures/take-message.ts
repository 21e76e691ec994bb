import type { PictureTraceDoc } from '../../db/documents'
import { transact } from '../../db/transact'
import { withAnswer } from '../../domain/moderation/picture-checks'
import { now } from '../../runtime/clock'
import { readPictureMessage } from '../../runtime/wechat'
import { settle } from './settle'

/**
 * WeChat's message on one picture. It may come twice, and before the case knows that it was asked for:
 * then it is kept under its trace, and the function that asked finds it there. Answers what was done.
 */
export async function takeMessage(message: unknown): Promise<string> {
  const read = readPictureMessage(message)
  if (!read) return 'unreadable'
  const at = now()
  return transact(async (tx) => {
    const known = await tx.get('pictureTraces', read.trace)
    if (known?.judged) return 'again'
    const trace: PictureTraceDoc = {
      _id: read.trace,
      v: 1,
      createdAt: known?.createdAt ?? at,
      asked: known?.asked ?? null,
      judged: read.judged,
    }
    await tx.put('pictureTraces', trace)
    if (!trace.asked) return 'early'
    const { caseId, revision, file } = trace.asked
    const found = await tx.get('cases', caseId)
    // Corrected since: the new pictures have traces of their own.
    if (found?.revision !== revision) return 'outdated'
    const checks = withAnswer(found.checks ?? [], file, read.judged)
    await settle(tx, { ...found, checks }, at)
    return read.judged.suggest
  })
}
