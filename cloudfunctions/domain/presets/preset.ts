import type { Level } from '../../../types/community'
import type { Award, EarnRule, PointsRules } from '../../../types/points'
import type { FieldDefinition, Template } from '../../../types/template'
import type { QuizQuestion } from '../../../types/training'
import { FIRST_RULES } from '../ledger/rules'

/** What a new community starts with; all of it is the community's own from then on. */
export type Preset = {
  name: string
  /** For whom it is, in one sentence. */
  summary: string
  /** A purpose the founder may take as it is. */
  purpose: string
  /** What a new member reads first, in the founder's voice. */
  welcome: string
  rules: readonly string[]
  /** What the door asks. Never a phone, a WeChat account or a real name. */
  questions: readonly FieldDefinition[]
  /**
   * What a newcomer is asked before the first post, beside what is asked everywhere
   * (`quiz.ts`): its own questions come first. At most QUESTIONS_MAX together.
   */
  quiz?: readonly QuizQuestion[]
  /** Request forms, in their first version. */
  templates: readonly Template[]
  points: PointsRules
  /** By help given, least first. */
  levels: readonly Level[]
}

/** The first points rules with some awards of this kind of community's own. */
export const pointsOf = (awards: Partial<Record<EarnRule, Award>>): PointsRules => ({
  ...FIRST_RULES,
  awards: { ...FIRST_RULES.awards, ...awards },
})

/** Four levels by help given: the thresholds are the same everywhere, the names are not. */
export const levelsOf = (...names: [string, string, string, string]): Level[] => {
  const thresholds = [0, 3, 10, 30]
  return names.map((name, at) => ({ name, from: thresholds[at] ?? 0 }))
}
