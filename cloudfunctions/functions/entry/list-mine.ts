import { read } from '../../runtime/action'
import { anybody } from './policy'

/** Applications of one person; more communities than anybody applies to. */
const APPLICATIONS_MAX = 50

/** The caller's own applications in all communities, the latest first. */
export const listMine = read('entry.listMine', {
  fetch: ({ store, userId }) =>
    store.find('applications', { where: { userId }, limit: APPLICATIONS_MAX }),
  allow: anybody,
  reply: async ({ store }, found) => {
    const communities = await store.getMany(
      'communities',
      found.map(({ communityId }) => communityId),
    )
    const names = new Map(communities.map(({ _id, name }) => [_id, name]))
    const latestFirst = found.sort((a, b) => b.submittedAt.getTime() - a.submittedAt.getTime())
    return {
      applications: latestFirst.flatMap(({ communityId, state, reason, submittedAt }) => {
        const communityName = names.get(communityId)
        return communityName === undefined
          ? []
          : [
              {
                communityId,
                communityName,
                state,
                reason: state === 'declined' ? reason : null,
                submittedAt: submittedAt.toISOString(),
              },
            ]
      }),
    }
  },
})
