import type { OfferView } from '../../../../types/help-views'
import { ReasonSheet } from '../../../components/ReasonSheet'
import { t } from '../../../i18n'
import { AskAgainSheet } from './ask-again-sheet'
import { DoneSheet } from './done-sheet'
import { OfferSheet } from './offer-sheet'
import { RateSheet } from './rate-sheet'
import { ReplaceSheet } from './replace-sheet'
import type { OpenSheet, SheetProps } from './sheet'
import { sortOffers } from './standing'
import { ThanksSheet } from './thanks-sheet'
import { useDecision } from './use-decision'

interface Props extends SheetProps {
  open: OpenSheet | null
}

/** The sheet of the decision that is open; it stays until the cloud has answered. */
export function Sheets({ ids, request, open, onClose }: Props) {
  const shared = { ids, request, onClose }
  switch (open?.name) {
    case undefined:
      return null
    case 'offer':
      return <OfferSheet {...shared} />
    case 'withdraw':
      return <WithdrawSheet {...shared} />
    case 'markDone':
      return <DoneSheet {...shared} />
    case 'close':
      return <CloseSheet {...shared} />
    case 'askAgain':
      return <AskAgainSheet {...shared} />
    case 'rate':
      return <RateSheet {...shared} offer={open.offer} />
    case 'replace':
      return <ReplaceSheet {...shared} offer={open.offer} />
    case 'decline':
      return <DeclineSheet {...shared} offer={open.offer} />
    case 'thanks':
      return <ThanksSheet {...shared} key={open.offer.offerId} offer={open.offer} />
  }
}

/** Before the answer an offer is taken back; after it, a promise: the words differ. */
function WithdrawSheet({ ids, request, onClose }: SheetProps) {
  const decision = useDecision('help.withdrawOffer', { ids, request, onClose })
  const isPromised = sortOffers(request).own?.state === 'accepted'
  return (
    <ReasonSheet
      title={t(isPromised ? 'help.releaseTitle' : 'help.withdrawTitle')}
      lead={t(isPromised ? 'help.releaseLead' : 'help.withdrawLead')}
      reasons={[t('help.whyWithdraw1'), t('help.whyWithdraw2'), t('help.whyWithdraw3')]}
      doText={t(isPromised ? 'help.releaseDo' : 'help.withdraw')}
      decision={decision}
      onDo={(reason) =>
        decision.decide({ ...ids, reason }, t(isPromised ? 'help.released' : 'help.withdrawn'))
      }
      onClose={onClose}
    />
  )
}

function DeclineSheet({ ids, request, offer, onClose }: SheetProps & { offer: OfferView }) {
  const decision = useDecision('help.declineOffer', { ids, request, onClose })
  return (
    <ReasonSheet
      title={t('help.declineTitle', { name: offer.helper.nickname })}
      lead={t('help.declineLead')}
      reasons={[t('help.whyDecline1'), t('help.whyDecline2'), t('help.whyDecline3')]}
      doText={t('help.declineDo')}
      decision={decision}
      onDo={(reason) =>
        decision.decide({ ...ids, offerId: offer.offerId, reason }, t('help.declined'))
      }
      onClose={onClose}
    />
  )
}

/** With nobody accepted it ends the request; else only the search. */
function CloseSheet({ ids, request, onClose }: SheetProps) {
  const decision = useDecision('help.closeRequest', { ids, request, onClose })
  const isCancelling = request.helpersTaken === 0
  return (
    <ReasonSheet
      title={t(isCancelling ? 'help.cancelTitle' : 'help.closeTitle')}
      lead={t(isCancelling ? 'help.cancelLead' : 'help.closeLead')}
      reasons={[t('help.whyClose1'), t('help.whyClose2'), t('help.whyClose3')]}
      doText={t(isCancelling ? 'help.cancelRequest' : 'help.close')}
      decision={decision}
      onDo={(reason) =>
        decision.decide({ ...ids, reason }, t(isCancelling ? 'help.cancelled' : 'help.closed'))
      }
      onClose={onClose}
    />
  )
}
