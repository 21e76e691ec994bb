import { levelsVersionOf } from '../../domain/recognition/version'
import { write } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import { mayPublish } from './policy'

/**
 * Publishes the levels anew, keeps them under their version, and tells every member. Nobody's
 * contribution changes: where they stand follows from it at once. Refuses `levels_outdated` when the
 * levels changed since they were read.
 */
export const publishLevels = write('recognition.publishLevels', {
  screen: ({ input }) => ({
    kind: 'notice',
    texts: input.levels.flatMap(({ name, benefits }, n) => [
      { field: `levels.${n}.name`, text: name },
      { field: `levels.${n}.benefits`, text: benefits },
    ]),
  }),
  load: async ({ tx, actor }) => ({
    community: (await tx.get('communities', actor.community._id)) ?? refuse('not_found'),
  }),
  allow: mayPublish,
  act: async ({ tx, input, actor, now, audit, broadcast, review }, { community }) => {
    const { basedOn, communityId, levels } = input
    const current = levelsVersionOf(community)
    if (basedOn !== current) refuse('levels_outdated', { version: current })
    const version = current + 1
    await tx.put('communities', { ...community, levels, levelsVersion: version })
    await tx.create('levels', {
      _id: `${communityId}:${version}`,
      v: 1,
      createdAt: now,
      communityId,
      levels,
      publishedBy: actor.userId,
    })
    audit({ action: 'levels_published', subject: communityId, params: { version } })
    broadcast({
      to: 'members',
      except: actor.userId,
      communityId,
      communityName: community.name,
      kind: 'levels_published',
      params: { version },
      target: { page: 'recognition' },
    })
    await review(`${communityId}:levels`)
    return { version }
  },
})
