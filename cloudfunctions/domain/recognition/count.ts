import { type Deed, MEDALS, type Medal } from '../../../types/recognition'
import type { Recognition } from '../../db/documents'
import { countOf } from './deeds'
import { MEDAL_RULES } from './medals'

const NOTHING: Recognition = { contribution: 0, counts: {}, medals: {} }

/**
 * What somebody has come to once these deeds are counted in, and the medals that are new by it. Pure;
 * contribution and counts only grow, and a medal once given stays.
 */
export function counted(
  before: Recognition = NOTHING,
  deeds: readonly Deed[],
  sharePercent: number,
  at: Date,
): { recognition: Recognition; medals: Medal[] } {
  const counts = { ...before.counts }
  for (const deed of deeds) counts[deed] = (counts[deed] ?? 0) + 1
  const medals = MEDALS.filter((medal) => {
    const { deed, goal } = MEDAL_RULES[medal]
    return before.medals[medal] === undefined && (counts[deed] ?? 0) >= goal
  })
  return {
    recognition: {
      contribution:
        before.contribution + deeds.reduce((sum, deed) => sum + countOf(deed, sharePercent), 0),
      counts,
      medals: { ...before.medals, ...Object.fromEntries(medals.map((medal) => [medal, at])) },
    },
    medals,
  }
}
