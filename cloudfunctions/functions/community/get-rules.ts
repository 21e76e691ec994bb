import type { Rules } from '../../../types/community'
import type { CommunityDoc, MemberDoc } from '../../db/documents'
import type { Store } from '../../db/store'
import { hasAccepted } from '../../domain/member'
import { read } from '../../runtime/action'
import { anyMember, mayPublishRules } from './policy'

/** The current rules, whether this member has accepted them, and which they are compared with. */
export const getRules = read('community.getRules', {
  allow: anyMember,
  reply: async ({ actor, store }) => {
    const { community, member } = actor
    const { publishedAt, publishedBy: _publishedBy, ...rules } = community.rules
    return {
      rules,
      publishedAt: publishedAt.toISOString(),
      accepted: hasAccepted(community, member),
      mayPublish: mayPublishRules(actor),
      before: await earlier(store, community, member),
    }
  },
})

async function earlier(
  store: Store,
  community: CommunityDoc,
  member: MemberDoc,
): Promise<Rules | null> {
  const { version } = community.rules
  if (version === 1) return null
  const wanted = hasAccepted(community, member) ? version - 1 : member.rulesVersion
  const found = await store.get('oldRules', `${community._id}:${wanted}`)
  return found && { version: wanted, items: found.items }
}
