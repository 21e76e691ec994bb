import type { WorkItem } from '../../../../types/workbench'

/** What the buttons below a waiting thing are told. */
export interface DecisionProps {
  communityId: string
  item: WorkItem
  /** The first of the list: its main button is the screen's main action. */
  isNext: boolean
  /** It is done: the next one moves up. */
  onSettled: () => void
  /** It was taken back: it stands in the list again. */
  onUndone: () => void
}
