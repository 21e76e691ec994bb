import type { Cause, EarnRule } from '../../../types/points'
import type { Deed } from '../../../types/recognition'
import type { CommunityDoc, EarningPromise } from '../../db/documents'
import { rulesOf } from './rules'

/**
 * What the rules in force give for an act, to be written on its receipt: a rule that is published
 * between the act and the posting does not change it. For timers that act by themselves too.
 */
export const promiseEarning = (
  community: CommunityDoc,
  earning: {
    rule: EarnRule
    userIds: readonly string[]
    cause: Cause
    actor: string | null
    partner?: string
    also?: readonly Deed[]
  },
): EarningPromise => ({
  communityId: community._id,
  rule: earning.rule,
  award: rulesOf(community).awards[earning.rule],
  userIds: [...earning.userIds],
  cause: earning.cause,
  actorUserId: earning.actor,
  partner: earning.partner ?? null,
  ...(earning.also ? { also: [...earning.also] } : {}),
})
