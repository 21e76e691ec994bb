import { useState } from 'react'
import type { CallError } from '../../services/call'
import { Button } from '../Button'
import { Problem } from '../Problem'
import { ReasonSheet } from '../ReasonSheet'

interface Props {
  communityId: string
  /** The call that carries the decision, as useWrite tells it. */
  state: { busy: boolean; error: CallError | undefined }
  yes: string
  no: string
  /** The sheet that asks why not. */
  why: { title: string; lead: string; reasons: readonly string[]; send: string }
  /** The screen's main action, where no other is. */
  isMain: boolean
  /** Yes, or no with the reason; answers whether it was taken. */
  onDecide: (refusal: string | null) => Promise<boolean>
}

/** What waits for a person: yes in one tap, no with a ready reason. */
export function Decision({ communityId, state, yes, no, why, isMain, onDecide }: Props) {
  const [isRefusing, setRefusing] = useState(false)
  const [tried, setTried] = useState<string | null>(null)
  const { busy, error } = state

  async function decide(refusal: string | null) {
    setTried(refusal)
    if (await onDecide(refusal)) setRefusing(false)
  }

  return (
    <>
      {!isRefusing && (
        // What failed is tried again as it was: a no never becomes a yes.
        <Problem
          error={error}
          communityId={communityId}
          busy={busy}
          onRetry={() => void decide(tried)}
        />
      )}
      <Button kind="quiet" disabled={busy} onClick={() => setRefusing(true)}>
        {no}
      </Button>
      <Button kind={isMain ? 'main' : 'secondary'} busy={busy} onClick={() => void decide(null)}>
        {yes}
      </Button>
      {isRefusing && (
        <ReasonSheet
          title={why.title}
          lead={why.lead}
          reasons={why.reasons}
          doText={why.send}
          decision={{ busy, error, communityId }}
          onDo={decide}
          onClose={() => setRefusing(false)}
        />
      )}
    </>
  )
}
