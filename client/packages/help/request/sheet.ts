import type { OfferView, RequestDetail } from '../../../../types/help-views'

/** The decision that is being taken, over the page. */
export type OpenSheet =
  | { name: 'offer' | 'withdraw' | 'markDone' | 'close' | 'askAgain' }
  | { name: 'decline' | 'thanks' | 'rate' | 'replace'; offer: OfferView }

export interface RequestIds {
  communityId: string
  requestId: string
}

/** What every decision is given. */
export interface SheetProps {
  ids: RequestIds
  request: RequestDetail
  onClose: () => void
}
