import { type Deed, type EarnedMedal, MEDALS, type Medal } from '../../../types/recognition'
import type { MemberDoc } from '../../db/documents'

/** What a medal is given for: a deed, done so often. The one table that awards and that members read. */
export const MEDAL_RULES: { readonly [M in Medal]: { deed: Deed; goal: number } } = {
  firstHelp: { deed: 'help_confirmed', goal: 1 },
  helps10: { deed: 'help_confirmed', goal: 10 },
  helps50: { deed: 'help_confirmed', goal: 50 },
  mentor: { deed: 'mentored', goal: 3 },
  attended1: { deed: 'event_attended', goal: 1 },
  attended10: { deed: 'event_attended', goal: 10 },
  volunteer: { deed: 'volunteered', goal: 1 },
  organiser: { deed: 'organised', goal: 1 },
  organiser10: { deed: 'organised', goal: 10 },
  streak7: { deed: 'streak_7', goal: 1 },
  streak30: { deed: 'streak_30', goal: 1 },
  streak100: { deed: 'streak_100', goal: 1 },
  challenge1: { deed: 'challenge_completed', goal: 1 },
  challenge5: { deed: 'challenge_completed', goal: 5 },
}

/** The medals a member has, in the order of the table. */
export const earnedMedals = ({ recognition }: Pick<MemberDoc, 'recognition'>): EarnedMedal[] =>
  MEDALS.flatMap((medal) => {
    const earnedAt = recognition?.medals[medal]
    return earnedAt ? [{ medal, earnedAt: earnedAt.toISOString() }] : []
  })
