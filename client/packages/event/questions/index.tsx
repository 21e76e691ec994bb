import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import type { EventDetail, RoundTableQuestion } from '../../../../types/event'
import { Avatar } from '../../../components/Avatar'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Empty } from '../../../components/Empty'
import { ErrorRetry } from '../../../components/ErrorRetry'
import { MoreFoot } from '../../../components/MoreFoot'
import { Problem } from '../../../components/Problem'
import { Skeleton } from '../../../components/Skeleton'
import { Tag } from '../../../components/Tag'
import { TextField } from '../../../components/TextField'
import { toast } from '../../../components/Toast'
import { useDraft } from '../../../hooks/use-draft'
import { usePages } from '../../../hooks/use-pages'
import { useWrite } from '../../../hooks/use-write'
import { sentenceOf, t, useT } from '../../../i18n'
import { ago } from '../../../i18n/time'
import { EventPage } from '../parts/event-page'
import { type EventIds, useEventIds } from '../parts/ids'
import './index.scss'

const WORDS_MAX = 200
const CHANGED = ['event.listQuestions'] as const

/** What people want to talk about at the round table, collected beforehand. */
export default function Questions() {
  useT()
  const ids = useEventIds('event.questions')
  return (
    <EventPage ids={ids} title={t('event.questionsTitle')} lead={(event) => event.title}>
      {(event, timeZone) =>
        ids && (
          <>
            {event.steps.includes('askQuestion') && <Ask ids={ids} />}
            <Asked ids={ids} event={event} timeZone={timeZone} />
          </>
        )
      }
    </EventPage>
  )
}

function Ask({ ids }: { ids: EventIds }) {
  const draft = useDraft(`event-question:${ids.eventId}`, { words: '' })
  const [mistake, setMistake] = useState<string>()
  const asking = useWrite('event.askQuestion', CHANGED)
  async function send() {
    const words = draft.value.words.trim()
    if (words.length < 2) return setMistake(t('common.tooShort'))
    const { ok } = await asking.run({ ...ids, words })
    if (!ok) return
    draft.forget()
    toast(t('event.asked'), { kind: 'done' })
  }
  return (
    <View className="question-ask">
      <Problem {...asking} communityId={ids.communityId} onRetry={() => void send()} />
      <TextField
        long
        label={t('event.ask')}
        placeholder={t('event.askExample')}
        maxLength={WORDS_MAX}
        value={draft.value.words}
        error={mistake}
        onChange={(words) => {
          draft.change({ words })
          setMistake(undefined)
        }}
      />
      <Button full busy={asking.busy} onClick={() => void send()}>
        {t('event.askSend')}
      </Button>
    </View>
  )
}

interface AskedProps {
  ids: EventIds
  event: EventDetail
  timeZone: string
}

function Asked({ ids, event, timeZone }: AskedProps) {
  const list = usePages('event.listQuestions', ids)
  useReachBottom(list.loadMore)
  const { items, error } = list
  if (!items) {
    if (error) return <ErrorRetry error={error} onRetry={() => void list.refresh()} />
    return <Skeleton count={3} />
  }
  if (items.length === 0) {
    return (
      <Empty
        picture="empty-events"
        title={t('event.emptyQuestions')}
        text={t('event.emptyQuestionsText')}
      />
    )
  }
  return (
    <>
      {items.map((question) => (
        <Question
          key={question.questionId}
          ids={ids}
          question={question}
          timeZone={timeZone}
          mayMark={event.steps.includes('manage')}
        />
      ))}
      <MoreFoot
        hasMore={list.hasMore}
        isLoadingMore={list.isLoadingMore}
        onMore={list.loadMore}
        isLong={items.length > 8}
      />
    </>
  )
}

interface QuestionProps {
  ids: EventIds
  question: RoundTableQuestion
  timeZone: string
  mayMark: boolean
}

function Question({ ids, question, timeZone, mayMark }: QuestionProps) {
  const { questionId, words, from, own, isAnswered, createdAt } = question
  const marking = useWrite('event.markQuestion', CHANGED)
  async function mark() {
    const result = await marking.run({ ...ids, questionId, isAnswered: !isAnswered })
    if (!result.ok) toast(sentenceOf(result.error), { kind: 'problem' })
  }
  return (
    <Card>
      <View className="question">
        <Avatar id={from.avatar} size="small" />
        <View className="question__by">
          {own ? t('event.me') : from.nickname} · {ago(createdAt, timeZone)}
        </View>
        {isAnswered && (
          <Tag tone="jade" icon="check">
            {t('event.answered')}
          </Tag>
        )}
      </View>
      <View className="question__words">{words}</View>
      {mayMark && (
        <View className="question__acts">
          <Button small kind="secondary" busy={marking.busy} onClick={() => void mark()}>
            {t(isAnswered ? 'event.markOpen' : 'event.markAnswered')}
          </Button>
        </View>
      )}
    </Card>
  )
}
