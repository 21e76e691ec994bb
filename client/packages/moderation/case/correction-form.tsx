import { View } from '@tarojs/components'
import { useState } from 'react'
import { type CaseDetail, IN_PICTURES } from '../../../../types/moderation'
import { Button } from '../../../components/Button'
import { ImagesField } from '../../../components/ImagesField'
import { Problem } from '../../../components/Problem'
import { TextField } from '../../../components/TextField'
import { toast } from '../../../components/Toast'
import { useAlbum } from '../../../hooks/use-album'
import { useDraft } from '../../../hooks/use-draft'
import { useWrite } from '../../../hooks/use-write'
import { fieldSentences, issuesOf, t } from '../../../i18n'
import { flagWords, labelOf, reasonWords } from '../parts/words'

/** Fields shorter than this are one line. */
const LINE_MAX = 60

type Correction = { texts: Record<string, string>; pictures: readonly string[] }

/** What was sent again, each text to be corrected at its place and pictures to be replaced, with what was found. */
export function CorrectionForm({ communityId, found }: { communityId: string; found: CaseDetail }) {
  const { caseId, revision, texts, flags } = found
  const files = found.pictures.map(({ fileId }) => fileId)
  const draft = useDraft<Correction>(`case:${caseId}:${revision}`, { texts: {}, pictures: files })
  const album = useAlbum(communityId)
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [underWay, setUnderWay] = useState(0)
  const resubmit = useWrite('moderation.resubmit', ['moderation.', 'help.', 'member.'])
  const written = draft.value.texts
  const pictures = swapsBetween(files, draft.value.pictures)
  const isChanged =
    Object.keys(pictures).length > 0 ||
    texts.some(({ field, text }) => (written[field] ?? text) !== text)

  async function send() {
    if (underWay > 0) return toast(t('moderation.picturesUnderWay'))
    if (!isChanged) return toast(t('moderation.unchanged'), { kind: 'problem' })
    setErrors({})
    const result = await resubmit.run({ communityId, caseId, revision, texts: written, pictures })
    if (!result.ok) return setErrors(fieldSentences(issuesOf(result.error)))
    draft.forget()
    const { visibility } = result.data
    const said = visibility === 'shown' ? 'moderation.correctedShown' : 'moderation.correctedWaits'
    toast(t(said), { kind: 'done' })
  }

  return (
    <View className="own-case__form">
      {texts.map((entry) => {
        const { field, text, max, min } = entry
        const stopped = flagWords(flags.filter((flag) => flag.field === field)).join('；')
        return (
          <TextField
            key={field}
            label={labelOf(entry)}
            required={min > 0}
            {...(stopped ? { why: stopped } : {})}
            error={errors[field]}
            value={written[field] ?? text}
            maxLength={max}
            long={max > LINE_MAX}
            onChange={(value) =>
              draft.change((before) => ({ texts: { ...before.texts, [field]: value } }))
            }
          />
        )
      })}
      {files.length > 0 && (
        <ImagesField
          label={t('moderation.pictures')}
          why={stoppedPictures(found) || t('moderation.picturesWhy')}
          error={errors[IN_PICTURES]}
          value={draft.value.pictures}
          max={files.length}
          album={album}
          onUploading={setUnderWay}
          onChange={(change) => draft.change((before) => ({ pictures: change(before.pictures) }))}
        />
      )}
      <Problem
        error={resubmit.error}
        communityId={communityId}
        busy={resubmit.busy}
        onRetry={() => void send()}
      />
      <Button full busy={resubmit.busy} onClick={() => void send()}>
        {t('moderation.correct')}
      </Button>
    </View>
  )
}

/** What is wrong with which picture, in words. */
const stoppedPictures = ({ pictures }: CaseDetail): string =>
  pictures
    .flatMap(({ found }, n) =>
      found.length > 0
        ? [
            t('moderation.pictureFound', {
              number: n + 1,
              found: found.map(reasonWords).join('，'),
            }),
          ]
        : [],
    )
    .join('；')

/** Each picture that was taken away, with the one that was sent instead, or none. */
function swapsBetween(
  before: readonly string[],
  after: readonly string[],
): Record<string, string | null> {
  const added = after.filter((file) => !before.includes(file))
  const gone = before.filter((file) => !after.includes(file))
  return Object.fromEntries(gone.map((file, n) => [file, added[n] ?? null]))
}
