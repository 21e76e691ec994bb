import { serve } from '../../runtime/serve'
import { bindGroup } from './bind-group'
import { create } from './create'
import { enter } from './enter'
import { getRules } from './get-rules'
import { listPresets } from './list-presets'
import { listRoles } from './list-roles'
import { publishRules } from './publish-rules'

export const main = serve('community', {
  enter,
  listPresets,
  create,
  bindGroup,
  getRules,
  publishRules,
  listRoles,
})
