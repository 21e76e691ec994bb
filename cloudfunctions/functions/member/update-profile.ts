import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { anyMember } from './policy'

/** The member says anew who they are in this community; in others nothing changes. */
export const updateProfile = write('member.updateProfile', {
  load: async ({ tx, actor }) => ({
    member: (await tx.get('members', actor.member._id)) ?? refuse('not_member'),
  }),
  allow: anyMember,
  act: async ({ tx, input: { nickname, avatar, skills } }, { member }) => {
    await tx.put('members', { ...member, nickname, avatar, skills })
    return {}
  },
})
