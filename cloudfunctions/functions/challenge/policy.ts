import type { ChallengeDoc } from '../../db/documents'
import { has } from '../../domain/duties'
import type { Actor } from '../../runtime/action'
import { refuse } from '../../runtime/errors'

/** A challenge is the whole community's: anybody may look and take part. */
export const anyMember = (): boolean => true

/** Making, changing and calling off challenges is a duty. */
export const mayRun = ({ member }: Actor): boolean => has(member.role, 'runChallenges')

/** The challenge, if it is of the actor's community; to others it does not exist. */
export const ours = (challenge: ChallengeDoc | null, actor: Actor): ChallengeDoc =>
  challenge?.communityId === actor.community._id ? challenge : refuse('not_found')
