import { serve } from '../../runtime/serve'
import { admit } from './admit'
import { answerSeat } from './answer-seat'
import { askQuestion } from './ask-question'
import { attend } from './attend'
import { cancel } from './cancel'
import { cancelRegistration } from './cancel-registration'
import { create } from './create'
import { decide } from './decide'
import { decideRegistration } from './decide-registration'
import { disputeNoShow } from './dispute-no-show'
import { edit } from './edit'
import { excuseNoShow } from './excuse-no-show'
import { exportRegistrations } from './export-registrations'
import { get } from './get'
import { getDoorCode } from './get-door-code'
import { getFeedback } from './get-feedback'
import { getFigures } from './get-figures'
import { getRules } from './get-rules'
import { getTicket } from './get-ticket'
import { giveFeedback } from './give-feedback'
import { list } from './list'
import { listQuestions } from './list-questions'
import { listRegistrations } from './list-registrations'
import { markQuestion } from './mark-question'
import { messageRegistrants } from './message-registrants'
import { openCard } from './open-card'
import { promote } from './promote'
import { publishRecap } from './publish-recap'
import { publishRules } from './publish-rules'
import { register } from './register'
import { undoAttendance } from './undo-attendance'
import { undoDecision } from './undo-decision'

export const main = serve('event', {
  getRules,
  publishRules,
  getFigures,
  list,
  get,
  create,
  edit,
  cancel,
  decide,
  undoDecision,
  register,
  cancelRegistration,
  answerSeat,
  promote,
  openCard,
  listRegistrations,
  decideRegistration,
  messageRegistrants,
  exportRegistrations,
  askQuestion,
  listQuestions,
  markQuestion,
  getDoorCode,
  getTicket,
  attend,
  admit,
  undoAttendance,
  disputeNoShow,
  excuseNoShow,
  giveFeedback,
  getFeedback,
  publishRecap,
})
