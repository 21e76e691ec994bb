import { DEEDS, MEDALS } from '../../../types/recognition'
import { COUNTS } from '../../domain/recognition/deeds'
import { contributionOf, progressOf } from '../../domain/recognition/levels'
import { MEDAL_RULES } from '../../domain/recognition/medals'
import { levelsVersionOf } from '../../domain/recognition/version'
import { read } from '../../runtime/action'
import { hasFrames } from './frames'
import { anyMember, mayPublish } from './policy'

/** The published table and where the actor stands: with member and community, but for what was redeemed. */
export const get = read('recognition.get', {
  fetch: async ({ store, input: { communityId }, userId }) => ({
    isOpen: await hasFrames(store, communityId, userId),
  }),
  allow: anyMember,
  reply: async ({ actor }, { isOpen }) => {
    const { community, member } = actor
    const { counts = {}, medals = {} } = member.recognition ?? {}
    return {
      version: levelsVersionOf(community),
      levels: community.levels,
      deeds: DEEDS.filter((deed) => COUNTS[deed] > 0).map((deed) => ({
        deed,
        counts: COUNTS[deed],
        done: counts[deed] ?? 0,
      })),
      mine: progressOf(community.levels, contributionOf(member)),
      medals: MEDALS.map((medal) => {
        const { deed, goal } = MEDAL_RULES[medal]
        return {
          medal,
          deed,
          goal,
          done: Math.min(goal, counts[deed] ?? 0),
          earnedAt: medals[medal]?.toISOString() ?? null,
        }
      }),
      isRanked: !member.unranked,
      frame: member.frame ?? null,
      hasFrames: isOpen,
      mayPublish: mayPublish(actor),
    }
  },
})
