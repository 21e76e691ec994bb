import type { StandingView } from '../../../types/help-views'
import type { Person } from '../../../types/shape'
import type { StandingOfferDoc } from '../../db/documents'
import type { Tx } from '../../db/transact'
import { termsOf } from '../../domain/help/terms'
import type { Actor } from '../../runtime/action'
import { refuse } from '../../runtime/errors'
import type { Screenable } from '../../runtime/screening'

/** A standing offer of the actor's community that was not removed; any other does not exist. */
export const knownStanding = (offer: StandingOfferDoc | null, actor: Actor): StandingOfferDoc =>
  offer?.communityId === actor.community._id && offer.state !== 'removed'
    ? offer
    : refuse('not_found')

export async function loadStanding({
  tx,
  actor,
  input,
}: {
  tx: Tx
  actor: Actor
  input: { standingId: string }
}): Promise<{ offer: StandingOfferDoc }> {
  return { offer: knownStanding(await tx.get('standingOffers', input.standingId), actor) }
}

/** What it is found by. */
export const standingTerms = ({ title, details }: { title: string; details: string }): string[] =>
  termsOf([title, details])

/** What others will read of it. */
export const screenStanding = (words: { title: string; details: string }): Screenable => ({
  kind: 'standingOffer',
  texts: [
    { field: 'title', label: '', text: words.title },
    { field: 'details', label: '', text: words.details },
  ],
})

export function standingView(offer: StandingOfferDoc, by: Person, viewerId: string): StandingView {
  const { _id, kind, title, details, state, visibility, userId, createdAt } = offer
  return {
    standingId: _id,
    kind,
    title,
    details,
    state: state === 'active' ? 'active' : 'paused',
    visibility,
    by,
    own: userId === viewerId,
    createdAt: createdAt.toISOString(),
  }
}
