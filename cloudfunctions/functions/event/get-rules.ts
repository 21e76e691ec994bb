import { has } from '../../domain/duties'
import { countedMisses, eventRulesOf, limitOf, missedBy } from '../../domain/events/no-show'
import { read } from '../../runtime/action'
import { anyMember } from './policy'

/** What happens to who stays away again and again, and how it stands for the one who asks. */
export const getRules = read('event.getRules', {
  fetch: ({ store, input: { communityId }, userId, now }) =>
    missedBy(store, { communityId, userId, now }),
  allow: anyMember,
  reply: async ({ actor, now }, missed) => {
    const { version, noShow } = eventRulesOf(actor.community)
    return {
      version,
      noShow,
      missed: countedMisses(noShow, missed, now).length,
      limit: limitOf(noShow, missed, now),
      mayPublish: has(actor.member.role, 'publishRules'),
    }
  },
})
