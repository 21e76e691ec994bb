import { Input, View } from '@tarojs/components'
import { useState } from 'react'
import { SKILL_LENGTH_MAX, SKILLS_MAX } from '../../../types/shape'
import { t } from '../../i18n'
import { spoken } from '../a11y'
import { Button } from '../Button'
import { ChoiceField } from '../ChoiceField'
import type { FieldProps } from '../Field'
import '../TextField/index.scss'
import './index.scss'

interface Props extends FieldProps {
  value: readonly string[]
  onChange: (change: (before: readonly string[]) => string[]) => void
  /** Offered as chips; what the person adds stands beside them. */
  suggestions: readonly string[]
}

/** What a person can help with: ready words to tap, and their own. */
export function SkillsField({ value, onChange, suggestions, ...field }: Props) {
  const [own, setOwn] = useState('')
  const [seen, setSeen] = useState<readonly string[]>(value)
  const words = [...new Set([...suggestions, ...seen, ...value])]
  const isFull = value.length >= SKILLS_MAX
  const add = () => {
    const word = own.trim()
    setOwn('')
    if (!word || isFull) return
    setSeen((before) => [...before, word])
    onChange((before) => (before.includes(word) ? [...before] : [...before, word]))
  }
  return (
    <View className="hz-skills">
      <ChoiceField
        {...field}
        multiple
        options={words.map((word) => ({ value: word, label: word }))}
        value={value}
        onChange={(change) => onChange((before) => change(before).slice(0, SKILLS_MAX))}
      />
      <View className="hz-skills__own">
        <View className="hz-input hz-text hz-skills__input">
          <Input
            className="hz-text__line"
            value={own}
            maxlength={SKILL_LENGTH_MAX}
            placeholder={t(isFull ? 'member.skillsFull' : 'member.ownSkill')}
            placeholderClass="hz-text__placeholder"
            confirmType="done"
            onInput={(event) => setOwn(event.detail.value)}
            onConfirm={add}
            {...spoken({ label: t('member.ownSkill') })}
          />
        </View>
        <Button kind="secondary" disabled={own.trim() === '' || isFull} onClick={add}>
          {t('member.addSkill')}
        </Button>
      </View>
    </View>
  )
}
