import { AdjustmentDecision } from '../../../components/AdjustmentDecision'
import type { DecisionProps } from './decision'

/** An adjustment above the limit, decided where it stands. */
export const AdjustmentWork = ({ item, isNext, ...acts }: DecisionProps) => (
  <AdjustmentDecision adjustmentId={item.itemId} isMain={isNext} {...acts} />
)
