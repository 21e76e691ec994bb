import { serve } from '../../runtime/serve'
import { acceptOffer } from './accept-offer'
import { closeRequest } from './close-request'
import { confirmDone } from './confirm-done'
import { declineOffer } from './decline-offer'
import { getRequest } from './get-request'
import { listRequests } from './list-requests'
import { listTemplates } from './list-templates'
import { listThanks } from './list-thanks'
import { makeOffer } from './make-offer'
import { markDone } from './mark-done'
import { postRequest } from './post-request'
import { withdrawOffer } from './withdraw-offer'

export const main = serve('help', {
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
})
