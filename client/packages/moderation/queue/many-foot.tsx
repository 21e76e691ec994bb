import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ListedCase } from '../../../../types/moderation'
import { Button } from '../../../components/Button'
import { toast } from '../../../components/Toast'
import { type Left, useBatch } from '../../../hooks/use-batch'
import { useWrite } from '../../../hooks/use-write'
import { t } from '../../../i18n'
import { CHANGES, type Decision } from './use-queue'
import { VerdictSheet } from './verdict-sheet'

interface Props {
  communityId: string
  chosen: readonly ListedCase[]
  /** All that could be chosen. */
  all: readonly ListedCase[]
  onChooseAll: () => void
  onSettled: (items: readonly ListedCase[], left: readonly Left[]) => void
  onUndone: () => void
}

/** One verdict for all that are picked: each its own decision, refused or taken back by itself. */
export function ManyFoot(props: Props) {
  const { communityId, chosen, all, onChooseAll, onSettled, onUndone } = props
  const [isRefusing, setRefusing] = useState(false)
  const deciding = useWrite('moderation.decide', CHANGES)
  const undoing = useWrite('moderation.undoDecision', CHANGES)
  const { doAll, progress } = useBatch<ListedCase>(({ excerpt }) => excerpt)
  const count = chosen.length

  async function decide(made: Decision) {
    const { settled, left } = await doAll(chosen, ({ caseId, revision }) =>
      deciding.run({ communityId, caseId, revision, ...made }),
    )
    setRefusing(false)
    onSettled(settled, left)
    if (settled.length === 0) return
    const said = made.verdict === 'approve' ? 'moderation.manyApproved' : 'moderation.manyRefused'
    toast(t(said, { count: settled.length }), {
      kind: 'done',
      undo: { text: t('common.undo'), onClick: () => void takeBack(settled) },
    })
  }

  async function takeBack(items: readonly ListedCase[]) {
    const { settled } = await doAll(items, ({ caseId }) => undoing.run({ communityId, caseId }))
    onUndone()
    toast(t('common.batchUndone', { count: settled.length, total: items.length }), {
      kind: settled.length === items.length ? 'done' : 'problem',
    })
  }

  return (
    <View className="review-foot">
      <View className="review-foot__count">
        {progress
          ? t('common.batchProgress', progress)
          : t('moderation.manyChosen', { count, total: all.length })}
      </View>
      <View className="review-foot__others">
        {count < all.length && (
          <Button kind="quiet" disabled={progress !== null} onClick={onChooseAll}>
            {t('common.chooseAll')}
          </Button>
        )}
        <Button
          full
          kind="danger"
          disabled={count === 0 || progress !== null}
          onClick={() => setRefusing(true)}
        >
          {t('moderation.refuse')}
        </Button>
        <Button
          full
          disabled={count === 0}
          busy={progress !== null && !isRefusing}
          onClick={() => void decide({ verdict: 'approve' })}
        >
          {t('moderation.manyApprove', { count })}
        </Button>
      </View>
      {isRefusing && (
        <VerdictSheet
          verdict="refuse"
          decision={{ busy: progress !== null, error: undefined, communityId }}
          onDo={decide}
          onClose={() => setRefusing(false)}
        />
      )}
    </View>
  )
}
