import { serve } from '../../runtime/serve'
import { list } from './list'

export const main = serve('workbench', { list })
