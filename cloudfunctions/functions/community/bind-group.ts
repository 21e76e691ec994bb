import { write } from '../../runtime/action'
import { claim } from '../../runtime/claim'
import { refuse } from '../../runtime/errors'
import { mayBindGroup } from './policy'

/**
 * Makes the group's card lead to this community. Binding what is bound here already changes
 * nothing; a group of another community is refused with `group_taken`.
 */
export const bindGroup = write('community.bindGroup', {
  load: async ({ tx, group }) => {
    // The contract asks for a proof, so the runtime has refused a call without one.
    const groupId = group ?? refuse('group_not_proven')
    return { groupId, bound: await tx.get('groups', groupId) }
  },
  allow: mayBindGroup,
  act: async ({ tx, input: { communityId }, actor, now, audit }, { groupId, bound }) => {
    if (bound && bound.communityId !== communityId) refuse('group_taken')
    if (!bound) {
      const binding = {
        _id: groupId,
        v: 1,
        createdAt: now,
        communityId,
        boundBy: actor.userId,
      } as const
      await claim(tx.create('groups', binding), 'busy')
      audit({ action: 'group_bound', subject: groupId, params: {} })
    }
    return { communityId }
  },
})
