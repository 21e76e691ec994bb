import { useState } from 'react'
import {
  type ChallengeDetail,
  DIARY_PICTURES_MAX,
  DIARY_WORDS_MAX,
} from '../../../../types/challenge'
import { Button } from '../../../components/Button'
import { ImagesField } from '../../../components/ImagesField'
import { Problem } from '../../../components/Problem'
import { Sheet } from '../../../components/Sheet'
import { TextField } from '../../../components/TextField'
import { toast } from '../../../components/Toast'
import { useAlbum } from '../../../hooks/use-album'
import { useDraft } from '../../../hooks/use-draft'
import { useWrite } from '../../../hooks/use-write'
import { fieldSentences, issuesOf, t } from '../../../i18n'
import { CHANGED_BY_CHALLENGES } from '../parts/words'

interface Props {
  ids: { communityId: string; challengeId: string }
  challenge: ChallengeDetail
  onClose: () => void
}

/** Today's words, with pictures where the challenge takes them; a draft is kept for the day. */
export function EntrySheet({ ids, challenge, onClose }: Props) {
  const { today, pictures: rule } = challenge
  const draft = useDraft<{ words: string; pictures: string[] }>(
    `diary:${ids.challengeId}:${today}`,
    { words: '', pictures: [] },
  )
  const [onTheWay, setOnTheWay] = useState(0)
  const album = useAlbum(ids.communityId)
  const writing = useWrite('challenge.writeEntry', CHANGED_BY_CHALLENGES)
  const { words, pictures } = draft.value
  const wrong = writing.error ? fieldSentences(issuesOf(writing.error)) : {}
  const isReady = words.trim() !== '' && (rule !== 'required' || pictures.length > 0)
  const send = async () => {
    const result = await writing.run({ ...ids, words: words.trim(), pictures })
    if (!result.ok) return
    draft.forget()
    const { days, isShown } = result.data
    toast(t(isShown ? 'recognition.written' : 'recognition.writtenWaits', { days }), {
      kind: 'done',
    })
    onClose()
  }
  return (
    <Sheet
      open
      title={t('recognition.writeTitle')}
      onClose={onClose}
      footer={
        <Button
          full
          busy={writing.busy}
          disabled={!isReady || onTheWay > 0}
          onClick={() => void send()}
        >
          {t('recognition.writeDo')}
        </Button>
      }
    >
      <Problem
        error={writing.error}
        communityId={ids.communityId}
        busy={writing.busy}
        onRetry={() => void send()}
      />
      <TextField
        label={t('recognition.writeWords')}
        placeholder={t('recognition.writeExample')}
        long
        maxLength={DIARY_WORDS_MAX}
        value={words}
        error={wrong.words}
        onChange={(next) => draft.change({ words: next })}
      />
      {rule !== 'none' && (
        <ImagesField
          label={t('recognition.writePictures')}
          required={rule === 'required'}
          why={t('recognition.writePicturesWhy')}
          max={DIARY_PICTURES_MAX}
          value={pictures}
          error={wrong.pictures}
          album={album}
          onUploading={setOnTheWay}
          onChange={(change) => draft.change((before) => ({ pictures: change(before.pictures) }))}
        />
      )}
    </Sheet>
  )
}
