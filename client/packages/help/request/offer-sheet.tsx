import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/Button'
import { Problem } from '../../../components/Problem'
import { Sheet } from '../../../components/Sheet'
import { useDraft } from '../../../hooks/use-draft'
import { t } from '../../../i18n'
import type { SheetProps } from './sheet'
import { useDecision } from './use-decision'
import { mistakeIn, WordsField } from './words-field'

/** Offering help: how, in a sentence that the requester decides by. */
export function OfferSheet({ ids, request, onClose }: SheetProps) {
  const draft = useDraft(`offer:${ids.requestId}`, { message: '' })
  const [mistake, setMistake] = useState<string>()
  const decision = useDecision('help.makeOffer', { ids, request, onClose })
  const { message } = draft.value

  async function send() {
    const found = mistakeIn(message)
    setMistake(found)
    if (found) return
    const isDone = await decision.decide(
      { ...ids, message: message.trim() },
      t(request.invited ? 'help.invitedAccepted' : 'help.offerSent'),
    )
    if (isDone) draft.forget()
  }

  return (
    <Sheet
      open
      title={t('help.offerTitle')}
      onClose={onClose}
      footer={
        <Button full icon="hand" busy={decision.busy} onClick={() => void send()}>
          {t('help.offerSend')}
        </Button>
      }
    >
      <View className="request-sheet__lead">
        {t(request.invited ? 'help.invitedBy' : 'help.offerLead', {
          name: request.requester.nickname,
        })}
      </View>
      <Problem {...decision} onRetry={() => void send()} />
      <WordsField
        label={t('help.offerLabel')}
        why={t('help.offerWhy')}
        example={t('help.offerExample')}
        ready={[t('help.readyOffer1'), t('help.readyOffer2'), t('help.readyOffer3')]}
        value={message}
        error={mistake}
        onChange={(words) => {
          draft.change({ message: words })
          setMistake(undefined)
        }}
      />
    </Sheet>
  )
}
