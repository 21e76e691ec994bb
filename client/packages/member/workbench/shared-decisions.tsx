import { AdjustmentDecision } from '../../../components/AdjustmentDecision'
import { EventDecision } from '../../../components/EventDecision'
import type { DecisionProps } from './decision'

/** An adjustment above the limit, decided where it stands. */
export const AdjustmentWork = ({ item, isNext, ...acts }: DecisionProps) => (
  <AdjustmentDecision adjustmentId={item.itemId} isMain={isNext} {...acts} />
)

/** An event that waits to be published. */
export const EventWork = ({ item, isNext, ...acts }: DecisionProps) => (
  <EventDecision eventId={item.itemId} isMain={isNext} {...acts} />
)
