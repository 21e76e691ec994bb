import { drainOutbox } from '../../runtime/outbox'
import { serveTimer } from '../../runtime/serve'
import { expireRequests } from './expire-requests'
import { settleBounties } from './settle-bounties'

/** Requests and receipts settled in one run; the next minute takes the rest. */
const REQUESTS_A_RUN = 100
const RECEIPTS_A_RUN = 50
const BOUNTIES_A_RUN = 50

export const main = serveTimer({
  expiry: () => expireRequests(REQUESTS_A_RUN),
  bounties: () => settleBounties(BOUNTIES_A_RUN),
  outbox: () => drainOutbox(RECEIPTS_A_RUN),
})
