import type { Clock } from '../clock'
import type { Body } from './request'
import type { Store } from './store'
import type { Transactions } from './transactions'

/** What every operation works with. */
export interface Core {
  store: Store
  transactions: Transactions
  clock: Clock
}

/** Who asks, and what is noted about the answer for the log of calls. */
export interface Request {
  /** The worker that asks, if one does. */
  worker: string | undefined
  /** When it was sent, by the machine's monotonic clock, if the sender says so. */
  sentAtNs: bigint | undefined
  scanned: number
  returned: number
  transactionId?: string
}

/** What the SDK reads from a successful answer. */
export type Reply = Record<string, unknown>

export type Operation = (core: Core, body: Body, request: Request) => Promise<Reply>
