import { write } from '../../runtime/action'
import { ownsStanding } from './policy'
import { loadStanding } from './standing'

/** Pauses one's standing offer, takes it up again, or removes it for good. */
export const setStandingState = write('help.setStandingState', {
  load: loadStanding,
  allow: ownsStanding,
  act: async ({ tx, input: { state } }, { offer }) => {
    await tx.put('standingOffers', { ...offer, state })
    return {}
  },
})
