import { serve } from '../../runtime/serve'
import { adjust } from './adjust'
import { decideAdjustment } from './decide-adjustment'
import { forecast } from './forecast'
import { getBooks } from './get-books'
import { getMine } from './get-mine'
import { getRules } from './get-rules'
import { listAdjustments } from './list-adjustments'
import { listStatement } from './list-statement'
import { publishRules } from './publish-rules'
import { reverse } from './reverse'
import { startReconciliation } from './start-reconciliation'
import { undoDecision } from './undo-decision'

export const main = serve('points', {
  getMine,
  listStatement,
  getRules,
  publishRules,
  forecast,
  getBooks,
  startReconciliation,
  adjust,
  reverse,
  listAdjustments,
  decideAdjustment,
  undoDecision,
})
