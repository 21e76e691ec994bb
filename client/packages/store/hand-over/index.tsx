import { View } from '@tarojs/components'
import { useState } from 'react'
import * as v from 'valibot'
import type { CallOutput } from '../../../../types/contract'
import { pickupCode } from '../../../../types/store'
import { Avatar } from '../../../components/Avatar'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { JoinFirst } from '../../../components/JoinFirst'
import { Page } from '../../../components/Page'
import { Problem } from '../../../components/Problem'
import { TextField } from '../../../components/TextField'
import { toast } from '../../../components/Toast'
import { useCommunityId } from '../../../hooks/use-community-id'
import { useWrite } from '../../../hooks/use-write'
import { t, useT } from '../../../i18n'
import { scanCode } from '../../../platform/scan'
import { CallError, read } from '../../../services/call'
import './index.scss'

type Found = NonNullable<CallOutput<'store.findPickup'>['found']> & { code: string }

const CODE_MAX = 11

/** A steward scans or types what is shown, sees the thing and the person, and hands over. */
export default function HandOver() {
  useT()
  const communityId = useCommunityId()
  if (!communityId) {
    return <Page title={t('store.handOverTitle')} empty={<JoinFirst communityId={null} />} />
  }
  return <Desk communityId={communityId} />
}

function Desk({ communityId }: { communityId: string }) {
  const [typed, setTyped] = useState('')
  const [mistake, setMistake] = useState<string>()
  const [failure, setFailure] = useState<CallError>()
  const [isBusy, setBusy] = useState(false)
  const [found, setFound] = useState<Found | null>(null)

  async function find(text: string) {
    const code = text.trim()
    setFound(null)
    setFailure(undefined)
    if (!v.is(pickupCode, code)) return setMistake(t('store.findBad'))
    setBusy(true)
    try {
      const { found: order } = await read('store.findPickup', { communityId, code })
      if (order) setFound({ ...order, code })
      else setMistake(t('errors.pickup_code_wrong'))
    } catch (thrown) {
      setFailure(thrown instanceof CallError ? thrown : new CallError('network'))
    } finally {
      setBusy(false)
    }
  }

  async function scan() {
    const text = await scanCode()
    if (text === null) return
    setTyped(text)
    await find(text)
  }

  return (
    <Page title={t('store.handOverTitle')} lead={t('store.handOverLead')}>
      <Problem
        error={failure}
        communityId={communityId}
        busy={isBusy}
        onRetry={() => void find(typed)}
      />
      {found ? (
        <HandOverCard
          communityId={communityId}
          found={found}
          onEnd={() => {
            setFound(null)
            setTyped('')
          }}
        />
      ) : (
        <>
          <Button full icon="scan" onClick={() => void scan()}>
            {t('store.scan')}
          </Button>
          <View className="hand-over__typed">
            <TextField
              label={t('store.codeInput')}
              placeholder={t('store.codeExample')}
              maxLength={CODE_MAX}
              value={typed}
              error={mistake}
              onChange={(value) => {
                setTyped(value)
                setMistake(undefined)
              }}
            />
            <Button full kind="secondary" busy={isBusy} onClick={() => void find(typed)}>
              {t('store.find')}
            </Button>
          </View>
        </>
      )}
    </Page>
  )
}

interface CardProps {
  communityId: string
  found: Found
  onEnd: () => void
}

function HandOverCard({ communityId, found, onEnd }: CardProps) {
  const { run, busy, error } = useWrite('store.handOver', ['store.'])
  const { orderId, itemName, buyer, code } = found
  async function send() {
    const result = await run({ communityId, orderId, code })
    if (!result.ok) return
    toast(t('store.handedOver'), { kind: 'done' })
    onEnd()
  }
  return (
    <Card
      slip={
        <View className="hand-over__acts">
          <Button kind="quiet" onClick={onEnd}>
            {t('common.close')}
          </Button>
          <Button icon="done" busy={busy} onClick={() => void send()}>
            {t('store.handOverDo')}
          </Button>
        </View>
      }
    >
      <Problem error={error} communityId={communityId} busy={busy} onRetry={() => void send()} />
      <View className="hand-over__who">
        <Avatar id={buyer.avatar} />
        <View className="hand-over__words">
          <View className="hand-over__item">{itemName}</View>
          <View className="hand-over__name">{t('store.foundTitle', { name: buyer.nickname })}</View>
        </View>
      </View>
    </Card>
  )
}
