import type { Deed } from '../../../types/recognition'

/**
 * What each deed counts towards a level, as published to members. Help counts most, because it is what
 * a community is for; a check-in counts nothing by itself, so that nobody climbs by tapping.
 */
export const COUNTS: { readonly [D in Deed]: number } = {
  help_confirmed: 4,
  check_in: 0,
  streak_7: 1,
  streak_30: 3,
  streak_100: 10,
  challenge_completed: 4,
  quiz_passed: 0,
  event_attended: 2,
  volunteered: 2,
  // Beside the help and the attendance that they are.
  mentored: 0,
  organised: 5,
}

/**
 * What a deed counts where its points were given in part: two who help each other again and again
 * climb by it no faster than they earn by it (domain/ledger/rules).
 */
export const countOf = (deed: Deed, sharePercent: number): number =>
  Math.floor((COUNTS[deed] * sharePercent) / 100)
