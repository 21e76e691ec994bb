import { View } from '@tarojs/components'
import type { ChallengeDetail } from '../../../../types/challenge'
import { lengthOf } from '../../../../types/challenge'
import { spoken } from '../../../components/a11y'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { cx } from '../../../components/cx'
import { Tag } from '../../../components/Tag'
import { t } from '../../../i18n'
import { dayInWords } from '../../../i18n/day'
import { navigate } from '../../../services/navigate'
import { daysOf, periodOf, phaseTag } from '../parts/words'

interface Props {
  ids: { communityId: string; challengeId: string }
  challenge: ChallengeDetail
}

/** What it is about and, for who takes part, each of its days as a petal of the row. */
export function Head({ ids, challenge }: Props) {
  const { about, daysNeeded, participants, capacity, points, mine, place, reason, steps } =
    challenge
  const { tone, text } = phaseTag(challenge)
  return (
    <>
      <Card>
        <View className="challenge__top">
          <View className="challenge__note">{periodOf(challenge)}</View>
          <Tag tone={tone}>{text}</Tag>
        </View>
        {about !== '' && <View className="challenge__about">{about}</View>}
        {reason !== null && (
          <View className="challenge__about">{t('recognition.cancelledFor', { reason })}</View>
        )}
        <View className="challenge__note">
          {t('recognition.needsAndGives', { needed: daysNeeded, points })}
        </View>
        <View className="challenge__note">
          {t('recognition.places', { participants, capacity })} ·{' '}
          {t('recognition.startedBy', { name: challenge.creator.nickname })}
        </View>
        {steps.includes('edit') && (
          <Button
            small
            kind="quiet"
            icon="edit"
            className="challenge__edit"
            onClick={() => void navigate('recognition.challengeEdit', ids)}
          >
            {t('recognition.editChallenge')}
          </Button>
        )}
      </Card>
      {mine && (
        <Card>
          <View className="challenge__top">
            <View className="challenge__mine">{daysOf(mine.days, daysNeeded)}</View>
            {place !== null && (
              <View className="challenge__note">{t('recognition.myPlace', { place })}</View>
            )}
          </View>
          <Days challenge={challenge} />
          {mine.state !== 'joined' && (
            <View className="challenge__note">{t(`recognition.end_${mine.state}`)}</View>
          )}
        </Card>
      )}
    </>
  )
}

/** Every day from the first to the last: written, waiting for a moderator, missed, to come. */
function Days({ challenge }: { challenge: ChallengeDetail }) {
  const { firstDay, today, written, lastDay } = challenge
  const shown = new Map(written.map(({ day, isShown }) => [day, isShown]))
  const begin = Date.parse(firstDay)
  const days = Array.from({ length: lengthOf({ firstDay, lastDay }) }, (_, n) =>
    new Date(begin + n * 86_400_000).toISOString().slice(0, 10),
  )
  return (
    <View
      className="challenge-days"
      {...spoken({
        role: 'img',
        label: t('recognition.daysLabel', { written: written.length, all: days.length }),
      })}
    >
      {days.map((day) => (
        <View
          key={day}
          className={cx(
            'challenge-days__day',
            shown.get(day) === true && 'challenge-days__day--written',
            shown.get(day) === false && 'challenge-days__day--waiting',
            day === today && 'challenge-days__day--today',
            day > today && 'challenge-days__day--ahead',
          )}
        >
          {Number(day.slice(8))}
        </View>
      ))}
      <View className="challenge-days__note">
        {written.some(({ isShown }) => !isShown) && t('recognition.waitingNote')}
        {written.length === 0 && t('recognition.firstDayNote', { day: dayInWords(firstDay) })}
      </View>
    </View>
  )
}
