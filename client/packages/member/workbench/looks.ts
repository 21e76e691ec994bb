import type { ComponentType } from 'react'
import type { WorkItem, WorkKind } from '../../../../types/workbench'
import type { IconName } from '../../../components/Icon'
import { signed } from '../../../components/PointsLine'
import { t } from '../../../i18n'
import { navigate } from '../../../services/navigate'
import { ApplicationDecision } from './application-decision'
import type { DecisionProps } from './decision'
import { AdjustmentWork, EventWork } from './shared-decisions'

export interface WorkLook {
  icon: IconName
  /** Where the whole of it is read. */
  open: (communityId: string, item: WorkItem) => void
  /** Where it has no name of its own: what it is called. */
  titleOf?: (item: WorkItem) => string
  /** What one tap decides; a kind without it is only opened. */
  Decision?: ComponentType<DecisionProps>
}

/** How each kind of waiting thing is shown and decided. Total over the kinds. */
export const LOOKS: Record<WorkKind, WorkLook> = {
  request: {
    icon: 'urgent',
    open: (communityId, { itemId }) =>
      void navigate('help.request', { communityId, requestId: itemId }),
  },
  application: {
    icon: 'join',
    open: (communityId) => void navigate('entry.applications', { communityId }),
    Decision: ApplicationDecision,
  },
  case: {
    icon: 'hidden',
    open: (communityId) => void navigate('moderation.queue', { communityId }),
  },
  booksDiffer: {
    icon: 'danger',
    open: (communityId) => void navigate('points.books', { communityId }),
    titleOf: ({ params }) => t('points.unsound', { count: Number(params.count) }),
  },
  adjustment: {
    icon: 'edit',
    open: (communityId) => void navigate('points.adjustments', { communityId }),
    titleOf: ({ params }) => t('points.workAdjustment', { amount: signed(Number(params.amount)) }),
    Decision: AdjustmentWork,
  },
  order: {
    icon: 'package',
    open: (communityId, { itemId }) =>
      void navigate('store.order', { communityId, orderId: itemId }),
  },
  event: {
    icon: 'calendar',
    open: (communityId, { itemId }) =>
      void navigate('event.detail', { communityId, eventId: itemId }),
    Decision: EventWork,
  },
  registration: {
    icon: 'group',
    open: (communityId, { itemId }) =>
      void navigate('event.manage', { communityId, eventId: itemId }),
  },
}
