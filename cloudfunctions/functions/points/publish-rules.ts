import { rulesOf } from '../../domain/ledger/rules'
import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { mayManage } from './policy'

/**
 * Publishes the points rules anew, keeps them under their version, and tells every member. What was
 * done before is rewarded as it was promised. Refuses `points_rules_outdated` when they changed since
 * they were read.
 */
export const publishRules = write('points.publishRules', {
  load: async ({ tx, actor }) => ({
    community: (await tx.get('communities', actor.community._id)) ?? refuse('not_found'),
  }),
  allow: mayManage,
  act: async ({ tx, input, actor, now, audit, broadcast }, { community }) => {
    const { basedOn, communityId, ...published } = input
    const current = rulesOf(community).version
    if (basedOn !== current) refuse('points_rules_outdated', { version: current })
    const version = current + 1
    const rules = { ...published, version }
    await tx.put('communities', { ...community, points: rules })
    await tx.create('pointsRules', {
      _id: `${communityId}:${version}`,
      v: 1,
      createdAt: now,
      communityId,
      rules,
      publishedBy: actor.userId,
    })
    audit({ action: 'points_rules_published', subject: communityId, params: { version } })
    broadcast({
      to: 'members',
      except: actor.userId,
      communityId,
      communityName: community.name,
      kind: 'points_rules_published',
      params: { version },
      target: { page: 'pointsRules' },
    })
    return { version }
  },
})
