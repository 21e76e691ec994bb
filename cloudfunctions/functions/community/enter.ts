import { isPresent } from '../../domain/member'
import { read } from '../../runtime/action'
import { anybody } from './policy'
import { mineOf } from './present'

/** Communities of one person shown for switching; well above what anybody keeps up with. */
const MEMBERSHIPS_MAX = 100

/**
 * Where the person belongs, in the order of joining, and what the group's card opens: also for
 * those who are no member there yet, whose way then leads to its door.
 */
export const enter = read('community.enter', {
  fetch: async ({ store, userId, group }) => {
    const [memberships, bound] = await Promise.all([
      store.find('members', { where: { userId }, limit: MEMBERSHIPS_MAX }),
      group === null ? null : store.get('groups', group),
    ])
    return { memberships, bound }
  },
  allow: anybody,
  reply: async ({ store, group, now }, { memberships: all, bound }) => {
    const memberships = all.filter((member) => isPresent(member, now))
    const communities = await store.getMany(
      'communities',
      memberships.map(({ communityId }) => communityId),
    )
    return {
      communities: mineOf(memberships, communities),
      group: group === null ? 'none' : bound ? 'bound' : 'unbound',
      opened: bound?.communityId ?? null,
    }
  },
})
