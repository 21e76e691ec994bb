import { useRef, useState } from 'react'
import type { EventDetail } from '../../../../types/event'
import { RECAP_PHOTOS_MAX } from '../../../../types/event-after'
import { Button } from '../../../components/Button'
import { ImagesField } from '../../../components/ImagesField'
import { Problem } from '../../../components/Problem'
import { Sheet } from '../../../components/Sheet'
import { TextField } from '../../../components/TextField'
import { toast } from '../../../components/Toast'
import { useAlbum } from '../../../hooks/use-album'
import { useDraft } from '../../../hooks/use-draft'
import { useWrite } from '../../../hooks/use-write'
import { t } from '../../../i18n'
import { CHANGED_BY_EVENTS, type EventIds } from '../parts/ids'

const WORDS_MAX = 1000

interface Props {
  ids: EventIds
  recap: EventDetail['recap']
  onClose: () => void
}

/** The organiser's summary. Written again it takes the place of the first. */
export function RecapSheet({ ids, recap, onClose }: Props) {
  const draft = useDraft<{ words: string; photos: string[] }>(`recap:${ids.eventId}`, {
    words: recap?.words ?? '',
    photos: recap?.photos.map(({ fileId }) => fileId) ?? [],
  })
  const [mistake, setMistake] = useState<string>()
  const publishing = useWrite('event.publishRecap', CHANGED_BY_EVENTS)

  const album = useAlbum(ids.communityId)
  const uploading = useRef(0)

  async function send() {
    if (uploading.current > 0) return toast(t('help.picturesUnderWay'))
    const words = draft.value.words.trim()
    if (words.length < 2) return setMistake(t('common.tooShort'))
    const { ok } = await publishing.run({ ...ids, words, photos: draft.value.photos })
    if (!ok) return
    draft.forget()
    toast(t('event.recapDone'), { kind: 'done' })
    onClose()
  }

  return (
    <Sheet
      open
      title={t('event.recap')}
      onClose={onClose}
      footer={
        <Button full busy={publishing.busy} onClick={() => void send()}>
          {t('event.recapSend')}
        </Button>
      }
    >
      <Problem {...publishing} communityId={ids.communityId} onRetry={() => void send()} />
      <TextField
        long
        required
        label={t('event.recapWords')}
        placeholder={t('event.recapExample')}
        maxLength={WORDS_MAX}
        value={draft.value.words}
        error={mistake}
        onChange={(words) => {
          draft.change({ words })
          setMistake(undefined)
        }}
      />
      {album && (
        <ImagesField
          label={t('event.recapPhotos')}
          value={draft.value.photos}
          onChange={(make) => draft.change((before) => ({ photos: make(before.photos) }))}
          max={RECAP_PHOTOS_MAX}
          album={album}
          onUploading={(count) => {
            uploading.current = count
          }}
        />
      )}
    </Sheet>
  )
}
