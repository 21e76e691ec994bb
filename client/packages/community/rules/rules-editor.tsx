import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { RULES_MAX, type Rules } from '../../../../types/community'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { FixedAction } from '../../../components/FixedAction'
import { Page } from '../../../components/Page'
import { Refusal } from '../../../components/Refusal'
import { RuleList } from '../../../components/RuleList'
import { Sheet } from '../../../components/Sheet'
import { t } from '../../../i18n'
import { revealTop } from '../../../services/reveal'
import { RuleField } from './rule-field'
import { useRulesDraft } from './use-rules-draft'

interface Props {
  communityId: string
  current: Rules
  onEnd: () => void
}

/** Writing the next version of the rules; the draft is kept on the phone. */
export function RulesEditor({ communityId, current, onEnd }: Props) {
  const [isAsked, setAsked] = useState(false)
  const draft = useRulesDraft(communityId, current, onEnd)
  const { items, mistakes, publishing, isOutdated, isChanged } = draft
  const next = current.version + 1
  return (
    <Page
      title={t('community.rulesEdit')}
      lead={t('community.rulesEditLead', { version: current.version })}
      footer={
        <FixedAction {...(isChanged ? {} : { note: t('community.rulesSame') })}>
          <Button kind="quiet" onClick={draft.drop}>
            {t('community.rulesDrop')}
          </Button>
          <Button
            disabled={!isChanged || isOutdated}
            busy={publishing.busy}
            onClick={() => setAsked(draft.check())}
          >
            {t('community.rulesPublish', { version: next })}
          </Button>
        </FixedAction>
      }
    >
      {isOutdated ? (
        <Conflict current={current} onTake={draft.takeTheirs} onKeep={draft.keepMine} />
      ) : (
        <Refusal
          error={publishing.error}
          busy={publishing.busy}
          onRetry={() => void draft.publish()}
        />
      )}
      {items.map(({ id, words }, index) => (
        <RuleField
          key={id}
          number={index + 1}
          words={words}
          error={mistakes[`rule:${index}`]}
          onChange={(value) => draft.write(id, value)}
          {...(index > 0 ? { onUp: () => draft.move(id, -1) } : {})}
          {...(index < items.length - 1 ? { onDown: () => draft.move(id, 1) } : {})}
          {...(items.length > 1 ? { onRemove: () => draft.remove(id) } : {})}
        />
      ))}
      {items.length < RULES_MAX && (
        <Button full kind="secondary" icon="add" onClick={draft.add}>
          {t('community.ruleAdd')}
        </Button>
      )}
      <Sheet
        open={isAsked}
        title={t('community.rulesConfirmTitle', { version: next })}
        onClose={() => setAsked(false)}
        footer={
          <Button
            full
            busy={publishing.busy}
            onClick={() => {
              setAsked(false)
              void draft.publish()
            }}
          >
            {t('community.rulesPublish', { version: next })}
          </Button>
        }
      >
        {t('community.rulesConfirmText')}
      </Sheet>
    </Page>
  )
}

interface ConflictProps {
  current: Rules
  onTake: () => void
  onKeep: () => void
}

/** Another admin was quicker: theirs to read, and the two ways on. */
function Conflict({ current, onTake, onKeep }: ConflictProps) {
  useEffect(revealTop, [])
  return (
    <Card
      tone="amber"
      slip={
        <View className="rules-conflict__acts">
          <Button kind="secondary" onClick={onTake}>
            {t('community.rulesTakeTheirs')}
          </Button>
          <Button kind="quiet" onClick={onKeep}>
            {t('community.rulesKeepMine')}
          </Button>
        </View>
      }
    >
      <View className="rules-conflict__words">
        {t('community.rulesConflict', { version: current.version })}
      </View>
      <RuleList items={current.items} />
    </Card>
  )
}
