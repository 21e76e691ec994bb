import type { Urgency } from '../../../types/help-rules'

/** What narrows the board, beside the view. */
export interface Filters {
  templateKey: string | null
  urgency: Urgency | null
  /** Only requests that name one of one's own skills. */
  isFitting: boolean
  search: string
}

export const NO_FILTERS: Filters = {
  templateKey: null,
  urgency: null,
  isFitting: false,
  search: '',
}

export const isNarrowed = ({ templateKey, urgency, isFitting, search }: Filters): boolean =>
  templateKey !== null || urgency !== null || isFitting || search !== ''
