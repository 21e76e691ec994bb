import type { Person } from '../../types/shape'
import type { CommunityDoc, MemberDoc } from '../db/documents'
import { levelOf } from './recognition/levels'

/** How others see a member of this community. */
export const personOf = (member: MemberDoc, community: CommunityDoc): Person => ({
  memberId: member._id,
  nickname: member.nickname,
  avatar: member.avatar,
  level: levelOf(community, member),
  ...(member.frame ? { frame: member.frame } : {}),
})

/** In the place of one who has left: what they did stays, their name and picture go with them. */
export const formerMember = (communityId: string, userId: string): Person => ({
  memberId: `${communityId}:${userId}`,
  nickname: '已离开的成员',
  avatar: 'a1',
})
