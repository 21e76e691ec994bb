import { View } from '@tarojs/components'
import { spoken } from '../a11y'
import { cx } from '../cx'
import { Icon } from '../Icon'
import './index.scss'

interface Props {
  label: string
  picked: boolean
  onPick: () => void
}

/** Picks one of several things for a decision about all of them. */
export const PickBox = ({ label, picked, onPick }: Props) => (
  <View
    className={cx('hz-pick', picked && 'hz-pick--on')}
    onClick={onPick}
    {...spoken({ role: 'checkbox', label, checked: picked, focusable: true })}
  >
    <View className="hz-pick__box">{picked && <Icon name="check" size="small" />}</View>
  </View>
)
