import { drainOutbox } from '../../runtime/outbox'
import { serveTimer } from '../../runtime/serve'
import { postAdjustments } from './adjustments'
import { checkAudit } from './check-audit'
import { countOutcomes } from './count-outcomes'
import { closeUndecided, endEvents, remindOfEvents } from './end-events'
import { endGuests } from './end-guests'
import { giveSeats, lapseOffers, releaseCancelled, resolveSeats } from './events'
import { forgetReceipts } from './forget-receipts'
import { refreshCards } from './live-cards'
import { passTimeOnRequests } from './pass-time'
import { expirePoints, releaseHolds, tellOfExpiry } from './points-due'
import { beginNight, reconcile } from './reconcile'
import { remind } from './remind'
import { reseal } from './reseal'
import { sealAudit } from './seal-audit'
import { settleBounties } from './settle-bounties'
import { settleChallenges } from './settle-challenges'
import { settleEvents } from './settle-events'
import { settleLeavers } from './settle-leavers'
import { settleOrders } from './settle-orders'

/** Requests and receipts settled in one run; the next minute takes the rest. */
const REQUESTS_A_RUN = 100
const ORDERS_A_RUN = 50
const RECEIPTS_A_RUN = 50
const BOUNTIES_A_RUN = 50
const AUDITED_A_RUN = 200
const CHAINS_A_RUN = 20
const LEAVERS_A_RUN = 20
const GUESTS_A_RUN = 20
const ADJUSTMENTS_A_RUN = 50
const ACCOUNTS_A_RUN = 100
/** A minute is shared with the other jobs. */
const RECONCILE_MS = 15_000
const RESEAL_PAGES = 5
const FORGOTTEN_A_RUN = 500
const REMINDERS_A_RUN = 200

const EVENTS_A_RUN = 50
const CARDS_A_RUN = 500
const CHALLENGES_A_RUN = 5

export const main = serveTimer({
  requests: () => passTimeOnRequests(REQUESTS_A_RUN),
  orders: () => settleOrders(ORDERS_A_RUN),
  guests: () => endGuests(GUESTS_A_RUN),
  leavers: () => settleLeavers(LEAVERS_A_RUN),
  bounties: () => settleBounties(BOUNTIES_A_RUN),
  auditCheck: () => checkAudit(CHAINS_A_RUN),
  seats: () => resolveSeats(EVENTS_A_RUN),
  offers: () => lapseOffers(EVENTS_A_RUN),
  line: () => giveSeats(EVENTS_A_RUN),
  released: () => releaseCancelled(EVENTS_A_RUN),
  reminders: () => remindOfEvents(EVENTS_A_RUN),
  ended: () => endEvents(EVENTS_A_RUN),
  settled: () => settleEvents(EVENTS_A_RUN),
  outcomes: () => countOutcomes(EVENTS_A_RUN),
  undecided: () => closeUndecided(EVENTS_A_RUN),
  liveCards: () => refreshCards(CARDS_A_RUN),
  challenges: () => settleChallenges(CHALLENGES_A_RUN),
  outbox: () => drainOutbox(RECEIPTS_A_RUN),
  wechat: () => remind(REMINDERS_A_RUN),
  auditSeal: () => sealAudit(AUDITED_A_RUN),
  adjustments: () => postAdjustments(ADJUSTMENTS_A_RUN),
  pointsExpiry: () => expirePoints(ACCOUNTS_A_RUN),
  expiryNotices: () => tellOfExpiry(ACCOUNTS_A_RUN),
  holds: () => releaseHolds(ACCOUNTS_A_RUN),
  night: () => beginNight(),
  reconcile: () => reconcile(RECONCILE_MS),
  reseal: () => reseal(RESEAL_PAGES),
  receipts: () => forgetReceipts(FORGOTTEN_A_RUN),
})
