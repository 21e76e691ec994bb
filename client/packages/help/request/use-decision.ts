import type { CallInput, WriteName } from '../../../../types/contract'
import { toast } from '../../../components/Toast'
import { useWrite } from '../../../hooks/use-write'
import { explain, isOutOfDate } from '../parts/refusals'
import type { SheetProps } from './sheet'
import { CHANGED_BY_STEPS } from './use-accept'

/**
 * One decision taken in a sheet. Done: the sheet closes and a note says so. Refused because the page
 * was out of date: it closes too, and the page, asked anew, shows why. Otherwise it stays, with the
 * words that were written and the reason.
 */
export function useDecision<N extends WriteName>(
  name: N,
  { ids: { communityId }, request: { own }, onClose }: SheetProps,
) {
  const { run, busy, error } = useWrite(name, CHANGED_BY_STEPS)

  async function decide(input: CallInput<N>, doneText: string): Promise<boolean> {
    const result = await run(input)
    if (result.ok) {
      toast(doneText, { kind: 'done' })
      onClose()
    } else if (isOutOfDate(result.error)) {
      explain(result.error, { communityId, own })
      onClose()
    }
    return result.ok
  }

  return { decide, busy, error, communityId }
}
