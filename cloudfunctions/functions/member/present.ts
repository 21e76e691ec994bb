import type { CallOutput } from '../../../types/contract'
import type { MemberDoc, RequestDoc } from '../../db/documents'
import { asOf, offerOf, waitingCount } from '../../domain/help/request'

type Profile = CallOutput<'member.list'>['items'][number]
type Waiting = CallOutput<'member.getHome'>['waitingForMe'][number]

export const profileOf = ({
  _id,
  nickname,
  avatar,
  skills,
  interests = [],
  role,
  createdAt,
}: MemberDoc): Profile => ({
  memberId: _id,
  nickname,
  avatar,
  skills,
  interests,
  role,
  joinedAt: createdAt.toISOString(),
})

/**
 * What these requests ask of this person, the most urgent deadline first. Help that was given comes
 * before offers on the same request: somebody has already done their part.
 */
export function waitingFor(userId: string, requests: readonly RequestDoc[], now: Date): Waiting[] {
  return requests
    .map((request) => asOf(request, now))
    .sort((a, b) => a.deadline.getTime() - b.deadline.getTime())
    .flatMap((request) => {
      const waits = waitOf(userId, request)
      return waits ? [{ requestId: request._id, title: request.title, waits }] : []
    })
}

function waitOf(userId: string, request: RequestDoc): Waiting['waits'] | undefined {
  if (request.userId !== userId) {
    return offerOf(request, userId)?.state === 'accepted' ? 'giveHelp' : undefined
  }
  if (request.offers.some(({ state }) => state === 'done')) return 'confirmDone'
  return waitingCount(request) > 0 ? 'answerOffers' : undefined
}
