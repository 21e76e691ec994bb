import { View } from '@tarojs/components'
import { useState } from 'react'
import type { FieldDraft } from '../../../../types/definition'
import { FIELD_KINDS, FIXED_FIELDS, type FieldKind } from '../../../../types/template'
import { spoken } from '../../../components/a11y'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { cx } from '../../../components/cx'
import { Icon } from '../../../components/Icon'
import { ListGroup, ListRow } from '../../../components/ListRow'
import { RowActs } from '../../../components/RowActs'
import { Sheet } from '../../../components/Sheet'
import { Tag } from '../../../components/Tag'
import { t } from '../../../i18n'
import { blankField, kindIcons, moved } from './change'
import { FieldEditor } from './field-editor'
import './index.scss'

/** Changes the fields from what they are then: two taps may come between one drawing and the next. */
export type ChangeFields = (make: (before: readonly FieldDraft[]) => FieldDraft[]) => void

interface Props {
  fields: readonly FieldDraft[]
  onChange: ChangeFields
  /** Sentences by place: `fields.3.label`. */
  mistakes: Readonly<Record<string, string>>
  max: number
  /** A request form: with the three fields every form has, pictures, and proof. */
  isForm: boolean
}

const isFixed = (key: string) => FIXED_FIELDS.some((fixed) => fixed === key)

/** The fields of a form in their order: folded to a line each, opened one at a time. */
export function FieldsEditor({ fields, onChange, mistakes, max, isForm }: Props) {
  const [openKey, setOpenKey] = useState<string | null>(null)
  const [isAdding, setAdding] = useState(false)
  const kinds = FIELD_KINDS.filter((kind) => isForm || kind !== 'images')
  const add = (kind: FieldKind) => {
    const field = blankField(kind)
    setAdding(false)
    setOpenKey(field.key)
    // Words of thanks close a form: what is added stands before them.
    onChange((all) =>
      all.at(-1)?.key === 'thanks'
        ? [...all.slice(0, -1), field, ...all.slice(-1)]
        : [...all, field],
    )
  }
  return (
    <>
      {mistakes.fields && (
        <View className="fields-mistake hz-field--wrong" {...spoken({ role: 'alert' })}>
          {mistakes.fields}
        </View>
      )}
      {fields.map((field, at) => {
        const own = ownMistakes(mistakes, at)
        const isWrong = Object.keys(own).length > 0
        const label = field.label.trim() || t('forms.noLabel')
        const name = t('forms.fieldNamed', { label })
        const fixed = isForm && isFixed(field.key)
        const isOpen = openKey === field.key || isWrong
        return (
          <Card key={field.key}>
            <View className={cx('field-row', isWrong && 'hz-field--wrong')}>
              <View
                className="field-row__head"
                onClick={() => setOpenKey(isOpen ? null : field.key)}
                {...spoken({ role: 'button', expanded: isOpen, focusable: true })}
              >
                <Icon name={kindIcons[field.kind]} className="field-row__icon" />
                <View className="field-row__words">
                  <View className="field-row__label">{label}</View>
                  <View className="field-row__tags">
                    {t(`forms.kind_${field.kind}`)}
                    {fixed && <Tag>{t('forms.fixedTag')}</Tag>}
                    {!fixed && field.required && <Tag>{t('forms.requiredTag')}</Tag>}
                    {field.reviewersOnly && <Tag tone="amber">{t('forms.reviewersTag')}</Tag>}
                  </View>
                </View>
              </View>
              <RowActs
                name={name}
                removable={!fixed}
                onUp={at > 0 ? () => onChange((all) => moved(all, field.key, -1)) : undefined}
                onDown={
                  at < fields.length - 1
                    ? () => onChange((all) => moved(all, field.key, 1))
                    : undefined
                }
                onRemove={() => onChange((all) => all.filter(({ key }) => key !== field.key))}
              />
            </View>
            {isOpen && (
              <FieldEditor
                field={field}
                mistakes={own}
                isFixed={fixed}
                isForm={isForm}
                onChange={(make) =>
                  onChange((all) =>
                    all.map((item) => (item.key === field.key ? { ...item, ...make(item) } : item)),
                  )
                }
              />
            )}
          </Card>
        )
      })}
      {fields.length < max && (
        <Button full kind="secondary" icon="add" onClick={() => setAdding(true)}>
          {t('forms.addField')}
        </Button>
      )}
      <Sheet open={isAdding} title={t('forms.addFieldTitle')} onClose={() => setAdding(false)}>
        <ListGroup>
          {kinds.map((kind) => (
            <ListRow
              key={kind}
              icon={kindIcons[kind]}
              title={t(`forms.kind_${kind}`)}
              onClick={() => add(kind)}
            />
          ))}
        </ListGroup>
      </Sheet>
    </>
  )
}

/** What is wrong within one field, by the rest of its place. */
const ownMistakes = (mistakes: Readonly<Record<string, string>>, at: number) =>
  Object.fromEntries(
    Object.entries(mistakes).flatMap(([place, words]) => {
      const start = `fields.${at}.`
      return place.startsWith(start) ? [[place.slice(start.length), words]] : []
    }),
  )
