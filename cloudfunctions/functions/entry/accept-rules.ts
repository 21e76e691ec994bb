import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { anyMember } from './policy'

/** The member accepts the current rules. Refuses `rules_outdated` for any other version. */
export const acceptRules = write('entry.acceptRules', {
  load: async ({ tx, actor }) => ({
    member: (await tx.get('members', actor.member._id)) ?? refuse('not_member'),
  }),
  allow: anyMember,
  act: async ({ tx, input, actor }, { member }) => {
    const { version } = actor.community.rules
    if (input.version !== version) refuse('rules_outdated', { version })
    // Another phone of the same person may have accepted a newer one meanwhile: that stands.
    if (member.rulesVersion < version) await tx.put('members', { ...member, rulesVersion: version })
    return {}
  },
})
