import { View } from '@tarojs/components'
import type { Template } from '../../../../types/template'
import { spoken } from '../../../components/a11y'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { cx } from '../../../components/cx'
import { Icon } from '../../../components/Icon'
import { RowActs } from '../../../components/RowActs'
import { Tag } from '../../../components/Tag'
import { t } from '../../../i18n'

interface Props {
  template: Template
  enabled: boolean
  onOpen: () => void
  onSwitch: () => void
  onUp: (() => void) | undefined
  onDown: (() => void) | undefined
}

/** One form of the list: what it is, and on the strip below its switch and its place. */
export function FormRow({ template, enabled, onOpen, onSwitch, onUp, onDown }: Props) {
  const { name, hint, icon, version, fields, sensitivity } = template
  const action = t(enabled ? 'forms.switchOff' : 'forms.switchOn')
  return (
    <Card
      slip={
        <View className="form-row__slip">
          <Button
            small
            kind="quiet"
            label={t('forms.switchNamed', { action, name })}
            onClick={onSwitch}
          >
            {action}
          </Button>
          <RowActs name={name} onUp={onUp} onDown={onDown} removable={false} />
        </View>
      }
    >
      <View
        className={cx('form-row', !enabled && 'form-row--off')}
        onClick={onOpen}
        {...spoken({ role: 'button', focusable: true })}
      >
        <View className="form-row__seal">
          <Icon name={icon} />
        </View>
        <View className="form-row__words">
          <View className="form-row__name">
            {name}
            {!enabled && <Tag icon="hidden">{t('forms.off')}</Tag>}
            {sensitivity !== 'none' && (
              <Tag tone="amber" icon="shield">
                {t(`forms.sensitive_${sensitivity}`)}
              </Tag>
            )}
          </View>
          <View className="form-row__hint">{hint}</View>
          <View className="form-row__about">
            {t('forms.about', { version, count: fields.length })}
          </View>
        </View>
        <Icon name="next" size="small" className="form-row__arrow" />
      </View>
    </Card>
  )
}
