import type { RefusalCode } from '../../../types/errors'
import type { ApplicationDoc, MemberDoc, PassDoc } from '../../db/documents'
import { has } from '../../domain/duties'
import type { Actor } from '../../runtime/action'

/** The door stands open to look at for everybody whom WeChat vouches for. */
export const anybody = (): boolean => true

/** Each member answers for themselves. */
export const anyMember = (): boolean => true

export const mayReview = ({ member }: Actor): boolean => has(member.role, 'reviewEntry')

/**
 * Whoever is not in yet may apply. An approved application is a membership, since one transaction
 * writes both: it tells of an approval that came after the membership was looked up.
 */
export const mayApply = ({
  member,
  application,
}: {
  member: MemberDoc | null
  application: ApplicationDoc | null
}): boolean | RefusalCode => (member || application?.state === 'approved' ? 'already_member' : true)

/** Only whoever decided takes it back: another reviewer's hands are not tied by a slip of theirs. */
export function mayUndo(
  actor: Actor,
  { application }: { application: ApplicationDoc | null },
): boolean | RefusalCode {
  if (!mayReview(actor)) return false
  if (application?.communityId !== actor.community._id) return 'not_found'
  return application.decidedBy === actor.userId ? true : 'undo_expired'
}

/** Reviewers decide on applications to their own community, and never on their own. */
export function mayDecide(
  actor: Actor,
  { application }: { application: ApplicationDoc | null },
): boolean | RefusalCode {
  if (!mayReview(actor)) return false
  if (application?.communityId !== actor.community._id) return 'not_found'
  return application.userId === actor.userId ? 'own_application' : true
}

export const mayIssuePasses = ({ member }: Actor): boolean => has(member.role, 'issuePasses')

/** A pass of another community does not exist. */
export function mayRevokePass(
  actor: Actor,
  { pass }: { pass: PassDoc | null },
): boolean | RefusalCode {
  if (!mayIssuePasses(actor)) return false
  return pass?.communityId === actor.community._id ? true : 'not_found'
}
