import type { Level, Progress } from '../../../types/recognition'
import type { LevelMark } from '../../../types/shape'
import type { CommunityDoc, MemberDoc } from '../../db/documents'

export const contributionOf = ({ recognition }: Pick<MemberDoc, 'recognition'>): number =>
  recognition?.contribution ?? 0

/** The place of the highest level that a contribution reaches, from 0. */
export const rankOf = (levels: readonly Level[], contribution: number): number =>
  Math.max(
    0,
    levels.findLastIndex(({ from }) => from <= contribution),
  )

export function levelOf(
  { levels }: Pick<CommunityDoc, 'levels'>,
  member: Pick<MemberDoc, 'recognition'>,
): LevelMark {
  const rank = rankOf(levels, contributionOf(member))
  return { rank, name: levels[rank]?.name ?? '' }
}

/** Where a member stands, and what the next level still asks for. */
export function progressOf(levels: readonly Level[], contribution: number): Progress {
  const rank = rankOf(levels, contribution)
  const next = levels[rank + 1]
  return {
    contribution,
    rank,
    next: next ? { rank: rank + 1, missing: next.from - contribution } : null,
  }
}
