import type { EventDetail } from '../../../../types/event'
import type { EventIds } from '../parts/ids'

export type OpenSheet = 'register' | 'cancelRegistration' | 'feedback' | 'cancel' | 'dispute'

export interface SheetProps {
  ids: EventIds
  event: EventDetail
  onClose: () => void
}
