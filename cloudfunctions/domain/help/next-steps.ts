import { REQUEST_STEPS, type RequestStep } from '../../../types/help-rules'
import type { RequestDoc } from '../../db/documents'
import type { Step } from './states'
import * as steps from './steps'
import { hasPart, type Outcome } from './steps'

/**
 * What this person may do next on a request. Each step is tried on a copy: what is offered here and
 * what is refused there cannot differ.
 */
export function nextSteps(request: RequestDoc, userId: string, now: Date): RequestStep[] {
  const me = { userId, nickname: '' }
  const helpers = request.offers.map((entry) => entry.userId)
  const goes = (step: Step, take: () => Outcome) => hasPart(step, request, userId) && take().ok
  const goesForOne = (step: Step, take: (helper: string) => Outcome) =>
    helpers.some((helper) => goes(step, () => take(helper)))

  const may: Record<RequestStep, () => boolean> = {
    offer: () => goes('makeOffer', () => steps.makeOffer(request, me, '', now)),
    withdraw: () => goes('withdrawOffer', () => steps.withdrawOffer(request, me, '', now)),
    // Every offer that waits may be declined, so this covers accepting too.
    answerOffers: () =>
      goesForOne('declineOffer', (helper) => steps.declineOffer(request, me, helper, '', now)),
    markDone: () => goes('markDone', () => steps.markDone(request, me, now)),
    confirm: () =>
      goesForOne('confirmDone', (helper) => steps.confirmDone(request, me, helper, '', now)),
    replace: () =>
      goesForOne('replaceHelper', (helper) => steps.replaceHelper(request, me, helper, now)),
    close: () => goes('closeRequest', () => steps.closeRequest(request, me, '', now)),
  }
  return REQUEST_STEPS.filter((step) => may[step]())
}
