import { serve } from '../../runtime/serve'
import { bindGroup } from './bind-group'
import { create } from './create'
import { describe } from './describe'
import { enter } from './enter'
import { getRules } from './get-rules'
import { getSettings } from './get-settings'
import { listPresets } from './list-presets'
import { listRoles } from './list-roles'
import { publishQuestions } from './publish-questions'
import { publishRules } from './publish-rules'

export const main = serve('community', {
  enter,
  listPresets,
  create,
  bindGroup,
  getRules,
  publishRules,
  listRoles,
  getSettings,
  describe,
  publishQuestions,
})
