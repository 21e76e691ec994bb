import { View } from '@tarojs/components'
import { cx } from '../../../components/cx'
import { Section } from '../../../components/Section'
import { Tag } from '../../../components/Tag'
import { t } from '../../../i18n'
import type { Recognition } from './view'

/** All levels from the first, with what each asks for and is good for. */
export function Ladder({ recognition: { levels, mine } }: { recognition: Recognition }) {
  return (
    <Section title={t('recognition.levels')}>
      <View className="levels-ladder">
        {levels.map(({ name, from, benefits }, rank) => (
          <View
            key={`${name} ${from}`}
            className={cx('levels-step', rank <= mine.rank && 'levels-step--reached')}
          >
            <View className="levels-step__mark">{rank + 1}</View>
            <View className="levels-step__words">
              <View className="levels-step__head">
                <View className="levels-step__name">{name}</View>
                {rank === mine.rank && <Tag tone="jade">{t('recognition.here')}</Tag>}
              </View>
              <View className="levels-step__from">
                {from === 0 ? t('recognition.fromStart') : t('recognition.from', { from })}
              </View>
              {benefits !== '' && <View className="levels-step__benefits">{benefits}</View>}
            </View>
          </View>
        ))}
      </View>
    </Section>
  )
}
