import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { anyMember } from './policy'

/** A member's name stands in rankings, or in none; they still see their own place. */
export const setRanked = write('recognition.setRanked', {
  load: async ({ tx, actor }) => ({
    member: (await tx.get('members', actor.member._id)) ?? refuse('not_member'),
  }),
  allow: anyMember,
  act: async ({ tx, input }, { member }) => {
    await tx.put('members', { ...member, unranked: !input.ranked })
    return {}
  },
})
