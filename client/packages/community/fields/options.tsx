import { View } from '@tarojs/components'
import { DEFINITION_BOUNDS } from '../../../../types/definition'
import { Button } from '../../../components/Button'
import { Field } from '../../../components/Field'
import { RowActs } from '../../../components/RowActs'
import { TextField } from '../../../components/TextField'
import { t } from '../../../i18n'
import { blankOption } from './change'
import type { PartProps } from './part'

/** What can be chosen, in its order. */
export function Options({ field, mistakes, onChange }: PartProps) {
  const { options = [] } = field
  const [fewest, most] = DEFINITION_BOUNDS.options
  const put = (make: (before: typeof options) => typeof options) =>
    onChange((before) => ({ options: make(before.options ?? []) }))
  return (
    <Field label={t('forms.options')} error={mistakes.options}>
      {options.map(({ value, label }, at) => (
        <View key={value} className="option-row">
          <View className="option-row__words">
            <TextField
              label={t('forms.option', { number: at + 1 })}
              value={label}
              maxLength={DEFINITION_BOUNDS.option[1]}
              error={mistakes[`options.${at}`]}
              onChange={(words) =>
                put((all) =>
                  all.map((item) => (item.value === value ? { ...item, label: words } : item)),
                )
              }
            />
          </View>
          <RowActs
            name={t('forms.option', { number: at + 1 })}
            onUp={at > 0 ? () => put((all) => swapped(all, value)) : undefined}
            onRemove={
              options.length > fewest
                ? () => put((all) => all.filter((item) => item.value !== value))
                : undefined
            }
          />
        </View>
      ))}
      {options.length < most && (
        <Button
          small
          kind="secondary"
          icon="add"
          onClick={() => put((all) => [...all, blankOption()])}
        >
          {t('forms.addOption')}
        </Button>
      )}
    </Field>
  )
}

type Option = { value: string; label: string }

/** One option before the one that stood before it. */
function swapped(options: readonly Option[], value: string): Option[] {
  const next = [...options]
  const from = next.findIndex((option) => option.value === value)
  const [option] = from < 1 ? [] : next.splice(from, 1)
  if (option) next.splice(from - 1, 0, option)
  return next
}
