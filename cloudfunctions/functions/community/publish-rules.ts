import { store } from '../../db/store'
import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { mayPublishRules } from './policy'

/**
 * Publishes the rules anew and tells every member, who accept them before they write again; whoever
 * publishes has accepted. The ones before are kept, for members to see what changed. Refuses
 * `rules_outdated` when they changed since they were read.
 */
export const publishRules = write('community.publishRules', {
  screen: ({ input: { items } }) => ({
    kind: 'notice',
    texts: items.map((text, n) => ({ field: `items.${n}`, text })),
  }),
  // What is in force does not change by being kept: this holds whatever becomes of the publishing.
  prepare: async ({ input, actor, now }) => {
    const { _id: communityId, rules } = actor.community
    if (!mayPublishRules(actor) || input.basedOn !== rules.version) return
    const { version, items } = rules
    const old = { v: 1, createdAt: now, communityId, items } as const
    await store.createOnce('oldRules', { ...old, _id: `${communityId}:${version}` })
  },
  load: async ({ tx, actor }) => ({
    community: (await tx.get('communities', actor.community._id)) ?? refuse('not_found'),
  }),
  allow: mayPublishRules,
  act: async ({ tx, input, actor, now, broadcast, audit }, { community }) => {
    const current = community.rules.version
    if (input.basedOn !== current) refuse('rules_outdated', { version: current })
    const version = current + 1
    await tx.put('communities', {
      ...community,
      rules: { version, items: input.items, publishedAt: now, publishedBy: actor.userId },
    })
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
