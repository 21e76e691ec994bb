import { contributionOf } from '../../domain/recognition/levels'
import { read } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { anyMember, appointable } from './policy'
import { profileOf } from './present'

/** One member with two separate tallies: help given and help received, both as thanked for. */
export const getProfile = read('member.getProfile', {
  fetch: ({ store, input }) => store.get('members', input.memberId),
  allow: anyMember,
  reply: async ({ store, input: { communityId }, actor }, found) => {
    const member = found?.communityId === communityId ? found : refuse('not_found')
    const { userId } = member
    const [helpGiven, helpReceived] = await Promise.all([
      store.count('thanks', { communityId, toUserId: userId }),
      store.count('thanks', { communityId, fromUserId: userId }),
    ])
    return {
      ...profileOf(member, actor.community),
      helpGiven,
      helpReceived,
      contribution: contributionOf(member),
      own: userId === actor.userId,
      mayAppoint: appointable(actor, member),
    }
  },
})
