import { View } from '@tarojs/components'
import { AVATARS, type AvatarId } from '../../../types/shape'
import { Avatar } from '../Avatar'
import { spoken } from '../a11y'
import { cx } from '../cx'
import { Field, type FieldProps } from '../Field'
import { Icon } from '../Icon'
import './index.scss'

interface Props extends FieldProps {
  value: AvatarId
  onChange: (value: AvatarId) => void
  /** What a screen reader calls the n-th picture. */
  nameOf: (n: number) => string
}

/** One of the twelve drawn pictures; all of them in sight. */
export function AvatarField({ value, onChange, nameOf, ...field }: Props) {
  return (
    <Field {...field}>
      <View className="hz-avatars" {...spoken({ role: 'radiogroup', label: field.label })}>
        {AVATARS.map((avatar, index) => {
          const isChosen = avatar === value
          return (
            <View
              key={avatar}
              className={cx('hz-avatars__cell', isChosen && 'hz-avatars__cell--on')}
              onClick={() => onChange(avatar)}
              {...spoken({
                role: 'radio',
                label: nameOf(index + 1),
                checked: isChosen,
                focusable: true,
              })}
            >
              <Avatar id={avatar} size="normal" />
              {isChosen && (
                <View className="hz-avatars__tick">
                  <Icon name="check" size="small" />
                </View>
              )}
            </View>
          )
        })}
      </View>
    </Field>
  )
}
