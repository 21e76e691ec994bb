import { View } from '@tarojs/components'
import { t } from '../../i18n'
import { spoken } from '../a11y'
import { cx } from '../cx'
import { Icon, type IconName } from '../Icon'
import './index.scss'

interface Props {
  /** What is moved or taken out, for a screen reader: 第 3 条. */
  name: string
  onUp?: (() => void) | undefined
  onDown?: (() => void) | undefined
  /** Left out where nothing may be taken out at all: the place is not kept then. */
  onRemove?: (() => void) | undefined
  removable?: boolean
}

/** Moving one row of a list up and down, and taking it out. */
export function RowActs({ name, onUp, onDown, onRemove, removable = true }: Props) {
  return (
    <View className="hz-acts">
      <Act icon="down" isTurned label={t('common.moveUp', { name })} onClick={onUp} />
      <Act icon="down" label={t('common.moveDown', { name })} onClick={onDown} />
      {removable && <Act icon="delete" label={t('common.takeOut', { name })} onClick={onRemove} />}
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
      className={cx(
        'hz-acts__one',
        isTurned && 'hz-acts__one--turned',
        !onClick && 'hz-acts__one--off',
      )}
      {...(onClick ? { onClick } : {})}
      {...spoken({ role: 'button', label, disabled: !onClick, focusable: true })}
    >
      <Icon name={icon} />
    </View>
  )
}
