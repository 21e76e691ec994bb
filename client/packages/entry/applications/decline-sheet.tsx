import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/Button'
import { ChoiceField } from '../../../components/ChoiceField'
import { Sheet } from '../../../components/Sheet'
import { TextField } from '../../../components/TextField'
import { fieldSentences, t } from '../../../i18n'
import { checkTexts, TEXT_LIMITS } from '../../../services/check-texts'

const READY = ['entry.reason1', 'entry.reason2', 'entry.reason3', 'entry.reason4'] as const
const OWN = 'own'

interface Props {
  open: boolean
  name: string
  busy: boolean
  onClose: () => void
  onDecline: (reason: string) => void
}

/** Declining politely: a ready sentence, or one's own words, which the applicant can act on. */
export function DeclineSheet({ open, name, busy, onClose, onDecline }: Props) {
  const [chosen, setChosen] = useState<string | null>(null)
  const [words, setWords] = useState('')
  const [mistake, setMistake] = useState<string>()
  const isOwn = chosen === OWN
  const ready = READY.find((key) => key === chosen)

  const send = () => {
    if (ready) return onDecline(t(ready))
    const { reason } = fieldSentences(checkTexts({ reason: words }))
    setMistake(reason)
    if (!reason) onDecline(words.trim())
  }
  return (
    <Sheet
      open={open}
      title={t('entry.declineTitle', { name })}
      onClose={onClose}
      footer={
        <Button full kind="danger" busy={busy} disabled={chosen === null} onClick={send}>
          {t('entry.declineSend')}
        </Button>
      }
    >
      <View className="decline__text">{t('entry.declineText')}</View>
      <ChoiceField
        look="rows"
        label={t('entry.reason')}
        options={[
          ...READY.map((key) => ({ value: key, label: t(key) })),
          { value: OWN, label: t('entry.ownReason') },
        ]}
        value={chosen}
        onChange={setChosen}
      />
      {isOwn && (
        <TextField
          long
          label={t('entry.ownReason')}
          placeholder={t('entry.ownReasonExample')}
          maxLength={TEXT_LIMITS.reason[1]}
          value={words}
          error={mistake}
          onChange={(value) => {
            setWords(value)
            setMistake(undefined)
          }}
        />
      )}
    </Sheet>
  )
}
