import { useEffect, useState } from 'react'
import type { PolicyCategory, ReviewedCase, Verdict } from '../../../../types/moderation'
import { toast } from '../../../components/Toast'
import { useRead } from '../../../hooks/use-read'
import { useWrite } from '../../../hooks/use-write'
import { sentenceOf, t } from '../../../i18n'
import type { CallError } from '../../../services/call'

/** What a decision changes on other screens. */
export const CHANGES = [
  'moderation.listCases',
  'moderation.getCase',
  'help.listRequests',
  'workbench.list',
  'member.getHome',
]

export type Decision = { verdict: Verdict; policy?: PolicyCategory; reason?: string }

const SAID = {
  approve: 'moderation.didApprove',
  return: 'moderation.didReturn',
  refuse: 'moderation.didRefuse',
  remove: 'moderation.didRemove',
} as const

/** The case in hand, and the way to the next. `caseId` null: nothing waits; undefined: being asked. */
export function useQueue(communityId: string) {
  const [caseId, setCaseId] = useState<string | null>()
  const claim = useWrite('moderation.claimNext')
  const decision = useWrite('moderation.decide', CHANGES)
  const back = useWrite('moderation.undoDecision', CHANGES)
  const read = useRead('moderation.getCase', caseId ? { communityId, caseId } : null)

  async function next() {
    setCaseId(undefined)
    const result = await claim.run({ communityId })
    if (result.ok) setCaseId(result.data.caseId)
  }

  async function undo(undone: string) {
    const result = await back.run({ communityId, caseId: undone })
    if (!result.ok) return toast(sentenceOf(result.error), { kind: 'problem' })
    setCaseId(undone)
    toast(t('moderation.undone'), { kind: 'done' })
  }

  async function decide(found: ReviewedCase, made: Decision) {
    const { caseId: decided, revision } = found
    const result = await decision.run({ communityId, caseId: decided, revision, ...made })
    if (result.ok) {
      toast(t(SAID[made.verdict]), {
        kind: 'done',
        undo: { text: t('moderation.undo'), onClick: () => void undo(decided) },
      })
    } else if (!isOver(result.error)) return
    await next()
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: the first case is asked for once a community
  useEffect(() => void next(), [communityId])
  const found = caseId && read.data?.caseId === caseId ? read.data : undefined
  return {
    caseId,
    found,
    error: claim.error ?? decision.error ?? read.error,
    busy: claim.busy || decision.busy,
    next: () => void next(),
    decide,
    decision,
  }
}

/** Somebody else has it, or it is gone: there is nothing left to try here. */
const isOver = ({ code }: CallError) =>
  code === 'case_decided' || code === 'case_claimed' || code === 'case_gone'

export type QueueState = ReturnType<typeof useQueue>
