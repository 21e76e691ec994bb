import type { RequestDoc } from '../../db/documents'
import type { Step } from '../../domain/help/states'
import { hasPart } from '../../domain/help/steps'
import type { Actor } from '../../runtime/action'

/** The board is the whole community's: every member reads it and may ask for help. */
export const anyMember = (): boolean => true

/** A step on a request is its requester's or its helper's, as the table of steps says. */
export const mayTake =
  (step: Step) =>
  (actor: Actor, { request }: { request: RequestDoc }): boolean =>
    hasPart(step, request, actor.userId)
