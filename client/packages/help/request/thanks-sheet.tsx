import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OfferView } from '../../../../types/help-views'
import { Avatar } from '../../../components/Avatar'
import { Button } from '../../../components/Button'
import { Problem } from '../../../components/Problem'
import { Sheet } from '../../../components/Sheet'
import { useDraft } from '../../../hooks/use-draft'
import { t } from '../../../i18n'
import { thanksOf } from './answers'
import type { SheetProps } from './sheet'
import { useDecision } from './use-decision'
import { mistakeIn, WORDS_MAX, WordsField } from './words-field'

/** Confirming one helper's help, with thanks that begin as the requester wrote them when asking. */
export function ThanksSheet({ ids, request, offer, onClose }: SheetProps & { offer: OfferView }) {
  const draft = useDraft(`thanks:${ids.requestId}:${offer.offerId}`, {
    words: thanksOf(request).slice(0, WORDS_MAX),
  })
  const [mistake, setMistake] = useState<string>()
  const decision = useDecision('help.confirmDone', { ids, request, onClose })
  const { words } = draft.value
  const { nickname: name, avatar } = offer.helper

  async function send() {
    const found = mistakeIn(words)
    setMistake(found)
    if (found) return
    const input = { ...ids, offerId: offer.offerId, thanks: words.trim() }
    if (await decision.decide(input, t('help.thanked'))) draft.forget()
  }

  return (
    <Sheet
      open
      title={t('help.thanksTitle', { name })}
      onClose={onClose}
      footer={
        <Button full icon="heart" busy={decision.busy} onClick={() => void send()}>
          {t('help.thanksSend')}
        </Button>
      }
    >
      <View className="request-sheet__person">
        <Avatar id={avatar} />
        <View className="request-sheet__message">{offer.message}</View>
      </View>
      <View className="request-sheet__lead">{t('help.thanksLead')}</View>
      <Problem {...decision} onRetry={() => void send()} />
      <WordsField
        label={t('help.thanksLabel')}
        example={t('help.thanksExample')}
        ready={[t('help.readyThanks1'), t('help.readyThanks2')]}
        value={words}
        error={mistake}
        onChange={(value) => {
          draft.change({ words: value })
          setMistake(undefined)
        }}
      />
    </Sheet>
  )
}
