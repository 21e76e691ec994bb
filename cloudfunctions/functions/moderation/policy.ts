import type { RefusalCode } from '../../../types/errors'
import type { CaseDoc } from '../../db/documents'
import { has } from '../../domain/duties'
import { isPartyTo, isSecret } from '../../domain/moderation/cases'
import type { Actor } from '../../runtime/action'

/** The policy is every member's to read, and each reads and corrects what they wrote themselves. */
export const anyMember = (): boolean => true

export const mayModerate = ({ member }: Actor): boolean => has(member.role, 'moderate')

/** What a community adds to the policy is said by those who publish its rules. */
export const mayEditPolicy = ({ member }: Actor): boolean => has(member.role, 'publishRules')

/** Moderators judge cases of their own community, and never what they wrote or reported. */
export function mayJudge(
  actor: Actor,
  { found }: { found: CaseDoc | null },
): boolean | RefusalCode {
  if (!mayModerate(actor)) return false
  if (found?.communityId !== actor.community._id) return 'not_found'
  return isPartyTo(found, actor.userId) ? 'own_case' : true
}

/** A case is its author's to read and to answer; for anybody else it is not there. */
export function isOwn(actor: Actor, { found }: { found: CaseDoc | null }): boolean | RefusalCode {
  const { community, userId } = actor
  const isTheirs = found?.communityId === community._id && found.authorUserId === userId
  return isTheirs && !isSecret(found) ? true : 'not_found'
}
