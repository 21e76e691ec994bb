import type { EventDoc } from '../../db/documents'
import { has } from '../../domain/duties'
import type { Actor } from '../../runtime/action'
import { refuse } from '../../runtime/errors'

/** Events are the whole community's: every member finds them and may organise one. */
export const anyMember = (): boolean => true

/** Who answers for an event: its organiser, and the stewards, who approve events too. */
export const manages = (actor: Actor, event: EventDoc): boolean =>
  event.userId === actor.userId || has(actor.member.role, 'approveEvents')

export const mayManage = (actor: Actor, { event }: { event: EventDoc | null }): boolean =>
  event !== null && manages(actor, event)

/** Who lets people in: those who answer for it, and whoever has the door as their duty. */
export const runsDoor = (actor: Actor, event: EventDoc): boolean =>
  manages(actor, event) || has(actor.member.role, 'runDoor')

export const mayRunDoor = (actor: Actor, { event }: { event: EventDoc | null }): boolean =>
  event !== null && runsDoor(actor, event)

export const mayDecide = (actor: Actor): boolean => has(actor.member.role, 'approveEvents')

/** An event of the actor's community that they may know of. Refuses `not_found`. */
export function ours(event: EventDoc | null, actor: Actor): EventDoc {
  if (event?.communityId !== actor.community._id) return refuse('not_found')
  const isPublic =
    event.visibility === 'shown' && event.state !== 'pending' && event.state !== 'refused'
  return isPublic || manages(actor, event) ? event : refuse('not_found')
}
