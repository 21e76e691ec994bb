import type { RequestDetail } from '../../../../types/help-views'
import { Button } from '../../../components/Button'
import { FixedAction } from '../../../components/FixedAction'
import { scrollTo } from '../../../components/FormRenderer/scroll'
import { t } from '../../../i18n'
import type { OpenSheet } from './sheet'
import { mainStep, sortOffers } from './standing'
import { OFFERS_ID } from './story'

interface Props {
  request: RequestDetail
  onSheet: (sheet: OpenSheet) => void
}

/** Who was asked by name agrees; who offered before, offers again. */
function offerWords(request: RequestDetail) {
  if (sortOffers(request).own) return 'help.offerAgain'
  return request.invited ? 'help.offerInvited' : 'help.offer'
}

/** The looker's next step, always within reach; nothing for who has none. */
export function Foot({ request, onSheet }: Props) {
  const main = mainStep(request)
  if (!main) return null
  switch (main.step) {
    case 'answerOffers':
      return (
        <FixedAction>
          <Button full icon="hand" onClick={() => scrollTo(OFFERS_ID)}>
            {t('help.answerOffers', { count: main.count })}
          </Button>
        </FixedAction>
      )
    case 'confirm':
      return (
        <FixedAction>
          <Button full icon="heart" onClick={() => onSheet({ name: 'thanks', offer: main.offer })}>
            {t('help.confirm')}
          </Button>
        </FixedAction>
      )
    case 'markDone':
      return (
        <FixedAction>
          <Button kind="quiet" onClick={() => onSheet({ name: 'withdraw' })}>
            {t('help.release')}
          </Button>
          <Button icon="done" onClick={() => onSheet({ name: 'markDone' })}>
            {t('help.markDone')}
          </Button>
        </FixedAction>
      )
    case 'offer':
      return (
        <FixedAction>
          <Button full icon="hand" onClick={() => onSheet({ name: 'offer' })}>
            {t(offerWords(request))}
          </Button>
        </FixedAction>
      )
    case 'withdraw':
      return (
        <FixedAction>
          <Button full kind="secondary" onClick={() => onSheet({ name: 'withdraw' })}>
            {t('help.withdraw')}
          </Button>
        </FixedAction>
      )
  }
}
