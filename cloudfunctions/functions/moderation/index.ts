import { serve } from '../../runtime/serve'
import { claimNext } from './claim-next'
import { decide } from './decide'
import { getCase } from './get-case'
import { getMine } from './get-mine'
import { getPolicy } from './get-policy'
import { listCases } from './list-cases'
import { listMine } from './list-mine'
import { resubmit } from './resubmit'
import { savePolicy } from './save-policy'
import { undoDecision } from './undo-decision'

export const main = serve('moderation', {
  getPolicy,
  savePolicy,
  listCases,
  getCase,
  claimNext,
  decide,
  undoDecision,
  listMine,
  getMine,
  resubmit,
})
