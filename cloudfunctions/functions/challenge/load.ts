import { CHALLENGE_DAYS_MAX } from '../../../types/challenge'
import type { ChallengeDoc, ChallengeEntryDoc, ChallengePartDoc } from '../../db/documents'
import type { Store } from '../../db/store'
import type { Tx } from '../../db/transact'

type On = { input: { challengeId: string } }

/** An entry counts until a moderator gives it back or takes it away. */
export const counts = ({ visibility }: Pick<ChallengeEntryDoc, 'visibility'>): boolean =>
  visibility === 'shown' || visibility === 'pending'

export const partId = (challengeId: string, userId: string): string => `${challengeId}:${userId}`

/** The challenge and the actor's part in it, under the transaction's eye. */
export async function loadPart({
  tx,
  input: { challengeId },
  actor,
}: On & { tx: Tx; actor: { userId: string } }): Promise<{
  challenge: ChallengeDoc | null
  part: ChallengePartDoc | null
}> {
  // One after the other, as a transaction wants it.
  const challenge = await tx.get('challenges', challengeId)
  const part = await tx.get('challengeParts', partId(challengeId, actor.userId))
  return { challenge, part }
}

export const loadChallenge = async ({ tx, input }: On & { tx: Tx }) => ({
  challenge: await tx.get('challenges', input.challengeId),
})

/** What somebody has written, the latest first: only days and whether they are seen. */
export const writtenBy = (
  store: Store,
  challengeId: string,
  userId: string,
): Promise<Pick<ChallengeEntryDoc, 'day' | 'visibility'>[]> =>
  store.findParts(
    'challengeEntries',
    {
      where: { challengeId, userId },
      orderBy: ['day', 'desc'],
      limit: CHALLENGE_DAYS_MAX,
    },
    ['day', 'visibility'],
  )
