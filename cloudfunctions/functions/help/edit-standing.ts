import { write } from '../../runtime/action'
import { ownsStanding } from './policy'
import { loadStanding, standingTerms } from './standing'

/** New words for one's standing offer; what was begun from it stays as it is. */
export const editStanding = write('help.editStanding', {
  load: loadStanding,
  allow: ownsStanding,
  act: async ({ tx, input }, { offer }) => {
    const { kind, title, details } = input
    await tx.put('standingOffers', { ...offer, kind, title, details, terms: standingTerms(input) })
    return {}
  },
})
