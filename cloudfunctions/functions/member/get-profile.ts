import { gt } from '../../db/store'
import { contributionOf } from '../../domain/recognition/levels'
import { read } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { anyMember, appointable } from './policy'
import { profileOf } from './present'

/** Volunteering events that are added up: more than anybody goes to. */
const EVENTS_MAX = 1000

/** One member with two separate tallies: help given and help received, both as thanked for. */
export const getProfile = read('member.getProfile', {
  fetch: ({ store, input }) => store.get('members', input.memberId),
  allow: anyMember,
  reply: async ({ store, input: { communityId }, actor }, found) => {
    const member = found?.communityId === communityId ? found : refuse('not_found')
    const { userId } = member
    const [helpGiven, helpReceived, volunteered] = await Promise.all([
      store.count('thanks', { communityId, toUserId: userId }),
      store.count('thanks', { communityId, fromUserId: userId }),
      store.findParts(
        'registrations',
        { where: { communityId, userId, state: 'attended', hours: gt(0) }, limit: EVENTS_MAX },
        ['hours'],
      ),
    ])
    return {
      ...profileOf(member, actor.community),
      volunteerHours: volunteered.reduce((sum, { hours = 0 }) => sum + hours, 0),
      helpGiven,
      helpReceived,
      contribution: contributionOf(member),
      own: userId === actor.userId,
      mayAppoint: appointable(actor, member),
    }
  },
})
