import { serve } from '../../runtime/serve'
import { acceptOffer } from './accept-offer'
import { arrangeTemplates } from './arrange-templates'
import { closeRequest } from './close-request'
import { confirmDone } from './confirm-done'
import { declineOffer } from './decline-offer'
import { editStanding } from './edit-standing'
import { getRequest } from './get-request'
import { getStanding } from './get-standing'
import { listDefinitions } from './list-definitions'
import { listRequests } from './list-requests'
import { listStanding } from './list-standing'
import { listTemplates } from './list-templates'
import { listThanks } from './list-thanks'
import { listThread } from './list-thread'
import { makeOffer } from './make-offer'
import { markDone } from './mark-done'
import { markThreadSeen } from './mark-thread-seen'
import { openCard } from './open-card'
import { postRequest } from './post-request'
import { postStanding } from './post-standing'
import { publishTemplate } from './publish-template'
import { rateHelp } from './rate-help'
import { replaceHelper } from './replace-helper'
import { reportMessage } from './report-message'
import { sendToThread } from './send-to-thread'
import { setStandingState } from './set-standing-state'
import { withdrawOffer } from './withdraw-offer'

export const main = serve('help', {
  listDefinitions,
  publishTemplate,
  arrangeTemplates,
  listTemplates,
  postRequest,
  listRequests,
  getRequest,
  makeOffer,
  withdrawOffer,
  declineOffer,
  acceptOffer,
  markDone,
  confirmDone,
  closeRequest,
  listThanks,
  editStanding,
  getStanding,
  listStanding,
  listThread,
  markThreadSeen,
  openCard,
  postStanding,
  rateHelp,
  replaceHelper,
  reportMessage,
  sendToThread,
  setStandingState,
})
