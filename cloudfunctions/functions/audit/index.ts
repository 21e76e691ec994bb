import { serve } from '../../runtime/serve'
import { list } from './list'
import { verify } from './verify'

export const main = serve('audit', { list, verify })
