import { useState } from 'react'
import { sentenceOf } from '../i18n'
import type { CallError } from '../services/call'

type Answer = { ok: true } | { ok: false; error: CallError }
export type Progress = { done: number; total: number }
/** One of a batch that was not done, and why. */
export type Left = { name: string; why: string }

/** Decisions on their way at the same moment: the first can still be taken back when the last is made. */
const AT_ONCE = 4

/**
 * One decision about several things: a write for each, so that one that was changed or decided
 * meanwhile keeps none of the others from being settled, and what is counted as done is done.
 */
export function useBatch<T>(nameOf: (item: T) => string) {
  const [progress, setProgress] = useState<Progress | null>(null)

  /** Answers those that were settled, and the others with why. Begins no more where nothing gets through. */
  async function doAll(items: readonly T[], act: (item: T) => Promise<Answer>) {
    const answers = new Map<T, Answer>()
    const queue = [...items]
    let isCut = false
    const work = async () => {
      for (let item = queue.shift(); item !== undefined && !isCut; item = queue.shift()) {
        const answer = await act(item)
        answers.set(item, answer)
        isCut ||= !answer.ok && answer.error.code === 'network'
        setProgress({ done: answers.size, total: items.length })
      }
    }
    setProgress({ done: 0, total: items.length })
    await Promise.all(Array.from({ length: AT_ONCE }, work))
    setProgress(null)
    const settled = items.filter((item) => answers.get(item)?.ok)
    const left = items.flatMap((item): Left[] => {
      const answer = answers.get(item)
      return answer && !answer.ok ? [{ name: nameOf(item), why: sentenceOf(answer.error) }] : []
    })
    return { settled, left }
  }

  return { doAll, progress }
}
