import type { Award, EarnRule, PointsRules } from '../../../types/points'
import type { Level } from '../../../types/recognition'
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
  /** By contribution, least first. */
  levels: readonly Level[]
}

/** The first points rules with some awards of this kind of community's own. */
export const pointsOf = (awards: Partial<Record<EarnRule, Award>>): PointsRules => ({
  ...FIRST_RULES,
  awards: { ...FIRST_RULES.awards, ...awards },
})

/** About three, ten and thirty confirmed helps (domain/recognition/deeds), or as much of other kinds. */
const STEPS = [
  { from: 0, benefits: '' },
  { from: 12, benefits: '称号出现在你的求助、帮助和资料上' },
  { from: 40, benefits: '商店里写明“需要此等级”的东西，可以兑换' },
  { from: 120, benefits: '大家公认的热心人，欢迎来带新成员、办活动' },
] as const

/** Four levels by contribution: the thresholds are the same everywhere, the names are not. */
export const levelsOf = (...names: [string, string, string, string]): Level[] =>
  names.map((name, at) => ({ name, from: 0, benefits: '', ...STEPS[at] }))
