import { View } from '@tarojs/components'
import type { OfferView } from '../../../../types/help-views'
import { Button } from '../../../components/Button'
import { Problem } from '../../../components/Problem'
import { Sheet } from '../../../components/Sheet'
import { t } from '../../../i18n'
import type { SheetProps } from './sheet'
import { useDecision } from './use-decision'

/** Giving the place of a silent helper to another is kept as a no-show, so it is asked once. */
export function ReplaceSheet({ ids, request, offer, onClose }: SheetProps & { offer: OfferView }) {
  const decision = useDecision('help.replaceHelper', { ids, request, onClose })
  const send = () => void decision.decide({ ...ids, offerId: offer.offerId }, t('help.replaced'))
  return (
    <Sheet
      open
      title={t('help.replaceTitle', { name: offer.helper.nickname })}
      onClose={onClose}
      footer={
        <View className="request-sheet__row">
          <Button kind="quiet" onClick={onClose}>
            {t('help.replaceWait')}
          </Button>
          <Button icon="refresh" busy={decision.busy} onClick={send}>
            {t('help.replaceDo')}
          </Button>
        </View>
      }
    >
      <View className="request-sheet__lead">{t('help.replaceText')}</View>
      <Problem {...decision} onRetry={send} />
    </Sheet>
  )
}
