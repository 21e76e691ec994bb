import { servePlatform } from '../../runtime/serve'
import { beginChecks } from './begin-checks'
import { forgetTraces } from './forget-traces'
import { takeMessage } from './take-message'

/** Cases begun in one run, and traces forgotten; the next minute takes the rest. */
const CASES_A_RUN = 20
/** A look at one case's pictures may take as long again as this. */
const CHECKS_MS = 25_000

/** What pictures are checked by: a search for codes, and WeChat, which answers with a message. */
export const main = servePlatform(
  {
    checks: () => beginChecks(CASES_A_RUN, CHECKS_MS),
    traces: () => forgetTraces(),
  },
  { wxa_media_check: takeMessage },
)
