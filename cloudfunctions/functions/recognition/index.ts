import { serve } from '../../runtime/serve'
import { chooseFrame } from './choose-frame'
import { get } from './get'
import { getCertificate } from './get-certificate'
import { publishLevels } from './publish-levels'
import { setRanked } from './set-ranked'
import { verifyCertificate } from './verify-certificate'

export const main = serve('recognition', {
  get,
  publishLevels,
  chooseFrame,
  setRanked,
  getCertificate,
  verifyCertificate,
})
