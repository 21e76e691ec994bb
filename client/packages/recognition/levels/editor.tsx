import { useState } from 'react'
import {
  BENEFITS_MAX,
  CONTRIBUTION_MAX,
  LEVEL_NAME_MAX,
  LEVELS_MAX,
  LEVELS_MIN,
} from '../../../../types/recognition'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { FixedAction } from '../../../components/FixedAction'
import { NumberField } from '../../../components/NumberField'
import { Page } from '../../../components/Page'
import { Problem } from '../../../components/Problem'
import { TextField } from '../../../components/TextField'
import { toast } from '../../../components/Toast'
import { useDraft } from '../../../hooks/use-draft'
import { useWrite } from '../../../hooks/use-write'
import { t } from '../../../i18n'
import { revealFirstMistake, revealRefusal } from '../../../services/reveal'
import { levelsOf, type Mistakes, mistakesOf, type Typed, typedOf, withOneMore } from './form'
import type { Recognition } from './view'

interface Props {
  communityId: string
  current: Recognition
  onEnd: () => void
}

/** The next version of the levels. */
export function Editor({ communityId, current, onEnd }: Props) {
  const { version, levels } = current
  const draft = useDraft<Typed>(`levels:${communityId}`, typedOf(version, levels))
  const [isChecked, setChecked] = useState(false)
  const publishing = useWrite('recognition.publishLevels', ['recognition.', 'member.', 'help.'])
  const form = draft.value
  const mistakes = mistakesOf(form)
  const isOutdated = form.basedOn !== version
  const isChanged = JSON.stringify(levelsOf(form)) !== JSON.stringify(levels)
  const publish = async () => {
    setChecked(true)
    if (mistakes.some((found) => Object.keys(found).length > 0)) return revealFirstMistake()
    const { basedOn } = form
    const result = await publishing.run({ communityId, basedOn, levels: levelsOf(form) })
    if (!result.ok) return revealRefusal()
    draft.forget()
    toast(t('recognition.published'), { kind: 'done' })
    onEnd()
  }
  const drop = () => {
    draft.forget()
    onEnd()
  }
  return (
    <Page
      title={t('recognition.editTitle')}
      lead={t('recognition.editLead', { version })}
      footer={
        <FixedAction {...(isChanged ? {} : { note: t('recognition.same') })}>
          <Button kind="quiet" onClick={drop}>
            {t('recognition.drop')}
          </Button>
          <Button
            disabled={!isChanged || isOutdated}
            busy={publishing.busy}
            onClick={() => void publish()}
          >
            {t('recognition.publish', { version: version + 1 })}
          </Button>
        </FixedAction>
      }
    >
      {isOutdated ? (
        <Card tone="amber">
          {t('recognition.conflict', { version })}
          <Button kind="secondary" onClick={drop}>
            {t('recognition.takeTheirs')}
          </Button>
        </Card>
      ) : (
        <Problem
          error={publishing.error}
          communityId={communityId}
          busy={publishing.busy}
          onRetry={() => void publish()}
        />
      )}
      {form.rows.map((row, n) => (
        <LevelCard
          key={row.key}
          row={row}
          number={n + 1}
          mistakes={isChecked ? (mistakes[n] ?? {}) : {}}
          onChange={(part) =>
            draft.change(({ rows }) => ({
              rows: rows.map((one) => (one.key === row.key ? { ...one, ...part } : one)),
            }))
          }
          {...(n > 0 && form.rows.length > LEVELS_MIN
            ? {
                onRemove: () =>
                  draft.change(({ rows }) => ({
                    rows: rows.filter(({ key }) => key !== row.key),
                  })),
              }
            : {})}
        />
      ))}
      {form.rows.length < LEVELS_MAX && (
        <Button full kind="secondary" icon="add" onClick={() => draft.change(withOneMore)}>
          {t('recognition.add')}
        </Button>
      )}
    </Page>
  )
}

interface CardProps {
  row: Typed['rows'][number]
  number: number
  mistakes: Mistakes
  onChange: (part: Partial<Typed['rows'][number]>) => void
  onRemove?: () => void
}

function LevelCard({ row, number, mistakes, onChange, onRemove }: CardProps) {
  return (
    <Card className="levels-edit">
      <TextField
        label={`${t('recognition.levelNumber', { number })} · ${t('recognition.name')}`}
        value={row.name}
        maxLength={LEVEL_NAME_MAX}
        error={mistakes.name && t('recognition.wrongName', { max: LEVEL_NAME_MAX })}
        onChange={(name) => onChange({ name })}
      />
      {number > 1 && (
        <NumberField
          label={t('recognition.threshold')}
          value={row.from}
          error={mistakes.from && t('recognition.wrongFrom', { max: CONTRIBUTION_MAX })}
          onChange={(from) => onChange({ from })}
        />
      )}
      <TextField
        label={t('recognition.benefits')}
        why={number === 1 ? t('recognition.benefitsWhy') : undefined}
        placeholder={t('recognition.benefitsExample')}
        value={row.benefits}
        maxLength={BENEFITS_MAX}
        required={false}
        onChange={(benefits) => onChange({ benefits })}
      />
      {onRemove && (
        <Button small kind="quiet" icon="delete" onClick={onRemove}>
          {t('recognition.remove')}
        </Button>
      )}
    </Card>
  )
}
