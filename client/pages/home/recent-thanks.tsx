import { View } from '@tarojs/components'
import { Card } from '../../components/Card'
import { Quote } from '../../components/Quote'
import { Section } from '../../components/Section'
import { usePages } from '../../hooks/use-pages'
import { t } from '../../i18n'
import { navigate } from '../../services/navigate'

const SHOWN = 3

/** The newest of the thanks wall. */
export function RecentThanks({ communityId }: { communityId: string }) {
  const { items } = usePages('help.listThanks', { communityId })
  if (!items) return null
  return (
    <Section
      title={t('home.thanks')}
      {...(items.length > 0
        ? {
            more: {
              text: t('home.seeWall'),
              onClick: () => void navigate('help.thanks', { communityId }),
            },
          }
        : {})}
    >
      <Card>
        {items.length === 0 && <View className="home-none">{t('home.noThanks')}</View>}
        {items.slice(0, SHOWN).map(({ thanksId, words, from, to }) => (
          <Quote
            key={thanksId}
            words={words}
            by={t('home.thanksBy', { from: from.nickname, to: to.nickname })}
          />
        ))}
      </Card>
    </Section>
  )
}
