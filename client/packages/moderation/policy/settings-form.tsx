import { View } from '@tarojs/components'
import { useState } from 'react'
import type { CallOutput } from '../../../../types/contract'
import {
  type CommunityWord,
  NEWCOMER_REVIEWS_MAX,
  WORD_LENGTH_MAX,
  WORDS_MAX,
} from '../../../../types/moderation'
import { Button } from '../../../components/Button'
import { Problem } from '../../../components/Problem'
import { Section } from '../../../components/Section'
import { Stepper } from '../../../components/Stepper'
import { TextField } from '../../../components/TextField'
import { toast } from '../../../components/Toast'
import { useDraft } from '../../../hooks/use-draft'
import { useWrite } from '../../../hooks/use-write'
import { t } from '../../../i18n'

interface Props {
  communityId: string
  policy: CallOutput<'moderation.getPolicy'>
  onDone: () => void
}

/** The community's own words and how long newcomers are looked at first. */
export function SettingsForm({ communityId, policy, onDone }: Props) {
  const { revision, words, newcomerReviews } = policy
  const draft = useDraft(`policy:${communityId}:${revision}`, { words, newcomerReviews })
  const save = useWrite('moderation.savePolicy', ['moderation.getPolicy'])
  const { change } = draft

  async function send() {
    const result = await save.run({ communityId, basedOn: revision, ...draft.value })
    if (!result.ok) return
    draft.forget()
    toast(t('moderation.saved'), { kind: 'done' })
    onDone()
  }

  return (
    <Section title={t('moderation.settings')}>
      <Stepper
        label={t('moderation.newcomers')}
        why={t('moderation.newcomersWhy')}
        value={draft.value.newcomerReviews}
        min={0}
        max={NEWCOMER_REVIEWS_MAX}
        unit={t('moderation.newcomersUnit')}
        onChange={(value) => change({ newcomerReviews: value })}
      />
      <Words words={draft.value.words} onChange={(changed) => change({ words: changed })} />
      <Problem
        error={save.error}
        communityId={communityId}
        busy={save.busy}
        onRetry={() => void send()}
      />
      <Button full busy={save.busy} onClick={() => void send()}>
        {t('moderation.save')}
      </Button>
    </Section>
  )
}

interface WordsProps {
  words: readonly CommunityWord[]
  onChange: (words: CommunityWord[]) => void
}

function Words({ words, onChange }: WordsProps) {
  const [typed, setTyped] = useState('')
  const [mistake, setMistake] = useState<string>()

  function add() {
    const text = typed.trim()
    if (text === '') return setMistake(t('moderation.wordMissing'))
    if (words.some((word) => word.text === text)) return setMistake(t('moderation.wordKnown'))
    setMistake(undefined)
    setTyped('')
    onChange([...words, { text, refuse: false }])
  }

  return (
    <View className="policy__words">
      <TextField
        label={t('moderation.words')}
        why={t('moderation.wordsWhy', { max: WORDS_MAX })}
        placeholder={t('moderation.wordNew')}
        value={typed}
        error={mistake}
        maxLength={WORD_LENGTH_MAX}
        onChange={setTyped}
      />
      <Button kind="secondary" small disabled={words.length >= WORDS_MAX} onClick={add}>
        {t('moderation.wordAdd')}
      </Button>
      {words.map((word) => {
        const mode = t(word.refuse ? 'moderation.wordRefuse' : 'moderation.wordReview')
        return (
          <View key={word.text} className="policy__word">
            <View className="policy__word-text">{word.text}</View>
            <Button
              kind="quiet"
              small
              label={t('moderation.wordToggle', { word: word.text, mode })}
              onClick={() =>
                onChange(
                  words.map((each) => (each === word ? { ...word, refuse: !word.refuse } : each)),
                )
              }
            >
              {mode}
            </Button>
            <Button
              kind="quiet"
              small
              icon="close"
              label={t('moderation.wordRemove', { word: word.text })}
              onClick={() => onChange(words.filter((each) => each !== word))}
            >
              {t('moderation.remove')}
            </Button>
          </View>
        )
      })}
    </View>
  )
}
