import type { CallInput, WriteName } from '../../types/contract'
import { toast } from '../components/Toast'
import { t } from '../i18n'
import { useWrite } from './use-write'

/**
 * Says what was decided and for ten seconds offers to take it back. `refreshes` as in useWrite.
 * Call it after the decision was answered; the cloud allows a little longer than the note stays.
 */
export function useUndo<N extends WriteName>(
  name: N,
  refreshes: readonly string[],
): (said: string, input: CallInput<N>, onUndone?: () => void) => void {
  const undoing = useWrite(name, refreshes)
  const undo = async (input: CallInput<N>, onUndone?: () => void) => {
    const { ok } = await undoing.run(input)
    if (ok) onUndone?.()
    toast(t(ok ? 'workbench.undone' : 'workbench.undoTooLate'), { kind: ok ? 'done' : 'problem' })
  }
  return (said, input, onUndone) =>
    toast(said, {
      kind: 'done',
      undo: { text: t('common.undo'), onClick: () => void undo(input, onUndone) },
    })
}
