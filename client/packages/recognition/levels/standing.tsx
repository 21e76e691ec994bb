import { View } from '@tarojs/components'
import { spoken } from '../../../components/a11y'
import { Card } from '../../../components/Card'
import { t } from '../../../i18n'
import type { Recognition } from './view'

/** My level, and how far the next one is. */
export function Standing({ recognition: { levels, mine } }: { recognition: Recognition }) {
  const { contribution, rank, next } = mine
  const begin = levels[rank]?.from ?? 0
  const goal = next ? contribution + next.missing : contribution
  const share = next ? Math.round((100 * (contribution - begin)) / (goal - begin)) : 100
  return (
    <Card>
      <View className="levels-mine">
        <View className="levels-mine__label">{t('recognition.myLevel')}</View>
        <View className="levels-mine__count">
          {t('recognition.contribution', { count: contribution })}
        </View>
      </View>
      <View className="levels-mine__name">{levels[rank]?.name}</View>
      <View
        className="levels-bar"
        {...spoken({
          role: 'img',
          label: next
            ? t('recognition.barLabel', { have: contribution, goal })
            : t('recognition.highest'),
        })}
      >
        <View className="levels-bar__done" style={{ width: `${share}%` }} />
      </View>
      <View className="levels-mine__next">
        {next
          ? t('recognition.missing', {
              missing: next.missing,
              level: levels[next.rank]?.name ?? '',
            })
          : t('recognition.highest')}
      </View>
    </Card>
  )
}
