import type { RequestDoc } from '../../db/documents'
import { has } from '../../domain/duties'
import type { Step } from '../../domain/help/states'
import { hasPart } from '../../domain/help/steps'
import type { Actor } from '../../runtime/action'

/** The board is the whole community's: every member reads it and may ask for help. */
export const anyMember = (): boolean => true

/** Proof is its author's and those who review's to see (B3). */
export const maySeeProof = (actor: Actor, request: RequestDoc): boolean =>
  request.userId === actor.userId || has(actor.member.role, 'reviewEntry')

/** A step on a request is its requester's or its helper's, as the table of steps says. */
export const mayTake =
  (step: Step) =>
  (actor: Actor, { request }: { request: RequestDoc }): boolean =>
    hasPart(step, request, actor.userId)
