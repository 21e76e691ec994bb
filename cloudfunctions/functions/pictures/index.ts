import { servePlatform } from '../../runtime/serve'
import { beginChecks } from './begin-checks'
import { forgetTraces } from './forget-traces'
import { sweepPictures } from './sweep'
import { takeMessage } from './take-message'

/** Cases begun in one run, and traces forgotten; the next minute takes the rest. */
const CASES_A_RUN = 20
/** Pictures looked for in one run; the storage deletes no more at once. */
const PICTURES_A_RUN = 50
/** A look at one case's pictures may take as long again as this. */
const CHECKS_MS = 25_000

/** What pictures are checked by: a search for codes, and WeChat, which answers with a message. */
export const main = servePlatform(
  {
    checks: () => beginChecks(CASES_A_RUN, CHECKS_MS),
    traces: () => forgetTraces(),
    unused: () => sweepPictures(PICTURES_A_RUN),
  },
  { wxa_media_check: takeMessage },
)
