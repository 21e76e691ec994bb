import { isSame, isSigned, sign } from '../privacy/sign'

/** A code that was photographed is worth nothing soon: the digits change this often. */
const WINDOW_MS = 2 * 60_000
const PURPOSE = 'pickup'

const digitsOf = (signature: Buffer) => String(signature.readUInt32BE(0) % 10_000).padStart(4, '0')

const windowAt = (at: Date, back = 0) => Math.floor(at.getTime() / WINDOW_MS) - back

/** What the buyer's phone shows, and until when it is good to be shown. */
export function pickupCodeOf(
  order: { _id: string; pickupNumber: string },
  at: Date,
): { code: string; until: Date } {
  const digits = digitsOf(sign(PURPOSE, `${order._id} ${windowAt(at)}`))
  return {
    code: `${order.pickupNumber}-${digits}`,
    until: new Date((windowAt(at) + 1) * WINDOW_MS),
  }
}

/** Whether the digits are the order's of now or of just before: showing and scanning take a while. */
export const isPickupCode = (orderId: string, digits: string, at: Date): boolean =>
  [0, 1].some((back) =>
    isSigned(PURPOSE, `${orderId} ${windowAt(at, back)}`, (signature) =>
      isSame(digitsOf(signature), digits),
    ),
  )
