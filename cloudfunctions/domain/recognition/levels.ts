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

/**
 * The level that something asks for; null when it asks for none. Of levels that are no more the
 * highest is meant.
 */
export function levelNeededOf(
  { levels }: Pick<CommunityDoc, 'levels'>,
  { levelNeeded = 0 }: { levelNeeded?: number },
): LevelMark | null {
  const rank = Math.min(levelNeeded, levels.length - 1)
  return rank === 0 ? null : { rank, name: levels[rank]?.name ?? '' }
}

/** Whether a member has come to the level that something asks for. */
export const reaches = (
  community: Pick<CommunityDoc, 'levels'>,
  member: Pick<MemberDoc, 'recognition'>,
  wanted: { levelNeeded?: number },
): boolean => levelOf(community, member).rank >= (levelNeededOf(community, wanted)?.rank ?? 0)

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
