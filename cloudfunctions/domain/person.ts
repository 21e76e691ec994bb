import type { Person } from '../../types/shape'
import type { MemberDoc } from '../db/documents'

/** How others see a member. */
export const personOf = ({ _id, nickname, avatar }: MemberDoc): Person => ({
  memberId: _id,
  nickname,
  avatar,
})

/** In the place of one who has left: what they did stays, their name and picture go with them. */
export const formerMember = (communityId: string, userId: string): Person => ({
  memberId: `${communityId}:${userId}`,
  nickname: '已离开的成员',
  avatar: 'a1',
})
