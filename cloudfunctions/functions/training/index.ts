import { serve } from '../../runtime/serve'
import { get } from './get'
import { publish } from './publish'
import { submit } from './submit'

export const main = serve('training', { get, submit, publish })
