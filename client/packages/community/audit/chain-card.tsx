import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import type { ChainFault } from '../../../../types/audit'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Icon } from '../../../components/Icon'
import { Refusal } from '../../../components/Refusal'
import { useRead } from '../../../hooks/use-read'
import { t } from '../../../i18n'
import { ago } from '../../../i18n/time'
import { CallError, read } from '../../../services/call'

type Check =
  | { state: 'none' }
  | { state: 'running'; done: number; count: number }
  | { state: 'done'; count: number; broken: ChainFault | null }
  | { state: 'failed'; error: CallError }

/** Whether the log holds together: what the night found, and a check by hand that shows how far it is. */
export function ChainCard({ communityId, timeZone }: { communityId: string; timeZone: string }) {
  const { data } = useRead('audit.list', { communityId })
  const [check, setCheck] = useState<Check>({ state: 'none' })
  const isRunning = useRef(false)

  async function run(): Promise<void> {
    if (isRunning.current) return
    isRunning.current = true
    try {
      let from: number | null = 1
      while (from !== null) {
        const part = await verifyFrom(communityId, from)
        setCheck({ state: 'running', done: part.checked, count: part.sealed })
        from = part.next
        if (from === null) setCheck({ state: 'done', count: part.sealed, broken: part.broken })
      }
    } catch (error) {
      setCheck({
        state: 'failed',
        error: error instanceof CallError ? error : new CallError('network'),
      })
    } finally {
      isRunning.current = false
    }
  }

  if (!data) return null
  const { sealed, checkedAt, broken } = data.chain
  const found = check.state === 'done' ? check.broken : broken
  return (
    <Card tone={found ? 'amber' : 'jade'}>
      <View className="audit-chain">
        <Icon name={found ? 'alert' : 'shield'} className="audit-chain__icon" />
        <View className="audit-chain__words">
          <View className="audit-chain__title">
            {found ? t('audit.broken') : sentenceOf(check, sealed, checkedAt)}
          </View>
          {found && (
            <View className="audit-chain__note">
              {t(`audit.fault_${found.fault}`, { seq: found.seq })} {t('audit.brokenNote')}
            </View>
          )}
          {!found && check.state === 'none' && checkedAt && (
            <View className="audit-chain__note">
              {t('audit.checkedAt', { time: ago(checkedAt, timeZone) })}
            </View>
          )}
        </View>
      </View>
      {check.state === 'failed' && <Refusal error={check.error} onRetry={() => void run()} />}
      <View className="audit-chain__act">
        <Button
          kind="secondary"
          small
          icon="refresh"
          busy={check.state === 'running'}
          onClick={() => void run()}
        >
          {t('audit.check')}
        </Button>
      </View>
    </Card>
  )
}

const verifyFrom = (communityId: string, from: number) =>
  read('audit.verify', { communityId, from })

function sentenceOf(check: Check, sealed: number, checkedAt: string | null): string {
  if (check.state === 'running') {
    return t('audit.checking', { done: check.done, count: check.count })
  }
  if (check.state === 'done') return t('audit.checkedNow', { count: check.count })
  return t(checkedAt ? 'audit.intact' : 'audit.notChecked', { count: sealed })
}
