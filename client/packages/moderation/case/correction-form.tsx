import { View } from '@tarojs/components'
import { useState } from 'react'
import type { CaseDetail } from '../../../../types/moderation'
import { Button } from '../../../components/Button'
import { Problem } from '../../../components/Problem'
import { TextField } from '../../../components/TextField'
import { toast } from '../../../components/Toast'
import { useDraft } from '../../../hooks/use-draft'
import { useWrite } from '../../../hooks/use-write'
import { fieldSentences, issuesOf, t } from '../../../i18n'
import { flagWords, labelOf } from '../parts/words'

/** Fields shorter than this are one line. */
const LINE_MAX = 60

/** The words again, each to be corrected at its place, with what was found there. */
export function CorrectionForm({ communityId, found }: { communityId: string; found: CaseDetail }) {
  const { caseId, revision, texts, flags } = found
  const draft = useDraft<Record<string, string>>(`case:${caseId}:${revision}`, {})
  const [errors, setErrors] = useState<Record<string, string>>({})
  const resubmit = useWrite('moderation.resubmit', ['moderation.', 'help.', 'member.'])
  const isChanged = texts.some(
    ({ field, text }) => draft.value[field] !== undefined && draft.value[field] !== text,
  )

  async function send() {
    if (!isChanged) return toast(t('moderation.unchanged'), { kind: 'problem' })
    setErrors({})
    const result = await resubmit.run({ communityId, caseId, revision, texts: draft.value })
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
            value={draft.value[field] ?? text}
            maxLength={max}
            long={max > LINE_MAX}
            onChange={(value) => draft.change({ [field]: value })}
          />
        )
      })}
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
