import { checkQuestions } from '../../../../types/definition'
import { EVENT_KINDS, EVENT_QUESTIONS_MAX } from '../../../../types/event-form'
import { emptyDraft } from './draft'
import { usualQuestions, withKind } from './kind-questions'

test('every kind begins with questions that may be published', () => {
  for (const kind of EVENT_KINDS) {
    const questions = usualQuestions(kind)
    expect(questions.length).toBeGreaterThan(0)
    expect(questions.length).toBeLessThanOrEqual(EVENT_QUESTIONS_MAX)
    expect(checkQuestions(questions).issues).toEqual([])
  }
})

test('another kind brings its own questions while nobody has changed them', () => {
  const outing = { ...emptyDraft, ...withKind(emptyDraft, 'outing') }
  expect(outing.questions).toEqual(usualQuestions('outing'))
  expect(withKind(outing, 'care')).toEqual({ kind: 'care', questions: usualQuestions('care') })
})

test('questions of the organiser’s own stay with any kind', () => {
  const questions = [{ key: 'q1', kind: 'shortText' as const, label: '带伞吗', required: true }]
  expect(withKind({ ...emptyDraft, questions }, 'outing')).toEqual({ kind: 'outing' })
})
