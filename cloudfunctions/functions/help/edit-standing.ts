import { write } from '../../runtime/action'
import { ownsStanding } from './policy'
import { loadStanding, screenStanding, standingTerms } from './standing'

/** New words for one's standing offer; what was begun from it stays as it is. */
export const editStanding = write('help.editStanding', {
  screen: ({ input }) => screenStanding(input),
  load: loadStanding,
  allow: ownsStanding,
  act: async ({ tx, input, screened, review }, { offer }) => {
    const { kind, title, details } = input
    const { visibility } = screened
    const terms = standingTerms(input)
    await tx.put('standingOffers', { ...offer, kind, title, details, terms, visibility })
    await review(offer._id)
    return {}
  },
})
