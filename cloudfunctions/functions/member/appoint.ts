import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { mayAppoint } from './policy'

/**
 * Gives a member a role and tells them. Giving the role they have changes nothing and tells nobody.
 * Refuses `owner_stays`: the owner's role is handed over, not taken; `role_too_high` for a role, or a
 * member, at or above the actor's own.
 */
export const appoint = write('member.appoint', {
  load: async ({ tx, input }) => ({
    member: await tx.get('members', input.memberId),
    given: input.role,
  }),
  allow: (actor, loaded) => mayAppoint(actor, loaded),
  act: async ({ tx, input: { role }, actor, tell, audit }, loaded) => {
    const member = loaded.member ?? refuse('not_found')
    if (member.role === role) return {}
    await tx.put('members', { ...member, role })
    audit({
      action: 'role_given',
      subject: member.userId,
      params: { name: member.nickname, role, before: member.role },
    })
    await tell({
      userId: member.userId,
      communityId: actor.community._id,
      communityName: actor.community.name,
      kind: 'role_changed',
      params: { role },
      target: { page: 'home' },
    })
    return {}
  },
})
