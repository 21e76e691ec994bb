import { useState } from 'react'
import { Button } from '../../../components/Button'
import { Problem } from '../../../components/Problem'
import { RatingField } from '../../../components/RatingField'
import { Sheet } from '../../../components/Sheet'
import { TextField } from '../../../components/TextField'
import { toast } from '../../../components/Toast'
import { useDraft } from '../../../hooks/use-draft'
import { useWrite } from '../../../hooks/use-write'
import { t } from '../../../i18n'
import { CHANGED_BY_EVENTS } from '../parts/ids'
import type { SheetProps } from './sheet'

const WORDS_MAX = 300

/** Stars, and a few words for whom they come easily. */
export function FeedbackSheet({ ids, event, onClose }: SheetProps) {
  const draft = useDraft<{ rating: number | null; words: string }>(`feedback:${event.eventId}`, {
    rating: null,
    words: '',
  })
  const [mistake, setMistake] = useState<string>()
  const giving = useWrite('event.giveFeedback', CHANGED_BY_EVENTS)
  const { rating, words } = draft.value

  async function send() {
    if (rating === null) return setMistake(t('event.feedbackMissing'))
    const { ok } = await giving.run({ ...ids, rating, words: words.trim() })
    if (!ok) return
    draft.forget()
    toast(t('event.feedbackDone'), { kind: 'done' })
    onClose()
  }

  return (
    <Sheet
      open
      title={t('event.feedbackTitle')}
      onClose={onClose}
      footer={
        <Button full busy={giving.busy} onClick={() => void send()}>
          {t('event.feedbackSend')}
        </Button>
      }
    >
      <Problem {...giving} communityId={ids.communityId} onRetry={() => void send()} />
      <RatingField
        label={t('event.feedbackRating')}
        error={mistake}
        value={rating}
        onChange={(stars) => {
          draft.change({ rating: stars })
          setMistake(undefined)
        }}
        nameOf={(count) => t('event.feedbackStars', { count })}
      />
      <TextField
        long
        label={t('event.feedbackWords')}
        placeholder={t('event.feedbackExample')}
        maxLength={WORDS_MAX}
        value={words}
        onChange={(text) => draft.change({ words: text })}
      />
    </Sheet>
  )
}
