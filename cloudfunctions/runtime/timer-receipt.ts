import type { Broadcast, EarningPromise, ReceiptDoc } from '../db/documents'
import { hashed } from './ids'

/** What a timer promises, to be kept like a call's: named by its cause, so that it is promised once. */
export const timerReceipt = (
  cause: string,
  at: Date,
  outbox: Broadcast[],
  earnings: EarningPromise[] = [],
): ReceiptDoc => ({
  _id: hashed('receipt', 'timer', cause),
  v: 1,
  createdAt: at,
  userId: '',
  action: 'timer',
  inputHash: '',
  reply: '{}',
  outbox,
  earnings,
  sent: outbox.length + earnings.length === 0,
})
