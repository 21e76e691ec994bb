import { Text, View } from '@tarojs/components'
import type { Rules } from '../../../../types/community'
import { Card } from '../../../components/Card'
import { Tag } from '../../../components/Tag'
import { t } from '../../../i18n'
import { type Change, changesOf, type Part } from './changes'

interface Props {
  before: Rules
  rules: Rules
}

/** What the new rules have and the others had not: only what changed, the old words above the new. */
export function RuleChanges({ before, rules }: Props) {
  const changes = changesOf(before.items, rules.items)
  const changed = changes.filter(({ kind }) => kind !== 'same')
  const same = changes.length - changed.length
  return (
    <Card>
      {changed.length === 0 && <View className="changes__same">{t('community.rulesMoved')}</View>}
      {changed.map((change) => (
        <View key={keyOf(change)} className="changes__one">
          <ChangeRow change={change} />
        </View>
      ))}
      {changed.length > 0 && same > 0 && (
        <View className="changes__same">{t('community.rulesUnchanged', { count: same })}</View>
      )}
    </Card>
  )
}

const keyOf = (change: Change) =>
  change.kind === 'changed'
    ? change.after.map(({ words }) => words).join('')
    : `${change.kind} ${change.words}`

function ChangeRow({ change }: { change: Change }) {
  switch (change.kind) {
    case 'same':
      return null
    case 'added':
      return (
        <>
          <Tag tone="jade" icon="add">
            {t('community.rulesAdded')}
          </Tag>
          <View className="changes__words">{change.words}</View>
        </>
      )
    case 'removed':
      return (
        <>
          <Tag icon="minus">{t('community.rulesRemoved')}</Tag>
          <View className="changes__words changes__words--gone">{change.words}</View>
        </>
      )
    case 'changed':
      return (
        <>
          <Tag tone="amber" icon="edit">
            {t('community.rulesChanged')}
          </Tag>
          <Side name={t('community.rulesWas')} parts={change.before} look="old" />
          <Side name={t('community.rulesIs')} parts={change.after} look="new" />
        </>
      )
  }
}

function Side({ name, parts, look }: { name: string; parts: Part[]; look: 'old' | 'new' }) {
  return (
    <View className="changes__side">
      <View className="changes__name">{name}</View>
      <View className="changes__text">
        {parts.map(({ words, isChanged }) => (
          <Text key={words} className={isChanged ? `changes__${look}` : ''}>
            {words}
          </Text>
        ))}
      </View>
    </View>
  )
}
