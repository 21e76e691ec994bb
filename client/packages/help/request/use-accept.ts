import { useState } from 'react'
import type { OfferView } from '../../../../types/help-views'
import { toast } from '../../../components/Toast'
import { optimistic, useWrite } from '../../../hooks/use-write'
import { t } from '../../../i18n'
import { explain } from '../parts/refusals'
import type { RequestIds } from './sheet'
import { withAccepted } from './standing'

/** What a step on a request changes elsewhere: the board, this page, the wall, the home page. */
export const CHANGED_BY_STEPS = ['help.', 'member.getHome'] as const

/** Accepting by one tap: shown at once, taken back with the reason when the cloud refuses. */
export function useAccept(ids: RequestIds | null) {
  const { run } = useWrite('help.acceptOffer', CHANGED_BY_STEPS)
  const [underWay, setUnderWay] = useState<string | null>(null)

  async function accept(offer: OfferView) {
    if (!ids || underWay) return
    const { offerId, helper } = offer
    setUnderWay(offerId)
    const at = new Date().toISOString()
    const result = await run(
      { ...ids, offerId },
      {
        optimistic: optimistic({
          name: 'help.getRequest',
          input: ids,
          change: (shown) => withAccepted(shown, offerId, at),
        }),
      },
    )
    setUnderWay(null)
    if (result.ok) toast(t('help.accepted', { name: helper.nickname }), { kind: 'done' })
    else explain(result.error, { ...ids, own: true, retry: () => void accept(offer) })
  }

  return { accept: (offer: OfferView) => void accept(offer), underWay }
}
