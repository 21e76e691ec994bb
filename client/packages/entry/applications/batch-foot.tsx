import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Application } from '../../../../types/entry'
import { Button } from '../../../components/Button'
import { toast } from '../../../components/Toast'
import { type Left, useBatch } from '../../../hooks/use-batch'
import { useWrite } from '../../../hooks/use-write'
import { t } from '../../../i18n'
import { DeclineSheet } from './decline-sheet'

/** What a decision, and taking it back, makes out of date. */
const CHANGES = ['entry.listApplications', 'member.getHome', 'workbench.list']

type Decision = { verdict: 'approve' } | { verdict: 'decline'; reason: string }

interface Props {
  communityId: string
  chosen: readonly Application[]
  /** All that could be chosen. */
  all: readonly Application[]
  onChooseAll: (items: readonly Application[]) => void
  onSettled: (items: readonly Application[], left: readonly Left[]) => void
  onUndone: (items: readonly Application[]) => void
}

/** One decision for all that are picked, with how far it is, what could not be done, and undo. */
export function BatchFoot(props: Props) {
  const { communityId, chosen, all, onChooseAll, onSettled, onUndone } = props
  const [isDeclining, setDeclining] = useState(false)
  const deciding = useWrite('entry.decide', CHANGES)
  const undoing = useWrite('entry.undoDecision', CHANGES)
  const { doAll, progress } = useBatch<Application>(({ nickname }) => nickname)
  const count = chosen.length
  const about = ({ applicationId, revision }: Application) => ({
    communityId,
    applicationId,
    revision,
  })

  async function decide(decision: Decision) {
    const { settled, left } = await doAll(chosen, (item) =>
      deciding.run({ ...about(item), ...decision }),
    )
    setDeclining(false)
    onSettled(settled, left)
    const said = decision.verdict === 'approve' ? 'entry.batchApproved' : 'entry.batchDeclined'
    if (settled.length === 0) return
    toast(t(said, { count: settled.length }), {
      kind: 'done',
      undo: { text: t('common.undo'), onClick: () => void takeBack(settled) },
    })
  }

  async function takeBack(items: readonly Application[]) {
    const undone = await doAll(items, (item) => undoing.run(about(item)))
    onUndone(undone.settled)
    toast(t('common.batchUndone', { count: undone.settled.length, total: items.length }), {
      kind: undone.left.length === 0 ? 'done' : 'problem',
    })
  }

  return (
    <View className="batch">
      <View className="batch__text">
        {progress
          ? t('common.batchProgress', progress)
          : t('entry.batchChosen', { count, total: all.length })}
      </View>
      <View className="application__acts">
        {count < all.length && (
          <Button kind="quiet" disabled={progress !== null} onClick={() => onChooseAll(all)}>
            {t('common.chooseAll')}
          </Button>
        )}
        <Button
          kind="secondary"
          disabled={count === 0 || progress !== null}
          onClick={() => setDeclining(true)}
        >
          {t('entry.decline')}
        </Button>
        <Button
          disabled={count === 0}
          busy={progress !== null}
          onClick={() => void decide({ verdict: 'approve' })}
        >
          {t('entry.approve')}
        </Button>
      </View>
      <DeclineSheet
        open={isDeclining}
        name={t('entry.batchNames', { count })}
        busy={progress !== null}
        onClose={() => setDeclining(false)}
        onDecline={(reason) => void decide({ verdict: 'decline', reason })}
      />
    </View>
  )
}
