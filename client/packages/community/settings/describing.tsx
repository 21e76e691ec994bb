import type { ReactNode } from 'react'
import { useState } from 'react'
import { WELCOME_BOUNDS } from '../../../../types/community'
import type { CallOutput } from '../../../../types/contract'
import { Button } from '../../../components/Button'
import { FixedAction } from '../../../components/FixedAction'
import { Page } from '../../../components/Page'
import { Refusal } from '../../../components/Refusal'
import { TextField } from '../../../components/TextField'
import { toast } from '../../../components/Toast'
import { useDraft } from '../../../hooks/use-draft'
import { useWrite } from '../../../hooks/use-write'
import { fieldSentences, issuesOf, t } from '../../../i18n'
import { checkTexts, TEXT_LIMITS } from '../../../services/check-texts'
import { revealFirstMistake, revealRefusal } from '../../../services/reveal'

export interface SideProps {
  communityId: string
  settings: CallOutput<'community.getSettings'>
  /** The way to the other side of the settings. */
  sides: ReactNode
}

type Words = Pick<SideProps['settings'], 'name' | 'purpose' | 'welcome'>

/** Name, purpose and welcome; kept as a draft until they are saved. */
export function Describing({ communityId, settings, sides }: SideProps) {
  const { name, purpose, welcome } = settings
  const draft = useDraft<Words>(`describe:${communityId}`, { name, purpose, welcome })
  const [mistakes, setMistakes] = useState<Readonly<Record<string, string>>>({})
  const saving = useWrite('community.describe', ['community.', 'entry.getDoor', 'member.getHome'])
  const words = draft.value
  const isChanged = words.name !== name || words.purpose !== purpose || words.welcome !== welcome
  const change = (part: Partial<Words>) => {
    setMistakes({})
    saving.clear()
    draft.change(part)
  }
  const mark = (found: Readonly<Record<string, string>>) => {
    setMistakes(found)
    revealFirstMistake()
  }
  const save = async () => {
    const { communityName, ...found } = fieldSentences(
      checkTexts({ communityName: words.name, purpose: words.purpose, welcome: words.welcome }),
    )
    if (communityName) found.name = communityName
    if (Object.keys(found).length > 0) return mark(found)
    const result = await saving.run({ communityId, ...words })
    if (!result.ok) {
      const refused = issuesOf(result.error)
      return refused.length > 0 ? mark(fieldSentences(refused)) : revealRefusal()
    }
    toast(t('common.saved'), { kind: 'done' })
  }
  return (
    <Page
      title={t('community.settingsTitle')}
      lead={t('community.settingsLead')}
      footer={
        <FixedAction {...(isChanged ? {} : { note: t('forms.same') })}>
          <Button full disabled={!isChanged} busy={saving.busy} onClick={() => void save()}>
            {t('common.save')}
          </Button>
        </FixedAction>
      }
    >
      {sides}
      <Refusal error={saving.error} busy={saving.busy} onRetry={() => void save()} />
      <TextField
        label={t('community.name')}
        value={words.name}
        maxLength={TEXT_LIMITS.communityName[1]}
        error={mistakes.name}
        onChange={(value) => change({ name: value })}
      />
      <TextField
        long
        label={t('community.purpose')}
        why={t('community.purposeWhy')}
        value={words.purpose}
        maxLength={TEXT_LIMITS.purpose[1]}
        error={mistakes.purpose}
        onChange={(value) => change({ purpose: value })}
      />
      <TextField
        long
        label={t('community.welcome')}
        why={t('community.welcomeWhy')}
        value={words.welcome}
        maxLength={WELCOME_BOUNDS[1]}
        error={mistakes.welcome}
        onChange={(value) => change({ welcome: value })}
      />
    </Page>
  )
}
