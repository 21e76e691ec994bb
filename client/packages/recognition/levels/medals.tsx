import { View } from '@tarojs/components'
import { useState } from 'react'
import { spoken } from '../../../components/a11y'
import { Medal } from '../../../components/Medal'
import { Section } from '../../../components/Section'
import { Sheet } from '../../../components/Sheet'
import { useTimeZone } from '../../../hooks/use-time-zone'
import { t } from '../../../i18n'
import { inFull } from '../../../i18n/time'
import type { Recognition } from './view'

type MedalView = Recognition['medals'][number]

/** All medals, those earned in colour; a tap says what each is for. */
export function Medals({ communityId, medals }: { communityId: string; medals: MedalView[] }) {
  const timeZone = useTimeZone(communityId)
  const [opened, setOpened] = useState<MedalView | null>(null)
  const have = medals.filter(({ earnedAt }) => earnedAt !== null).length
  const standing = ({ earnedAt, done, goal }: MedalView) =>
    earnedAt === null
      ? t('recognition.medalAhead', { done, goal })
      : t('recognition.medalEarned', { day: inFull(earnedAt, timeZone, 'day') })
  return (
    <Section
      title={`${t('recognition.medals')} ${t('recognition.medalsHave', { have, all: medals.length })}`}
    >
      <View className="levels-medals">
        {medals.map((view) => (
          <View
            key={view.medal}
            className="levels-medal"
            onClick={() => setOpened(view)}
            {...spoken({
              role: 'button',
              label: `${t(`recognition.medal_${view.medal}`)} ${standing(view)}`,
              focusable: true,
            })}
          >
            <Medal name={view.medal} isAhead={view.earnedAt === null} />
            <View className="levels-medal__name">{t(`recognition.medal_${view.medal}`)}</View>
            {view.earnedAt === null && view.goal > 1 && (
              <View className="levels-medal__note">{standing(view)}</View>
            )}
          </View>
        ))}
      </View>
      {opened && (
        <Sheet open title={t(`recognition.medal_${opened.medal}`)} onClose={() => setOpened(null)}>
          <View className="levels-opened">
            <Medal name={opened.medal} size="large" isAhead={opened.earnedAt === null} />
            <View className="levels-opened__how">{t(`recognition.how_${opened.medal}`)}</View>
            <View className="levels-opened__note">{standing(opened)}</View>
          </View>
        </Sheet>
      )}
    </Section>
  )
}
