import { View } from '@tarojs/components'
import { useState } from 'react'
import { EARN_RULES, type EarnRule, type PointsRules } from '../../../../types/points'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { FixedAction } from '../../../components/FixedAction'
import { NumberField } from '../../../components/NumberField'
import { Page } from '../../../components/Page'
import { Problem } from '../../../components/Problem'
import { toast } from '../../../components/Toast'
import { useDraft } from '../../../hooks/use-draft'
import { useRead } from '../../../hooks/use-read'
import { useWrite } from '../../../hooks/use-write'
import { lookUp, t } from '../../../i18n'
import { revealFirstMistake, revealRefusal } from '../../../services/reveal'
import { mistakesOf, rulesOf, type Typed, typedOf } from './form'

interface Props {
  communityId: string
  current: PointsRules
  onEnd: () => void
}

/** The next version of the rules, with what it would have given over the last days beside it. */
export function Editor({ communityId, current, onEnd }: Props) {
  const draft = useDraft<Typed>(`points-rules:${communityId}`, typedOf(current))
  const [isChecked, setChecked] = useState(false)
  const publishing = useWrite('points.publishRules', ['points.'])
  const form = draft.value
  const mistakes = mistakesOf(form)
  const isSound = Object.keys(mistakes).length === 0
  const isOutdated = form.basedOn !== current.version
  const isChanged = JSON.stringify(rulesOf(form)) !== JSON.stringify(rulesOf(typedOf(current)))
  const forecast = useRead(
    'points.forecast',
    isSound ? { communityId, awards: rulesOf(form).awards } : null,
  )
  const errorOf = (name: string) => {
    const mistake = isChecked ? mistakes[name] : undefined
    return mistake && t('points.wrongNumber', mistake)
  }
  const publish = async () => {
    setChecked(true)
    if (!isSound) return revealFirstMistake()
    const { basedOn } = form
    const result = await publishing.run({ communityId, basedOn, ...rulesOf(form) })
    if (!result.ok) return revealRefusal()
    draft.forget()
    toast(t('points.published'), { kind: 'done' })
    onEnd()
  }
  const drop = () => {
    draft.forget()
    onEnd()
  }
  return (
    <Page
      title={t('points.editTitle')}
      lead={t('points.editLead', { version: current.version })}
      footer={
        <FixedAction {...(isChanged ? {} : { note: t('points.same') })}>
          <Button kind="quiet" onClick={drop}>
            {t('points.drop')}
          </Button>
          <Button
            disabled={!isChanged || isOutdated}
            busy={publishing.busy}
            onClick={() => void publish()}
          >
            {t('points.publish', { version: current.version + 1 })}
          </Button>
        </FixedAction>
      }
    >
      {isOutdated ? (
        <Card tone="amber">
          {t('points.conflict', { version: current.version })}
          <Button kind="secondary" onClick={drop}>
            {t('points.takeTheirs')}
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
      <View className="points-rules__sum">
        {forecast.data ? sumOf(forecast.data) : t('points.emptyIsNone')}
      </View>
      {EARN_RULES.map((rule) => {
        const line = forecast.data?.lines.find((one) => one.rule === rule)
        return (
          <AwardCard
            key={rule}
            rule={rule}
            typed={form.awards[rule]}
            errorOf={errorOf}
            {...(line
              ? {
                  foreseen: t('points.foreseenLine', {
                    would: line.wouldGive,
                    given: line.given,
                    members: line.members,
                  }),
                }
              : {})}
            onChange={(part) =>
              draft.change((before) => ({
                awards: { ...before.awards, [rule]: { ...before.awards[rule], ...part } },
              }))
            }
          />
        )
      })}
      <NumberField
        label={t('points.makeUpPrice')}
        value={form.makeUpPrice}
        unit={t('points.unit')}
        error={errorOf('makeUpPrice')}
        onChange={(makeUpPrice) => draft.change({ makeUpPrice })}
      />
      <NumberField
        label={t('points.expiryMonths')}
        why={t('points.expiryWhy')}
        value={form.expiryMonths}
        unit={t('points.monthsUnit')}
        error={errorOf('expiryMonths')}
        onChange={(expiryMonths) => draft.change({ expiryMonths })}
      />
      <NumberField
        label={t('points.adjustAlone')}
        value={form.adjustAloneMax}
        unit={t('points.unit')}
        error={errorOf('adjustAloneMax')}
        onChange={(adjustAloneMax) => draft.change({ adjustAloneMax })}
      />
    </Page>
  )
}

interface AwardProps {
  rule: EarnRule
  typed: Typed['awards'][EarnRule]
  errorOf: (name: string) => string | undefined
  foreseen?: string
  onChange: (part: Partial<Typed['awards'][EarnRule]>) => void
}

function AwardCard({ rule, typed, errorOf, foreseen, onChange }: AwardProps) {
  return (
    <Card className="points-rules__award">
      <View className="points-rules__name">{lookUp('points', `name_${rule}`)}</View>
      <View className="points-rules__numbers">
        <NumberField
          label={t('points.amount')}
          value={typed.amount}
          error={errorOf(`${rule}.amount`)}
          onChange={(amount) => onChange({ amount })}
        />
        <NumberField
          label={t('points.capDay')}
          value={typed.perDay}
          error={errorOf(`${rule}.perDay`)}
          onChange={(perDay) => onChange({ perDay })}
        />
        <NumberField
          label={t('points.capMonth')}
          value={typed.perMonth}
          error={errorOf(`${rule}.perMonth`)}
          onChange={(perMonth) => onChange({ perMonth })}
        />
      </View>
      {foreseen && <View className="points-rules__foreseen">{foreseen}</View>}
    </Card>
  )
}

type Forecast = { countedTo: string | null; lines: { given: number; wouldGive: number }[] }

const sumOf = ({ countedTo, lines }: Forecast): string =>
  countedTo === null
    ? t('points.foreseenNone')
    : t('points.foreseen', {
        would: lines.reduce((sum, { wouldGive }) => sum + wouldGive, 0),
        given: lines.reduce((sum, { given }) => sum + given, 0),
      })
