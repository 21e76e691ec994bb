import { View } from '@tarojs/components'
import { Button } from '../../../components/Button'
import { Problem } from '../../../components/Problem'
import { Sheet } from '../../../components/Sheet'
import { t } from '../../../i18n'
import type { SheetProps } from './sheet'
import { useDecision } from './use-decision'

/** "Done" cannot be unsaid, so it is asked once. */
export function DoneSheet({ ids, request, onClose }: SheetProps) {
  const decision = useDecision('help.markDone', { ids, request, onClose })
  const send = () => void decision.decide(ids, t('help.markedDone'))
  return (
    <Sheet
      open
      title={t('help.markDoneTitle')}
      onClose={onClose}
      footer={
        <View className="request-sheet__row">
          <Button kind="quiet" onClick={onClose}>
            {t('help.markDoneNotYet')}
          </Button>
          <Button icon="done" busy={decision.busy} onClick={send}>
            {t('help.markDoneDo')}
          </Button>
        </View>
      }
    >
      <View className="request-sheet__lead">
        {t('help.markDoneText', { name: request.requester.nickname })}
      </View>
      <Problem {...decision} onRetry={send} />
    </Sheet>
  )
}
