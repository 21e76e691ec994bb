import type { Role } from '../../../types/community'
import type { RefusalCode } from '../../../types/errors'
import type { MemberDoc } from '../../db/documents'
import { has } from '../../domain/duties'
import type { Actor } from '../../runtime/action'

/** The directory is the whole community's; a profile is edited by its own member alone. */
export const anyMember = (): boolean => true

/** Roles that are given; ownership is handed over instead. */
const GIVEN: readonly Role[] = ['admin', 'moderator', 'member']

/** The roles this actor may give that member, other than the one they have. */
export const appointable = (actor: Actor, member: MemberDoc): Role[] =>
  has(actor.member.role, 'appoint') && member.role !== 'owner'
    ? GIVEN.filter((role) => role !== member.role)
    : []

/** Appointing is a duty, within one's own community, and leaves the owner where they are. */
export function mayAppoint(
  actor: Actor,
  { member }: { member: MemberDoc | null },
): boolean | RefusalCode {
  if (!has(actor.member.role, 'appoint')) return false
  if (member?.communityId !== actor.community._id) return 'not_found'
  return member.role === 'owner' ? 'owner_stays' : true
}

export const mayReview = ({ member }: Actor): boolean => has(member.role, 'reviewEntry')
