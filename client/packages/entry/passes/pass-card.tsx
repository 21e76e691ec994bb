import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { Pass, PassState } from '../../../../types/pass'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { cx } from '../../../components/cx'
import { Refusal } from '../../../components/Refusal'
import { Sheet } from '../../../components/Sheet'
import { Tag } from '../../../components/Tag'
import { toast } from '../../../components/Toast'
import type { Tone } from '../../../components/tone'
import { useWrite } from '../../../hooks/use-write'
import { t } from '../../../i18n'
import { inFull } from '../../../i18n/time'
import { linkTo } from '../../../services/navigate'

const TONES: Record<PassState, Tone> = { open: 'jade', used: 'indigo', over: 'ink', revoked: 'ink' }

interface Props {
  communityId: string
  pass: Pass
  timeZone: string
}

/** One pass: its code to hand on while it is good, who it let in, and taking it back. */
export function PassCard({ communityId, pass, timeZone }: Props) {
  const { code, state, until, usedAt } = pass
  const [isAsked, setAsked] = useState(false)
  const revoking = useWrite('entry.revokePass', ['entry.listPasses'])
  const isGood = state === 'open' || state === 'used'
  const copy = async () => {
    const path = linkTo('entry.pass', { code })
    await Taro.setClipboardData({ data: t('entry.passHandOn', { code, path }) })
    toast(t('entry.passCopied'), { kind: 'done' })
  }
  const revoke = async () => {
    const { ok } = await revoking.run({ communityId, code })
    if (!ok) return
    setAsked(false)
    toast(t('entry.passRevoked'), { kind: 'done' })
  }
  return (
    <Card
      {...(isGood
        ? {
            slip: (
              <View className="pass__acts">
                <Button kind="quiet" onClick={() => setAsked(true)}>
                  {t('entry.passRevoke')}
                </Button>
                {state === 'open' && (
                  <Button kind="secondary" icon="copy" onClick={() => void copy()}>
                    {t('entry.passCopy')}
                  </Button>
                )}
              </View>
            ),
          }
        : {})}
    >
      <View className="pass__head">
        <View className={cx('pass__code', !isGood && 'pass__code--off')}>{code}</View>
        <Tag tone={TONES[state]}>{t(`entry.pass_${state}`)}</Tag>
      </View>
      <View className="pass__until">
        {usedAt
          ? t('entry.passUsed', { used: inFull(usedAt, timeZone), until: inFull(until, timeZone) })
          : t('entry.passUntil', { until: inFull(until, timeZone) })}
      </View>
      <Sheet
        open={isAsked}
        title={t('entry.passRevokeTitle')}
        onClose={() => setAsked(false)}
        footer={
          <Button full kind="danger" busy={revoking.busy} onClick={() => void revoke()}>
            {t('entry.passRevoke')}
          </Button>
        }
      >
        <Refusal error={revoking.error} busy={revoking.busy} onRetry={() => void revoke()} />
        {t(state === 'used' ? 'entry.passRevokeUsed' : 'entry.passRevokeOpen')}
      </Sheet>
    </Card>
  )
}
