import { serve } from '../../runtime/serve'
import { acceptRules } from './accept-rules'
import { apply } from './apply'
import { decide } from './decide'
import { getDoor } from './get-door'
import { listApplications } from './list-applications'
import { listMine } from './list-mine'
import { undoDecision } from './undo-decision'

export const main = serve('entry', {
  getDoor,
  apply,
  listApplications,
  decide,
  undoDecision,
  listMine,
  acceptRules,
})
