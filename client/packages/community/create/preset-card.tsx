import { View } from '@tarojs/components'
import { useState } from 'react'
import type { PresetKey } from '../../../../types/community'
import { spoken } from '../../../components/a11y'
import { Button } from '../../../components/Button'
import { cx } from '../../../components/cx'
import { Icon, type IconName } from '../../../components/Icon'
import { t } from '../../../i18n'
import type { Preset } from './use-creation'

const ICONS: Record<PresetKey, IconName> = {
  neighbourhood: 'home',
  technology: 'idea',
  founders: 'briefcase',
  bargain: 'shopping',
  reading: 'book',
  homestay: 'door',
  carOwners: 'car',
  generic: 'hand',
}

interface Props {
  preset: Preset
  isChosen: boolean
  onChoose: () => void
}

/** A ready arrangement: what it is for, how much is in it, and on a tap all that is in it. */
export function PresetCard({ preset, isChosen, onChoose }: Props) {
  const [isOpen, setOpen] = useState(false)
  const { key, name, summary, rules, questions, templates, welcome, levels } = preset
  return (
    <View className={cx('preset', isChosen && 'preset--on')}>
      <View
        className="preset__choice"
        onClick={onChoose}
        {...spoken({ role: 'radio', label: name, checked: isChosen, focusable: true })}
      >
        <View className="preset__icon">
          <Icon name={ICONS[key]} />
        </View>
        <View className="preset__words">
          <View className="preset__name">{name}</View>
          <View className="preset__summary">{summary}</View>
          <View className="preset__count">
            {t('community.presetInside', {
              rules: rules.length,
              templates: templates.length,
              questions: questions.length,
            })}
          </View>
        </View>
        <View className={cx('preset__mark', isChosen && 'preset__mark--on')}>
          {isChosen && <Icon name="check" size="small" />}
        </View>
      </View>
      {isOpen && (
        <View className="preset__inside">
          <Part title={t('community.presetForms')} items={templates} />
          <Part
            title={t('community.presetQuestions')}
            items={questions.map(({ label }) => label)}
          />
          <Part title={t('community.presetRules')} items={rules} />
          <Part title={t('community.presetWelcome')} items={[welcome]} />
          <Part title={t('community.presetLevels')} items={levels.map((level) => level.name)} />
        </View>
      )}
      <View className="preset__more">
        <Button
          kind="quiet"
          small
          onClick={() => setOpen(!isOpen)}
          label={`${name} ${t(isOpen ? 'community.presetLess' : 'community.presetMore')}`}
        >
          {t(isOpen ? 'community.presetLess' : 'community.presetMore')}
        </Button>
      </View>
    </View>
  )
}

function Part({ title, items }: { title: string; items: readonly string[] }) {
  return (
    <View className="preset__part">
      <View className="preset__title">{title}</View>
      {items.map((item) => (
        <View key={item} className="preset__item">
          {item}
        </View>
      ))}
    </View>
  )
}
