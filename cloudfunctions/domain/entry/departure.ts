import type { ApplicationDoc, MemberDoc } from '../../db/documents'
import { lengthened } from './history'

/**
 * What stays of a member who is gone: their application, with the event, from which the timer settles
 * what they left open and those who decide see that they were here.
 */
export function departure(
  member: MemberDoc,
  application: ApplicationDoc | null,
  at: Date,
  order: string,
): ApplicationDoc {
  const { _id, communityId, userId, openid, nickname, avatar, skills, rulesVersion } = member
  return {
    // Founders and guests never applied.
    ...(application ?? {
      createdAt: member.createdAt,
      revision: 0,
      answers: {},
      questions: [],
      submittedAt: member.createdAt,
      decidedBy: null,
      decidedAt: null,
    }),
    _id,
    v: 1,
    communityId,
    userId,
    openid,
    nickname,
    avatar,
    skills,
    interests: member.interests ?? [],
    ...(member.recognition ? { recognition: member.recognition } : {}),
    rulesVersion,
    state: 'left',
    order,
    reason: null,
    history: lengthened(application ?? {}, { state: 'left', at, reason: null }),
    leaving: true,
  }
}
