import type { FieldDefinition, Template } from '../../../types/template'

/** What a new community starts with; all of it is the community's own from then on. */
export type Preset = {
  name: string
  /** For whom it is, in one sentence. */
  summary: string
  /** A purpose the founder may take as it is. */
  purpose: string
  rules: readonly string[]
  /** What the door asks. Never a phone, a WeChat account or a real name. */
  questions: readonly FieldDefinition[]
  /** Request forms, in their first version. */
  templates: readonly Template[]
}
