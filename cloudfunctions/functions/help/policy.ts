import type { RequestDoc, StandingOfferDoc } from '../../db/documents'
import { has } from '../../domain/duties'
import { partiesOf } from '../../domain/help/request'
import type { Step } from '../../domain/help/states'
import { hasPart } from '../../domain/help/steps'
import type { Actor } from '../../runtime/action'

/** The board is the whole community's: every member reads it and may ask for help. */
export const anyMember = (): boolean => true

/** Proof is its author's and those who review's to see (B3). */
export const maySeeProof = (actor: Actor, request: RequestDoc): boolean =>
  request.userId === actor.userId || has(actor.member.role, 'moderate')

/** The forms are edited by those with the duty. */
export const mayEditTemplates = ({ member }: Actor): boolean => has(member.role, 'editTemplates')

/** A step on a request is its requester's or its helper's, as the table of steps says. */
export const mayTake =
  (step: Step) =>
  (actor: Actor, { request }: { request: RequestDoc }): boolean =>
    hasPart(step, request, actor.userId)

/** What matched people write to each other is theirs alone. */
export const belongsToMatch = (actor: Actor, { request }: { request: RequestDoc }): boolean =>
  partiesOf(request).includes(actor.userId)

/** How a help was, its two sides say: who asked, and the helper themselves. */
export const mayRateHelp = (
  actor: Actor,
  { request, offerId }: { request: RequestDoc; offerId: string },
): boolean => actor.userId === request.userId || actor.userId === offerId

/** A standing offer is its owner's to change. */
export const ownsStanding = (actor: Actor, { offer }: { offer: StandingOfferDoc }): boolean =>
  offer.userId === actor.userId
