import type { CommunityDoc } from '../../db/documents'

/** Which edition of the levels is in force; the preset's is the first. */
export const levelsVersionOf = ({
  levelsVersion = 1,
}: Pick<CommunityDoc, 'levelsVersion'>): number => levelsVersion
