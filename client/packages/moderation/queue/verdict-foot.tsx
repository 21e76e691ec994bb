import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ReviewedCase } from '../../../../types/moderation'
import { Button } from '../../../components/Button'
import { t } from '../../../i18n'
import type { QueueState } from './use-queue'
import { VerdictSheet } from './verdict-sheet'

interface Props {
  found: ReviewedCase
  communityId: string
  queue: QueueState
}

/** Approve with one tap; anything else with one more, for the reason. */
export function VerdictFoot({ found, communityId, queue }: Props) {
  const [asked, setAsked] = useState<'return' | 'refuse' | null>(null)
  const { decision, decide } = queue
  return (
    <View className="review-foot">
      <Button
        full
        icon="done"
        busy={decision.busy && !asked}
        onClick={() => void decide(found, { verdict: 'approve' })}
      >
        {t('moderation.approve')}
      </Button>
      <View className="review-foot__others">
        <Button full kind="secondary" onClick={() => setAsked('return')}>
          {t('moderation.return')}
        </Button>
        <Button full kind="danger" onClick={() => setAsked('refuse')}>
          {t('moderation.refuse')}
        </Button>
      </View>
      {asked && (
        <VerdictSheet
          verdict={asked}
          decision={{ busy: decision.busy, error: decision.error, communityId }}
          onDo={async (made) => {
            await decide(found, made)
            setAsked(null)
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </View>
  )
}
