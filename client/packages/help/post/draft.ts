import type { Urgency } from '../../../../types/help-rules'
import type { Answers } from '../../../../types/template'
import { type Draft, isKept, prepareDraft, useDraft } from '../../../hooks/use-draft'

export interface RequestDraft {
  answers: Answers
  helpersNeeded: number
  urgency: Urgency
  /** Points for each helper as typed; empty: none. */
  bounty: string
  /** The request of one's own that is asked again. */
  previousId: string | null
}

const BLANK: RequestDraft = {
  answers: {},
  helpersNeeded: 1,
  urgency: 'normal',
  bounty: '',
  previousId: null,
}

const nameOf = (communityId: string, templateKey: string) => `post:${communityId}:${templateKey}`

/** One draft for each form of each community, kept as it is written. */
export const useRequestDraft = (communityId: string, templateKey: string): Draft<RequestDraft> =>
  useDraft<RequestDraft>(nameOf(communityId, templateKey), BLANK)

export const hasDraft = (communityId: string, templateKey: string): boolean =>
  isKept(nameOf(communityId, templateKey))

/** Begins a request anew from the answers of an earlier one. */
export const beginFrom = (communityId: string, templateKey: string, draft: RequestDraft): void =>
  prepareDraft(nameOf(communityId, templateKey), draft)
