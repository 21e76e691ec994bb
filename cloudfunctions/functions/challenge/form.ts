import type { ChallengeForm } from '../../../types/challenge'
import type { MessageKind } from '../../../types/inbox'
import type { Broadcast, ChallengeDoc } from '../../db/documents'
import { addDays } from '../../domain/checkin/calendar-day'
import { startOfDay } from '../../domain/days'
import { orderedId } from '../../runtime/ids'

/** What others read of a form. */
export const textsOf = ({ title, about }: Pick<ChallengeForm, 'title' | 'about'>) => [
  { field: 'title', text: title },
  { field: 'about', text: about },
]

/** When the last day is over where the community lives, and its place in the lists by it. */
export function endOf({ lastDay }: ChallengeForm, timeZone: string, challengeId: string) {
  const endsAt = startOfDay(addDays(lastDay, 1), timeZone)
  return { endsAt, order: orderedId(endsAt, challengeId) }
}

type ChallengeMessage = Extract<MessageKind, `challenge_${string}`>

/** A message about a challenge, without its readers. */
export const newsOf = (
  { _id, communityId, title }: Pick<ChallengeDoc, '_id' | 'communityId' | 'title'>,
  communityName: string,
  kind: ChallengeMessage,
  params: Broadcast['params'] = {},
): Omit<Broadcast, 'to' | 'except'> => ({
  communityId,
  communityName,
  kind,
  params: { title, ...params },
  target: { page: 'challenge', challengeId: _id },
})
