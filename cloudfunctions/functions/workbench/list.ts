import { listWork } from '../../domain/workbench'
import { read } from '../../runtime/action'
import { anyMember } from './policy'

/** What waits for the caller's duties; nothing for those who have none. */
export const list = read('workbench.list', {
  allow: anyMember,
  reply: ({ input: { communityId }, actor, now }) =>
    listWork({ communityId, userId: actor.userId, now }, actor.member.role),
})
