import { drainOutbox } from '../../runtime/outbox'
import { serveTimer } from '../../runtime/serve'
import { checkAudit } from './check-audit'
import { passTimeOnRequests } from './pass-time'
import { sealAudit } from './seal-audit'
import { settleBounties } from './settle-bounties'

/** Requests and receipts settled in one run; the next minute takes the rest. */
const REQUESTS_A_RUN = 100
const RECEIPTS_A_RUN = 50
const BOUNTIES_A_RUN = 50
const AUDITED_A_RUN = 200
const CHAINS_A_RUN = 20

export const main = serveTimer({
  requests: () => passTimeOnRequests(REQUESTS_A_RUN),
  bounties: () => settleBounties(BOUNTIES_A_RUN),
  auditCheck: () => checkAudit(CHAINS_A_RUN),
  outbox: () => drainOutbox(RECEIPTS_A_RUN),
  auditSeal: () => sealAudit(AUDITED_A_RUN),
})
