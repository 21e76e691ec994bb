import { View } from '@tarojs/components'
import { spoken } from '../../../components/a11y'
import { cx } from '../../../components/cx'
import { Icon, type IconName } from '../../../components/Icon'
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
export function RuleField({ number, words, error, onChange, onUp, onDown, onRemove }: Props) {
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
        <Act icon="down" isTurned label={t('community.ruleUp', { number })} onClick={onUp} />
        <Act icon="down" label={t('community.ruleDown', { number })} onClick={onDown} />
        <Act icon="delete" label={t('community.ruleRemove', { number })} onClick={onRemove} />
      </View>
    </View>
  )
}

interface ActProps {
  icon: IconName
  isTurned?: boolean
  label: string
  onClick: (() => void) | undefined
}

/** Keeps its place when there is nothing to do, so that the others do not jump. */
function Act({ icon, isTurned, label, onClick }: ActProps) {
  return (
    <View
      className={cx('rule__act', isTurned && 'rule__act--turned', !onClick && 'rule__act--off')}
      {...(onClick ? { onClick } : {})}
      {...spoken({ role: 'button', label, disabled: !onClick, focusable: true })}
    >
      <Icon name={icon} />
    </View>
  )
}
