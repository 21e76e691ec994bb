import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Application } from '../../../../types/entry'
import { Button } from '../../../components/Button'
import { toast } from '../../../components/Toast'
import { t } from '../../../i18n'
import { DeclineSheet } from './decline-sheet'
import { type Decision, useBatch } from './use-batch'

interface Props {
  communityId: string
  chosen: readonly Application[]
  /** All that could be chosen. */
  all: readonly Application[]
  onChooseAll: (items: readonly Application[]) => void
  onSettled: (item: Application) => void
  onUndone: (items: readonly Application[]) => void
  onEnd: () => void
}

/** One decision for all that are picked, with how far it is, what could not be done, and undo. */
export function BatchFoot(props: Props) {
  const { communityId, chosen, all, onChooseAll, onSettled, onUndone, onEnd } = props
  const [isDeclining, setDeclining] = useState(false)
  const { decideAll, undoAll, progress } = useBatch(communityId)
  const count = chosen.length

  async function decide(decision: Decision) {
    const { settled, refused } = await decideAll(chosen, decision)
    setDeclining(false)
    for (const item of settled) onSettled(item)
    onEnd()
    const [first] = refused
    const said = t(decision.verdict === 'approve' ? 'entry.batchApproved' : 'entry.batchDeclined', {
      count: settled.length,
    })
    const undo = {
      text: t('common.undo'),
      onClick: () => void takeBack(settled),
    }
    toast(
      first
        ? `${said} ${t('entry.batchLeft', { count: refused.length, name: first.name, why: first.why })}`
        : said,
      { kind: first ? 'problem' : 'done', ...(settled.length > 0 ? { undo } : {}) },
    )
  }

  async function takeBack(items: readonly Application[]) {
    const undone = await undoAll(items)
    onUndone(undone)
    toast(t('entry.batchUndone', { count: undone.length, total: items.length }), {
      kind: undone.length === items.length ? 'done' : 'problem',
    })
  }

  return (
    <View className="batch">
      <View className="batch__text">
        {progress
          ? t('entry.batchProgress', progress)
          : t('entry.batchChosen', { count, total: all.length })}
      </View>
      <View className="application__acts">
        {count < all.length && (
          <Button kind="quiet" disabled={progress !== null} onClick={() => onChooseAll(all)}>
            {t('entry.chooseAll')}
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
