import { serve } from '../../runtime/serve'
import { get } from './get'
import { publishLevels } from './publish-levels'

export const main = serve('recognition', { get, publishLevels })
