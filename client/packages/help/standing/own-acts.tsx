import { View } from '@tarojs/components'
import { useState } from 'react'
import type { StandingState } from '../../../../types/help-rules'
import type { StandingView } from '../../../../types/help-views'
import { Button } from '../../../components/Button'
import { Problem } from '../../../components/Problem'
import { Sheet } from '../../../components/Sheet'
import { toast } from '../../../components/Toast'
import { useWrite } from '../../../hooks/use-write'
import { sentenceOf, t } from '../../../i18n'
import { navigate } from '../../../services/navigate'

interface Props {
  offer: StandingView
  communityId: string
}

const done = {
  active: 'help.standingResumed',
  paused: 'help.standingPausedDone',
  removed: 'help.standingRemoved',
} as const satisfies Record<StandingState, string>

/** One's own offer: changed, paused or taken up again by a tap; removed after being asked once. */
export function OwnActs({ offer, communityId }: Props) {
  const { standingId, state } = offer
  const { run, busy, error } = useWrite('help.setStandingState', [
    'help.listStanding',
    'help.getStanding',
  ])
  const [isRemoving, setRemoving] = useState(false)
  const isPaused = state === 'paused'

  async function set(to: StandingState) {
    const result = await run({ communityId, standingId, state: to })
    if (result.ok) toast(t(done[to]), { kind: 'done' })
    else if (to !== 'removed') toast(sentenceOf(result.error), { kind: 'problem' })
    return result.ok
  }
  const remove = async () => {
    if (await set('removed')) setRemoving(false)
  }
  return (
    <View className="standing__acts">
      <Button
        small
        kind="quiet"
        icon="edit"
        onClick={() => void navigate('help.standingEdit', { communityId, standingId })}
      >
        {t('help.edit')}
      </Button>
      <Button
        small
        kind="quiet"
        busy={busy && !isRemoving}
        onClick={() => void set(isPaused ? 'active' : 'paused')}
      >
        {t(isPaused ? 'help.standingResume' : 'help.standingPause')}
      </Button>
      <Button small kind="quiet" icon="delete" onClick={() => setRemoving(true)}>
        {t('help.standingRemove')}
      </Button>
      <Sheet
        open={isRemoving}
        title={t('help.standingRemoveTitle')}
        onClose={() => setRemoving(false)}
        footer={
          <Button full kind="danger" icon="delete" busy={busy} onClick={() => void remove()}>
            {t('help.standingRemove')}
          </Button>
        }
      >
        <View className="standing__ask">{t('help.standingRemoveText')}</View>
        <Problem
          error={error}
          communityId={communityId}
          busy={busy}
          onRetry={() => void remove()}
        />
      </Sheet>
    </View>
  )
}
