import { View } from '@tarojs/components'
import { spoken } from '../../../components/a11y'
import { TextField } from '../../../components/TextField'
import { t } from '../../../i18n'

interface Props {
  label: string
  why?: string
  example: string
  value: string
  error: string | undefined
  /** Sentences to begin with: a tap puts one in, to be sent as it is or written on. */
  ready: readonly string[]
  onChange: (value: string) => void
}

export const WORDS_MAX = 200
const WORDS_MIN = 2

/** What is wrong with such words, as a sentence; undefined when they can be sent. */
export const mistakeIn = (words: string): string | undefined =>
  words.trim().length < WORDS_MIN ? t('common.tooShort') : undefined

/** A few words to another person, with ready ones for who is in a hurry. */
export function WordsField({ label, why, example, value, error, ready, onChange }: Props) {
  return (
    <>
      <TextField
        long
        label={label}
        why={why}
        placeholder={example}
        maxLength={WORDS_MAX}
        value={value}
        error={error}
        onChange={onChange}
      />
      <View className="request-ready__label">{t('help.ready')}</View>
      <View className="request-ready">
        {ready.map((words) => (
          <View
            key={words}
            className="request-ready__words"
            onClick={() => onChange(words)}
            {...spoken({ role: 'button', focusable: true })}
          >
            {words}
          </View>
        ))}
      </View>
    </>
  )
}
