import { EVENT_STEPS, type EventStep } from '../../../types/event'
import type { EventDoc, RegistrationDoc } from '../../db/documents'
import { hasStarted, isDoorOpen, isOpen, takesFeedback } from './event'
import { mayDispute } from './no-show'
import { mayStep, STANDING } from './states'

/** What this person may do next on an event: the actions refuse by the same conditions. */
export function stepsFor(
  event: EventDoc,
  mine: RegistrationDoc | null,
  viewer: { manages: boolean; decides: boolean; runsDoor?: boolean; isPaused?: boolean },
  now: Date,
): EventStep[] {
  const isAhead = !hasStarted(event, now)
  const isLive = event.state === 'published' || event.state === 'pending'
  const wasThere = mine?.state === 'attended'
  const may: Record<EventStep, boolean> = {
    register: isOpen(event, now) && !viewer.isPaused && mayStep('register', mine?.state),
    cancelRegistration: isAhead && mine !== null && mayStep('cancel', mine.state),
    answerSeat: mine?.state === 'offered' && (mine.offeredUntil ?? now) > now,
    attend: mine?.state === 'seated' && isDoorOpen(event, now),
    askQuestion:
      event.form.collectsQuestions &&
      event.state === 'published' &&
      now < event.endsAt &&
      (viewer.manages || (mine !== null && STANDING.includes(mine.state))),
    giveFeedback: wasThere && mine?.gaveFeedback === false && takesFeedback(event, now),
    getCertificate: wasThere && now >= event.endsAt,
    edit: viewer.manages && isAhead && (isLive || event.state === 'refused'),
    cancel: viewer.manages && isLive && isAhead,
    decide: viewer.decides && event.state === 'pending',
    manage: viewer.manages && event.state !== 'pending' && event.state !== 'refused',
    runDoor: viewer.runsDoor === true && isDoorOpen(event, now),
    disputeNoShow: mayDispute(event, mine, now),
    publishRecap: viewer.manages && hasStarted(event, now) && event.state !== 'cancelled',
  }
  return EVENT_STEPS.filter((step) => may[step])
}
