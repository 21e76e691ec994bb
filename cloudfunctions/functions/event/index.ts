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
import { edit } from './edit'
import { exportRegistrations } from './export-registrations'
import { get } from './get'
import { getCertificate } from './get-certificate'
import { getDoorCode } from './get-door-code'
import { getFeedback } from './get-feedback'
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
import { register } from './register'
import { undoAttendance } from './undo-attendance'
import { verifyCertificate } from './verify-certificate'

export const main = serve('event', {
  list,
  get,
  create,
  edit,
  cancel,
  decide,
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
  giveFeedback,
  getFeedback,
  publishRecap,
  getCertificate,
  verifyCertificate,
})
