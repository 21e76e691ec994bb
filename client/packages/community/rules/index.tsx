import { View } from '@tarojs/components'
import { useState } from 'react'
import type { CallOutput } from '../../../../types/contract'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { FixedAction } from '../../../components/FixedAction'
import { NoCommunity } from '../../../components/NoCommunity'
import { Page } from '../../../components/Page'
import { Refusal } from '../../../components/Refusal'
import { RuleList } from '../../../components/RuleList'
import { Segmented } from '../../../components/Segmented'
import { Tag } from '../../../components/Tag'
import { toast } from '../../../components/Toast'
import { useCommunityId } from '../../../hooks/use-community-id'
import { useRead } from '../../../hooks/use-read'
import { useTimeZone } from '../../../hooks/use-time-zone'
import { useWrite } from '../../../hooks/use-write'
import { t } from '../../../i18n'
import { inFull } from '../../../i18n/time'
import { revealTop } from '../../../services/reveal'
import './index.scss'
import { RuleChanges } from './rule-changes'
import { RulesEditor } from './rules-editor'

type RulesView = CallOutput<'community.getRules'>

/** The rules as they stand: to read, to accept, and for those with the duty to edit. */
export default function Rules() {
  const communityId = useCommunityId()
  const {
    data: view,
    error,
    refresh,
  } = useRead('community.getRules', communityId ? { communityId } : null)
  const [isEditing, setEditing] = useState(false)
  const timeZone = useTimeZone(communityId)
  const accepting = useWrite('entry.acceptRules', ['community.getRules', 'member.getHome'])
  if (!communityId) return <NoCommunity title={t('community.rulesTitle')} />
  if (view && isEditing) {
    return (
      <RulesEditor communityId={communityId} current={view.rules} onEnd={() => setEditing(false)} />
    )
  }
  const accept = async () => {
    if (!view) return
    const { version } = view.rules
    const { ok } = await accepting.run({ communityId, version })
    if (ok) toast(t('community.rulesAcceptedToast', { version }), { kind: 'done' })
    else revealTop()
  }
  return (
    <Page
      title={t('community.rulesTitle')}
      {...(view ? { lead: leadOf(view, timeZone) } : {})}
      loading={!view && !error}
      error={error}
      hasContent={Boolean(view)}
      onRetry={() => void refresh()}
      footer={
        view && (
          <Foot
            view={view}
            busy={accepting.busy}
            onAccept={() => void accept()}
            onEdit={() => setEditing(true)}
          />
        )
      }
    >
      {view && (
        <>
          <Refusal error={accepting.error} onRetry={() => void accept()} />
          <Words view={view} />
          {view.accepted && (
            <View className="rules-accepted">
              <Tag tone="jade" icon="done">
                {t('community.rulesAccepted')}
              </Tag>
            </View>
          )}
        </>
      )}
    </Page>
  )
}

/** Who has accepted other rules before sees first what changed; the whole is a tap away. */
function Words({ view }: { view: RulesView }) {
  const { rules, before, accepted } = view
  const [side, setSide] = useState<'changes' | 'whole'>(accepted ? 'whole' : 'changes')
  const whole = (
    <Card>
      <RuleList items={rules.items} />
    </Card>
  )
  if (!before) return whole
  return (
    <>
      <View className="rules-switch">
        <Segmented
          label={t('community.rulesViews')}
          value={side}
          options={[
            { value: 'changes', label: t('community.rulesChanges') },
            { value: 'whole', label: t('community.rulesWhole') },
          ]}
          onChange={setSide}
        />
      </View>
      {side === 'whole' ? (
        whole
      ) : (
        <>
          <View className="rules-since">
            {t(accepted ? 'community.rulesSinceLast' : 'community.rulesSince', {
              version: before.version,
            })}
          </View>
          <RuleChanges before={before} rules={rules} />
        </>
      )}
    </>
  )
}

const leadOf = ({ rules, publishedAt }: RulesView, timeZone: string): string =>
  t('community.rulesLead', { version: rules.version, date: inFull(publishedAt, timeZone, 'day') })

interface FootProps {
  view: RulesView
  busy: boolean
  onAccept: () => void
  onEdit: () => void
}

/** Accepting comes first; editing waits until the editor has accepted too. */
function Foot({ view, busy, onAccept, onEdit }: FootProps) {
  if (!view.accepted) {
    return (
      <FixedAction note={t('community.rulesAcceptNote')}>
        <Button full busy={busy} onClick={onAccept}>
          {t('community.rulesAccept')}
        </Button>
      </FixedAction>
    )
  }
  if (!view.mayPublish) return null
  return (
    <FixedAction>
      <Button full kind="secondary" icon="edit" onClick={onEdit}>
        {t('community.rulesEdit')}
      </Button>
    </FixedAction>
  )
}
