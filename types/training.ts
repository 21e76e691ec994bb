import * as v from 'valibot'
import { id, slug, text } from './shape'

export const QUESTIONS_MAX = 10
export const CHOICES_MIN = 2
export const CHOICES_MAX = 4

/** Single choice; `why` is read after answering, right or wrong: the quiz teaches, it does not sort. */
const question = v.object({
  key: slug,
  text: text(4, 80),
  choices: v.pipe(
    v.array(v.object({ value: slug, label: text(1, 60) })),
    v.minLength(CHOICES_MIN),
    v.maxLength(CHOICES_MAX),
  ),
  /** The value of the right choice. */
  answer: slug,
  why: text(4, 160),
})

export const quizQuestion = v.pipe(
  question,
  v.check(
    ({ choices, answer }) => choices.some(({ value }) => value === answer),
    'no right choice',
  ),
  v.check(
    ({ choices }) => new Set(choices.map(({ value }) => value)).size === choices.length,
    'two choices of one name',
  ),
)
export type QuizQuestion = v.InferOutput<typeof quizQuestion>

export const quizQuestions = v.pipe(
  v.array(quizQuestion),
  v.maxLength(QUESTIONS_MAX),
  v.check(
    (questions) => new Set(questions.map(({ key }) => key)).size === questions.length,
    'two questions of one name',
  ),
)

/** How many must be right: every question but one in four, so that one slip is forgiven. */
export const PASS_SHARE = 0.75
export const defaultPassMark = (questions: number): number => Math.ceil(questions * PASS_SHARE)

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(QUESTIONS_MAX))
const version = v.pipe(v.number(), v.integer(), v.minValue(0))

export const trainingCalls = {
  /** The quiz without its answers; those who edit it get it whole. Null: the community has none. */
  'training.get': {
    kind: 'read',
    scope: 'member',
    input: v.object({ communityId: id }),
    output: v.object({
      version,
      passMark: count,
      questions: v.array(v.omit(question, ['answer', 'why'])),
      passed: v.boolean(),
      /** Whole, for those who may publish the next version. */
      editable: v.nullable(v.array(question)),
    }),
  },
  /** Marks the answers and explains each. With enough right the member may write from now on. */
  'training.submit': {
    kind: 'write',
    scope: 'member',
    input: v.object({ communityId: id, version, answers: v.record(slug, slug) }),
    output: v.object({
      passed: v.boolean(),
      right: v.number(),
      passMark: v.number(),
      results: v.array(
        v.object({ key: v.string(), right: v.boolean(), answer: v.string(), why: v.string() }),
      ),
    }),
  },
  /** The next version; without questions nobody has to pass anything. Who has passed has passed. */
  'training.publish': {
    kind: 'write',
    pace: 'duty',
    scope: 'member',
    input: v.pipe(
      v.object({ communityId: id, basedOn: version, passMark: count, questions: quizQuestions }),
      v.check(({ passMark, questions }) => passMark <= questions.length, 'more than there are'),
    ),
    output: v.object({ version: v.number() }),
  },
} as const
