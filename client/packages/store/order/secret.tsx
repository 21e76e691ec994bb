import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { ItemKind } from '../../../../types/store'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Problem } from '../../../components/Problem'
import { toast } from '../../../components/Toast'
import { useWrite } from '../../../hooks/use-write'
import { t } from '../../../i18n'
import { CallError, read } from '../../../services/call'

interface Props {
  ids: { communityId: string; orderId: string }
  kind: ItemKind
  onSeen: () => void
}

/** A code, an address or a resource: shown when asked for, and the asking is on record. Never kept on the phone. */
export function Secret({ ids, kind, onSeen }: Props) {
  const { run, busy, error } = useWrite('store.openSecret')
  const [text, setText] = useState<string | null>(null)
  const [failure, setFailure] = useState<CallError>()

  async function show() {
    setFailure(undefined)
    const noted = await run(ids)
    if (!noted.ok) return
    try {
      setText((await read('store.readSecret', ids)).text)
      onSeen()
    } catch (thrown) {
      setFailure(thrown instanceof CallError ? thrown : new CallError('network'))
    }
  }

  async function copy(words: string) {
    await Taro.setClipboardData({ data: words })
    toast(t('store.copied'), { kind: 'done' })
  }

  if (kind !== 'code' && kind !== 'shipped' && kind !== 'resource') return null
  return (
    <Card tone="jade">
      <Problem
        error={error ?? failure}
        communityId={ids.communityId}
        busy={busy}
        onRetry={() => void show()}
      />
      {text === null ? (
        <>
          <Button full kind="secondary" icon="lock" busy={busy} onClick={() => void show()}>
            {t(`store.reveal_${kind}`)}
          </Button>
          <View className="secret__note">{t('store.revealNote')}</View>
        </>
      ) : (
        <>
          <View className="secret__text">{text}</View>
          <Button small kind="secondary" icon="copy" onClick={() => void copy(text)}>
            {t('store.copy')}
          </Button>
        </>
      )}
    </Card>
  )
}
