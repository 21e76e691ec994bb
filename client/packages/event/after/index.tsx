import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { EventDetail } from '../../../../types/event'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { ErrorRetry } from '../../../components/ErrorRetry'
import { Icon } from '../../../components/Icon'
import { Section } from '../../../components/Section'
import { Skeleton } from '../../../components/Skeleton'
import { Tag } from '../../../components/Tag'
import { useRead } from '../../../hooks/use-read'
import { t, useT } from '../../../i18n'
import { ago } from '../../../i18n/time'
import { EventPage } from '../parts/event-page'
import { type EventIds, useEventIds } from '../parts/ids'
import './index.scss'
import { RecapSheet } from './recap-sheet'

/** What remains of an event: the organiser's recap, and what those who came said. */
export default function After() {
  useT()
  const ids = useEventIds('event.after')
  return (
    <EventPage ids={ids} title={t('event.afterTitle')} lead={(event) => event.title}>
      {(event, timeZone) =>
        ids && (
          <>
            <Recap ids={ids} event={event} timeZone={timeZone} />
            <Feedback ids={ids} timeZone={timeZone} />
          </>
        )
      }
    </EventPage>
  )
}

interface Props {
  ids: EventIds
  event: EventDetail
  timeZone: string
}

function Recap({ ids, event, timeZone }: Props) {
  const [isWriting, setWriting] = useState(false)
  const { recap } = event
  const mayWrite = event.steps.includes('publishRecap')
  return (
    <Section title={t('event.recap')}>
      {recap ? (
        <>
          <View className="recap__words">{recap.words}</View>
          <Photos photos={recap.photos} />
          <View className="recap__note">
            {t('event.recapBy', { time: ago(recap.publishedAt, timeZone) })}
          </View>
          {recap.visibility !== 'shown' && (
            <Tag tone="amber">{t(`help.visibility_${recap.visibility}`)}</Tag>
          )}
        </>
      ) : (
        <View className="recap__note">
          {t('event.noRecap')}
          {!mayWrite && <View>{t('event.noRecapText')}</View>}
        </View>
      )}
      {mayWrite && (
        <View className="recap__acts">
          <Button
            small
            kind={recap ? 'quiet' : 'secondary'}
            icon="edit"
            onClick={() => setWriting(true)}
          >
            {t(recap ? 'event.editRecap' : 'event.writeRecap')}
          </Button>
        </View>
      )}
      {isWriting && <RecapSheet ids={ids} recap={recap} onClose={() => setWriting(false)} />}
    </Section>
  )
}

function Photos({ photos }: { photos: NonNullable<EventDetail['recap']>['photos'] }) {
  if (photos.length === 0) return null
  const urls = photos.map(({ address }) => address)
  return (
    <View className="recap__photos">
      {photos.map(({ fileId, address }, place) => (
        <Image
          key={fileId}
          className="recap__photo"
          src={address}
          mode="aspectFill"
          onClick={() => void Taro.previewImage({ current: address, urls })}
          ariaLabel={`${t('event.recapPhotos')} ${place + 1}`}
        />
      ))}
    </View>
  )
}

function Feedback({ ids, timeZone }: Omit<Props, 'event'>) {
  const { data, error, refresh } = useRead('event.getFeedback', ids)
  if (!data) {
    return error ? (
      <ErrorRetry inline error={error} onRetry={() => void refresh()} />
    ) : (
      <Skeleton count={1} />
    )
  }
  const { given, attended, byRating, words } = data
  if (given === 0) return <View className="recap__note">{t('event.noFeedback')}</View>
  const sum = byRating.reduce((total, count, place) => total + count * (place + 1), 0)
  return (
    <>
      <Card>
        <View className="rating">
          <View className="rating__average">
            <Icon name="star" className="rating__star" />
            {t('event.rating', { average: (sum / given).toFixed(1) })}
          </View>
          <View className="recap__note">{t('event.ratingOf', { given, attended })}</View>
          {byRating
            .map((count, place) => ({ stars: place + 1, count }))
            .reverse()
            .map(({ stars, count }) => (
              <View key={stars} className="rating__row">
                <View className="rating__label">{t('event.feedbackStars', { count: stars })}</View>
                <View className="rating__bar">
                  <View className="rating__part" style={{ width: `${(count / given) * 100}%` }} />
                </View>
                <View className="rating__count">{count}</View>
              </View>
            ))}
        </View>
      </Card>
      {words.items.length > 0 && (
        <Section title={t('event.words')}>
          {words.items.map((said) => (
            <Card key={`${said.createdAt} ${said.words}`}>
              <View className="recap__words">{said.words}</View>
              <View className="recap__note">
                {t('event.feedbackStars', { count: said.rating })} · {ago(said.createdAt, timeZone)}
              </View>
            </Card>
          ))}
        </Section>
      )}
    </>
  )
}
