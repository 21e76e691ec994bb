import { ROLES, type Role } from '../../../types/community'
import type { RefusalCode } from '../../../types/errors'
import type { MemberDoc } from '../../db/documents'
import { has, isAbove } from '../../domain/duties'
import type { Actor } from '../../runtime/action'

/** The directory is the whole community's; a profile is edited by its own member alone. */
export const anyMember = (): boolean => true

/** Anybody may go at any time, but a community is never left without an owner. */
export const mayLeave = ({ role }: MemberDoc): true | RefusalCode =>
  role === 'owner' ? 'owner_must_hand_over' : true

/** The roles this actor may give that member, other than the one they have: all below their own. */
export const appointable = (actor: Actor, member: MemberDoc): Role[] =>
  has(actor.member.role, 'appoint') && isAbove(actor.member.role, member.role)
    ? ROLES.filter((role) => role !== member.role && isAbove(actor.member.role, role))
    : []

/** Appointing is a duty, within one's own community; nobody touches a role at or above their own. */
export function mayAppoint(
  actor: Actor,
  { member, given }: { member: MemberDoc | null; given: Role },
): boolean | RefusalCode {
  if (!has(actor.member.role, 'appoint')) return false
  if (member?.communityId !== actor.community._id) return 'not_found'
  if (member.role === 'owner') return 'owner_stays'
  const { role } = actor.member
  return isAbove(role, member.role) && isAbove(role, given) ? true : 'role_too_high'
}
