import type { FieldDraft } from '../../../../types/definition'

/** What each part of a field's editor is given. */
export interface PartProps {
  field: FieldDraft
  /** Sentences by the field's part: `label`, `options.0`, `max`. */
  mistakes: Readonly<Record<string, string>>
  onChange: (make: (before: FieldDraft) => Partial<FieldDraft>) => void
}
