import { View } from '@tarojs/components'
import { useState } from 'react'
import { fieldSentences, issuesOf, t } from '../../i18n'
import type { CallError } from '../../services/call'
import { Button } from '../Button'
import { ChoiceField } from '../ChoiceField'
import { Problem } from '../Problem'
import { Sheet } from '../Sheet'
import { TextField } from '../TextField'
import './index.scss'

interface Props {
  title: string
  lead: string
  /** Ready sentences; one's own is always offered beside them. */
  reasons: readonly string[]
  doText: string
  /** The write that carries the decision: what it is doing, and why it was refused. */
  decision: { busy: boolean; error: CallError | undefined; communityId: string }
  onDo: (reason: string) => Promise<unknown>
  onClose: () => void
}

const OWN = 'own'
const REASON_MIN = 2
const REASON_MAX = 120

/** A decision that the other side deserves a reason for: one tap on a ready sentence will do. */
export function ReasonSheet(props: Props) {
  const { title, lead, reasons, doText, decision, onDo, onClose } = props
  const [chosen, setChosen] = useState<string | null>(null)
  const [words, setWords] = useState('')
  const [mistake, setMistake] = useState<string>()
  const refused = decision.error && fieldSentences(issuesOf(decision.error)).reason

  function send() {
    const reason = chosen === OWN ? words.trim() : (reasons[Number(chosen)] ?? '')
    if (chosen === null) return setMistake(t('common.reasonMissing'))
    if (reason.length < REASON_MIN) return setMistake(t('common.tooShort'))
    void onDo(reason)
  }

  return (
    <Sheet
      open
      title={title}
      onClose={onClose}
      footer={
        <Button full busy={decision.busy} onClick={send}>
          {doText}
        </Button>
      }
    >
      <View className="hz-reason__lead">{lead}</View>
      <Problem {...decision} onRetry={send} />
      <ChoiceField
        look="rows"
        label={t('common.reasonLabel')}
        error={chosen === OWN ? undefined : mistake}
        options={[
          ...reasons.map((label, index) => ({ value: String(index), label })),
          { value: OWN, label: t('common.reasonOwn') },
        ]}
        value={chosen}
        onChange={(value) => {
          setChosen(value)
          setMistake(undefined)
        }}
      />
      {chosen === OWN && (
        <TextField
          long
          label={t('common.reasonOwn')}
          placeholder={t('common.reasonExample')}
          maxLength={REASON_MAX}
          value={words}
          error={mistake ?? refused}
          onChange={(value) => {
            setWords(value)
            setMistake(undefined)
          }}
        />
      )}
    </Sheet>
  )
}
