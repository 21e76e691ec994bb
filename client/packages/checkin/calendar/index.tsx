import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '../../../components/Button'
import { streakWords, useCheckIn } from '../../../components/CheckInCard'
import { FixedAction } from '../../../components/FixedAction'
import { JoinFirst } from '../../../components/JoinFirst'
import { ListGroup, ListRow } from '../../../components/ListRow'
import { Page } from '../../../components/Page'
import { Skeleton } from '../../../components/Skeleton'
import { useCommunityId } from '../../../hooks/use-community-id'
import { useRead } from '../../../hooks/use-read'
import { t, useT } from '../../../i18n'
import { navigate } from '../../../services/navigate'
import './index.scss'
import { MakeUpSheet } from './make-up-sheet'
import { Milestones } from './milestones'
import { Month } from './month'
import { Notes } from './notes'

/** The month as a sheet of days, the streak and how it stands, and what a missed day costs. */
export default function Calendar() {
  useT()
  const communityId = useCommunityId()
  if (!communityId)
    return <Page title={t('checkin.title')} empty={<JoinFirst communityId={null} />} />
  return <MyCalendar communityId={communityId} />
}

function MyCalendar({ communityId }: { communityId: string }) {
  const [month, setMonth] = useState<string>()
  const [missedDay, setMissedDay] = useState<string | null>(null)
  const now = useRead('checkin.getCalendar', { communityId })
  const asked = useRead('checkin.getCalendar', month === undefined ? null : { communityId, month })
  const { checkIn, busy } = useCheckIn(communityId)
  usePullDownRefresh(() => void now.refresh().finally(() => Taro.stopPullDownRefresh()))

  const calendar = now.data
  if (now.error?.code === 'not_member') {
    return <Page title={t('checkin.title')} empty={<JoinFirst communityId={communityId} />} />
  }
  const shown = month === undefined || month === calendar?.month ? calendar : asked.data
  const streak = calendar?.streak
  return (
    <Page
      title={t('checkin.title')}
      lead={streak ? streakWords(streak) : t('checkin.lead')}
      loading={!calendar && !now.error}
      skeleton={<Skeleton count={2} />}
      error={now.error ?? asked.error}
      hasContent={Boolean(calendar)}
      onRetry={() => void Promise.all([now.refresh(), asked.refresh()])}
      footer={
        streak &&
        !streak.doneToday && (
          <FixedAction>
            <Button full busy={busy} onClick={checkIn}>
              {t('checkin.checkInFor', { points: calendar.points })}
            </Button>
          </FixedAction>
        )
      }
    >
      {calendar && (
        <>
          <Month
            month={month ?? calendar.month}
            calendar={calendar}
            days={shown?.days ?? null}
            onMonth={setMonth}
            onMissed={setMissedDay}
          />
          <Notes calendar={calendar} />
          <Milestones calendar={calendar} />
          <ListGroup>
            <ListRow
              icon="trophy"
              title={t('recognition.challenges')}
              note={t('recognition.challengesLead')}
              onClick={() => void navigate('recognition.challenges', { communityId })}
            />
          </ListGroup>
          {missedDay && (
            <MakeUpSheet
              communityId={communityId}
              day={missedDay}
              calendar={calendar}
              onClose={() => setMissedDay(null)}
            />
          )}
        </>
      )}
    </Page>
  )
}
