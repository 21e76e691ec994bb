import { Input, View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { t } from '../../i18n'
import { spoken } from '../a11y'
import { Icon } from '../Icon'
import './index.scss'

interface Props {
  /** What is looked for now; empty looks for nothing. */
  value: string
  onChange: (words: string) => void
  label: string
  placeholder: string
  maxLength: number
}

/** A pause of this length ends a word: the cloud is asked once for each, not for each letter. */
const PAUSE_MS = 400

/** Looks for words in a list, as they are written. */
export function SearchField({ value, onChange, label, placeholder, maxLength }: Props) {
  const [words, setWords] = useState(value)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  // What was looked for may be taken back elsewhere: 看全部.
  useEffect(() => setWords(value), [value])

  function look(written: string, afterMs: number) {
    setWords(written)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      if (written.trim() !== value) onChange(written.trim())
    }, afterMs)
  }
  return (
    <View className="hz-search">
      <Icon name="search" size="small" className="hz-search__icon" />
      <Input
        className="hz-search__line"
        type="text"
        confirmType="search"
        maxlength={maxLength}
        value={words}
        placeholder={placeholder}
        placeholderClass="hz-text__placeholder"
        onInput={(event) => look(event.detail.value, PAUSE_MS)}
        onConfirm={() => look(words, 0)}
        {...spoken({ label })}
      />
      {words !== '' && (
        <View
          className="hz-search__clear"
          onClick={() => look('', 0)}
          {...spoken({ role: 'button', label: t('help.clearSearch'), focusable: true })}
        >
          <Icon name="close" size="small" />
        </View>
      )}
    </View>
  )
}
