import { drainOutbox } from '../../runtime/outbox'
import { serveTimer } from '../../runtime/serve'

/** Receipts settled in one run; the next minute takes the rest. */
const RECEIPTS_A_RUN = 50

export const main = serveTimer({ outbox: () => drainOutbox(RECEIPTS_A_RUN) })
