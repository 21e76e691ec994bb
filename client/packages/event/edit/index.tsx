import { View } from '@tarojs/components'
import type { EventDetail } from '../../../../types/event'
import { Button } from '../../../components/Button'
import { FixedAction } from '../../../components/FixedAction'
import { JoinFirst } from '../../../components/JoinFirst'
import { Page } from '../../../components/Page'
import { Problem } from '../../../components/Problem'
import { Skeleton } from '../../../components/Skeleton'
import { useAlbum } from '../../../hooks/use-album'
import { useCommunityId } from '../../../hooks/use-community-id'
import { useRead } from '../../../hooks/use-read'
import { useTimeZone } from '../../../hooks/use-time-zone'
import { t, useT } from '../../../i18n'
import { useParams } from '../../../services/navigate'
import { Basics } from './basics'
import './index.scss'
import { MoreSettings } from './more-settings'
import { PROBLEM_ID, useEventForm } from './use-event-form'

/** Starting an event, editing one, or doing an old one again. */
export default function Edit() {
  useT()
  const communityId = useCommunityId()
  const { eventId, copy } = useParams('event.edit')
  const ids = communityId && eventId ? { communityId, eventId } : null
  const { data, error, refresh } = useRead('event.get', ids)
  if (!communityId) return <Page empty={<JoinFirst communityId={null} />} />
  if (ids && !data) {
    return (
      <Page
        loading={!error}
        skeleton={<Skeleton count={3} />}
        error={error}
        onRetry={() => void refresh()}
      />
    )
  }
  return <Form communityId={communityId} source={data ?? null} isCopy={Boolean(copy)} />
}

interface FormProps {
  communityId: string
  source: EventDetail | null
  isCopy: boolean
}

function Form({ communityId, source, isCopy }: FormProps) {
  const timeZone = useTimeZone(communityId)
  const album = useAlbum(communityId)
  const form = useEventForm(communityId, source, isCopy)
  const title = form.isEdit ? 'event.editTitle' : isCopy ? 'event.copyTitle' : 'event.createTitle'
  return (
    <Page
      title={t(title)}
      {...(form.isEdit ? {} : { lead: t('event.createLead') })}
      footer={
        <FixedAction note={t(form.isEdit ? 'event.submitNote' : 'event.createNote')}>
          <Button full busy={form.busy} onClick={() => void form.send()}>
            {t(form.isEdit ? 'event.submitEdit' : 'event.submit')}
          </Button>
        </FixedAction>
      }
    >
      {form.wasKept && (
        <View className="event-edit__kept">
          {t('common.draftKept')}
          <Button small kind="quiet" onClick={form.startAnew}>
            {t('event.startAnew')}
          </Button>
        </View>
      )}
      <View id={PROBLEM_ID}>
        <Problem
          error={form.problem}
          communityId={communityId}
          busy={form.busy}
          onRetry={() => void form.send()}
        />
      </View>
      <Basics form={form} timeZone={timeZone} />
      <MoreSettings form={form} album={album} />
    </Page>
  )
}
