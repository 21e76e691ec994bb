import { noPlace } from '../../domain/help/places'
import { write } from '../../runtime/action'
import { ownsStanding } from './policy'
import { loadStanding } from './standing'

/** Pauses one's standing offer, takes it up again, or removes it for good. */
export const setStandingState = write('help.setStandingState', {
  load: loadStanding,
  allow: ownsStanding,
  act: async ({ tx, input: { state } }, { offer }) => {
    const place = state === 'removed' ? noPlace(offer._id) : offer.place
    await tx.put('standingOffers', { ...offer, state, place })
    return {}
  },
})
