import { useState } from 'react'
import {
  STANDING_DETAILS_MAX,
  STANDING_KINDS,
  STANDING_TITLE_MAX,
} from '../../../../types/help-rules'
import type { StandingView } from '../../../../types/help-views'
import { Button } from '../../../components/Button'
import { ChoiceField } from '../../../components/ChoiceField'
import { FixedAction } from '../../../components/FixedAction'
import { Page } from '../../../components/Page'
import { Problem } from '../../../components/Problem'
import { TextField } from '../../../components/TextField'
import { toast } from '../../../components/Toast'
import { useDraft } from '../../../hooks/use-draft'
import { useWrite } from '../../../hooks/use-write'
import { fieldSentences, issuesOf, t } from '../../../i18n'
import { goBack } from '../../../services/navigate'

interface Props {
  communityId: string
  /** What is changed; null writes a new one. */
  offer: StandingView | null
}

type Kind = StandingView['kind']
const TITLE_MIN = 2
const CHANGES = ['help.listStanding', 'help.getStanding']

export function StandingForm({ communityId, offer }: Props) {
  const draft = useDraft<{ kind: Kind; title: string; details: string }>(
    `standing:${communityId}:${offer?.standingId ?? 'new'}`,
    offer
      ? { kind: offer.kind, title: offer.title, details: offer.details }
      : { kind: 'skill', title: '', details: '' },
  )
  const [mistake, setMistake] = useState<string>()
  const post = useWrite('help.postStanding', CHANGES)
  const edit = useWrite('help.editStanding', CHANGES)
  const { kind, title, details } = draft.value
  const busy = post.busy || edit.busy
  const error = post.error ?? edit.error
  const refused = error ? fieldSentences(issuesOf(error)) : {}

  async function send() {
    if (title.trim().length < TITLE_MIN) return setMistake(t('common.tooShort'))
    const words = { communityId, kind, title: title.trim(), details: details.trim() }
    const result = offer
      ? await edit.run({ ...words, standingId: offer.standingId })
      : await post.run(words)
    if (!result.ok) return
    draft.forget()
    toast(t(offer ? 'help.standingSaved' : 'help.standingPosted'), { kind: 'done' })
    await goBack()
  }
  return (
    <Page
      title={t(offer ? 'help.standingEditTitle' : 'help.standingNew')}
      footer={
        <FixedAction note={t('help.publishNote')}>
          <Button full busy={busy} onClick={() => void send()}>
            {t(offer ? 'help.standingSave' : 'help.standingPost')}
          </Button>
        </FixedAction>
      }
    >
      {Object.keys(refused).length === 0 && (
        <Problem error={error} {...{ communityId, busy }} onRetry={() => void send()} />
      )}
      <ChoiceField
        label={t('help.standingKind')}
        value={kind}
        options={STANDING_KINDS.map((value) => ({ value, label: t(`help.standing_${value}`) }))}
        onChange={(value) => draft.change({ kind: value as Kind })}
      />
      <TextField
        required
        label={t('help.standingWhat')}
        why={t('help.standingWhatWhy')}
        placeholder={t('help.standingWhatExample')}
        maxLength={STANDING_TITLE_MAX}
        value={title}
        error={mistake ?? refused.title}
        onChange={(words) => {
          draft.change({ title: words })
          setMistake(undefined)
        }}
      />
      <TextField
        long
        required={false}
        label={t('help.standingDetails')}
        placeholder={t('help.standingDetailsExample')}
        maxLength={STANDING_DETAILS_MAX}
        value={details}
        error={refused.details}
        onChange={(words) => draft.change({ details: words })}
      />
    </Page>
  )
}
