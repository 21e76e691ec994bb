import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { mayPublishRules } from './policy'

/**
 * Publishes the rules anew and tells every member, who accept them before they write again; whoever
 * publishes has accepted. Refuses `rules_outdated` when they changed since they were read.
 */
export const publishRules = write('community.publishRules', {
  screen: ({ input: { items } }) => ({
    kind: 'notice',
    texts: items.map((text, n) => ({ field: `items.${n}`, text })),
  }),
  load: async ({ tx, actor }) => ({
    community: (await tx.get('communities', actor.community._id)) ?? refuse('not_found'),
    member: (await tx.get('members', actor.member._id)) ?? refuse('not_member'),
  }),
  allow: mayPublishRules,
  act: async ({ tx, input, actor, now, broadcast, audit }, { community, member }) => {
    const current = community.rules.version
    if (input.basedOn !== current) refuse('rules_outdated', { version: current })
    const version = current + 1
    await tx.put('communities', {
      ...community,
      rules: { version, items: input.items, publishedAt: now },
    })
    await tx.put('members', { ...member, rulesVersion: version })
    audit({ action: 'rules_published', subject: community._id, params: { version } })
    broadcast({
      to: 'members',
      except: actor.userId,
      communityId: community._id,
      communityName: community.name,
      kind: 'rules_published',
      params: { version },
      target: { page: 'rules' },
    })
    return { version }
  },
})
