import { View } from '@tarojs/components'
import { RowActs } from '../../../components/RowActs'
import { TextField } from '../../../components/TextField'
import { t } from '../../../i18n'
import { TEXT_LIMITS } from '../../../services/check-texts'

interface Props {
  number: number
  words: string
  error: string | undefined
  onChange: (words: string) => void
  onUp?: () => void
  onDown?: () => void
  onRemove?: () => void
}

/** One rule while it is edited: its words, its place, and taking it out. */
export function RuleField({ number, words, error, onChange, ...acts }: Props) {
  return (
    <View className="rule">
      <TextField
        long
        label={t('community.ruleNumber', { number })}
        placeholder={t('community.ruleExample')}
        maxLength={TEXT_LIMITS.rule[1]}
        value={words}
        error={error}
        onChange={onChange}
      />
      <View className="rule__acts">
        <RowActs name={t('community.ruleNumber', { number })} {...acts} />
      </View>
    </View>
  )
}
