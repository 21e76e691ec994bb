import { View } from '@tarojs/components'
import { useRead } from '../../hooks/use-read'
import { useWrite } from '../../hooks/use-write'
import { sentenceOf, t } from '../../i18n'
import { dayInWords } from '../../i18n/day'
import { navigate } from '../../services/navigate'
import { spoken } from '../a11y'
import { Bloom } from '../Bloom'
import { Button } from '../Button'
import { Card } from '../Card'
import { ErrorRetry } from '../ErrorRetry'
import { Icon } from '../Icon'
import { SkeletonBar } from '../Skeleton'
import { toast } from '../Toast'
import './index.scss'

/** What a check-in changes: its own pages, and the points. */
export const CHANGED_BY_CHECK_IN = ['checkin.', 'points.'] as const

/** Checking in by one tap, with the flower of the week. On the home page and among the points. */
export function CheckInCard({ communityId }: { communityId: string }) {
  const { data, error, refresh } = useRead('checkin.getToday', { communityId })
  const { checkIn, busy } = useCheckIn(communityId)
  if (!data) {
    return (
      <Card>
        {error ? (
          <ErrorRetry inline error={error} onRetry={() => void refresh()} />
        ) : (
          <SkeletonBar width={60} tall />
        )}
      </Card>
    )
  }
  const { streak, week, points } = data
  return (
    <Card>
      <View className="check-in">
        <View
          className="check-in__way"
          onClick={() => void navigate('checkin.calendar', { communityId })}
          {...spoken({ role: 'button', focusable: true })}
        >
          <Bloom
            days={week}
            count={streak.length}
            label={t('checkin.bloomLabel', { count: week.filter(({ isDone }) => isDone).length })}
          />
          <View className="check-in__words">
            <View className="check-in__title">
              {t(streak.doneToday ? 'checkin.doneToday' : 'checkin.title')}
            </View>
            <View className="check-in__note">{streakWords(streak)}</View>
          </View>
          {streak.doneToday && <Icon name="next" size="small" className="check-in__arrow" />}
        </View>
        {!streak.doneToday && (
          <Button small busy={busy} onClick={checkIn} label={t('checkin.checkInFor', { points })}>
            {points > 0 ? `${t('checkin.checkIn')} ＋${points}` : t('checkin.checkIn')}
          </Button>
        )}
      </View>
    </Card>
  )
}

type Streak = NonNullable<ReturnType<typeof useRead<'checkin.getToday'>>['data']>['streak']

/** How the streak stands, in a line; a lost one says which day was missed. */
export function streakWords({ length, doneToday, lost }: Streak): string {
  if (length > 0) {
    return t(doneToday ? 'checkin.streakDays' : 'checkin.streakPending', { days: length })
  }
  return lost === null ? t('checkin.streakNone') : lostWords(lost)
}

export function lostWords(lost: NonNullable<Streak['lost']>): string {
  const { length, missedDay, missedCount } = lost
  const day = dayInWords(missedDay)
  return missedCount === 1
    ? t('checkin.lostOne', { day, length })
    : t('checkin.lostMore', { day, length, count: missedCount })
}

/** The one tap, and what is said after it. A second tap while it is under way does nothing. */
export function useCheckIn(communityId: string) {
  const { run, busy } = useWrite('checkin.checkIn', CHANGED_BY_CHECK_IN)
  async function checkIn() {
    const result = await run({ communityId })
    if (!result.ok) return toast(sentenceOf(result.error), { kind: 'problem' })
    const { milestone, streak } = result.data
    toast(
      milestone === null
        ? t('checkin.done', { days: streak.length })
        : t('checkin.reached', { days: milestone }),
      { kind: 'done' },
    )
  }
  return { checkIn: () => void checkIn(), busy }
}
