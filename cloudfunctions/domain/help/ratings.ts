import { RATING_DAYS } from '../../../types/help-rules'
import type { OfferEntry } from '../../db/documents'

const DAY_MS = 86_400_000

type Side = 'requester' | 'helper'

export const ratingClosesAt = ({ changedAt }: OfferEntry): Date =>
  new Date(changedAt.getTime() + RATING_DAYS * DAY_MS)

/** Whether this side of a help may still say how it was. */
export const mayRate = (entry: OfferEntry, side: Side, now: Date): boolean =>
  entry.state === 'thanked' && entry.ratings[side] === null && now < ratingClosesAt(entry)

/** Neither side sees the other's before it can no longer answer to it. */
export const areRatingsShown = (entry: OfferEntry, now: Date): boolean =>
  (entry.ratings.requester !== null && entry.ratings.helper !== null) ||
  now >= ratingClosesAt(entry)
