import { useState } from 'react'
import type { Application } from '../../../../types/entry'
import { useWrite } from '../../../hooks/use-write'
import { sentenceOf } from '../../../i18n'

export type Decision = { verdict: 'approve' } | { verdict: 'decline'; reason: string }
export type Progress = { done: number; total: number }

/** What a decision, and taking it back, makes out of date. */
const CHANGES = ['entry.listApplications', 'member.getHome', 'workbench.list']

/**
 * One decision about several applications: one write each, so that one that was corrected or decided
 * meanwhile keeps none of the others from being settled, and what is counted as done is done.
 */
export function useBatch(communityId: string) {
  const deciding = useWrite('entry.decide')
  const undoing = useWrite('entry.undoDecision', CHANGES)
  const [progress, setProgress] = useState<Progress | null>(null)

  const about = ({ applicationId, revision }: Application) => ({
    communityId,
    applicationId,
    revision,
  })

  /** Answers those that were settled, and for the others who and why. Stops where nothing gets through. */
  async function decideAll(items: readonly Application[], decision: Decision) {
    const settled: Application[] = []
    const refused: { name: string; why: string }[] = []
    for (const [n, item] of items.entries()) {
      setProgress({ done: n, total: items.length })
      const result = await deciding.run({ ...about(item), ...decision })
      if (result.ok) settled.push(item)
      else refused.push({ name: item.nickname, why: sentenceOf(result.error) })
      if (!result.ok && result.error.code === 'network') break
    }
    setProgress(null)
    return { settled, refused }
  }

  /** Takes back what can be taken back; answers those. */
  async function undoAll(items: readonly Application[]): Promise<Application[]> {
    const undone: Application[] = []
    for (const item of items) {
      const { ok } = await undoing.run(about(item))
      if (ok) undone.push(item)
    }
    return undone
  }

  return { decideAll, undoAll, progress }
}
