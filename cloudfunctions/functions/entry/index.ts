import { serve } from '../../runtime/serve'
import { acceptRules } from './accept-rules'
import { apply } from './apply'
import { decide } from './decide'
import { getDoor } from './get-door'
import { issuePass } from './issue-pass'
import { listApplications } from './list-applications'
import { listMine } from './list-mine'
import { listPasses } from './list-passes'
import { revokePass } from './revoke-pass'
import { undoDecision } from './undo-decision'
import { usePass } from './use-pass'

export const main = serve('entry', {
  getDoor,
  apply,
  listApplications,
  decide,
  undoDecision,
  listMine,
  acceptRules,
  listPasses,
  issuePass,
  revokePass,
  usePass,
})
