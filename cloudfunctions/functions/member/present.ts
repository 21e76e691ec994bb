import type { CallOutput } from '../../../types/contract'
import type { CommunityDoc, MemberDoc, RequestDoc } from '../../db/documents'
import { asOf, offerOf, waitingCount } from '../../domain/help/request'
import { levelOf } from '../../domain/recognition/levels'
import { earnedMedals } from '../../domain/recognition/medals'

type Profile = CallOutput<'member.list'>['items'][number]
type Waiting = CallOutput<'member.getHome'>['waitingForMe'][number]

export const profileOf = (member: MemberDoc, community: CommunityDoc): Profile => ({
  memberId: member._id,
  nickname: member.nickname,
  avatar: member.avatar,
  skills: member.skills,
  interests: member.interests ?? [],
  role: member.role,
  joinedAt: member.createdAt.toISOString(),
  level: levelOf(community, member),
  frame: member.frame ?? null,
  medals: earnedMedals(member),
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
