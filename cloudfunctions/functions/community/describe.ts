import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { mayEditCommunity } from './policy'

/** Sets what the community is called, what it is for, and how it welcomes; screened like a profile. */
export const describe = write('community.describe', {
  screen: ({ input: { name, purpose, welcome } }) => ({
    kind: 'community',
    texts: [
      { field: 'name', text: name },
      { field: 'purpose', text: purpose },
      { field: 'welcome', text: welcome },
    ],
  }),
  load: async ({ tx, actor }) => ({
    community: (await tx.get('communities', actor.community._id)) ?? refuse('not_found'),
  }),
  allow: mayEditCommunity,
  act: async ({ tx, input, audit, review }, { community }) => {
    const { name, purpose, welcome } = input
    await tx.put('communities', { ...community, name, purpose, welcome })
    audit({ action: 'community_described', subject: community._id, params: { name } })
    await review(community._id)
    return {}
  },
})
