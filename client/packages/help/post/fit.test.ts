import type { FieldDefinition } from '../../../../types/template'
import { fitAnswers } from './fit'

const text: FieldDefinition = { key: 'what', kind: 'shortText', label: '要什么', required: true }
const choice: FieldDefinition = {
  key: 'where',
  kind: 'singleChoice',
  label: '在哪里',
  required: false,
  options: [
    { value: 'home', label: '家里' },
    { value: 'yard', label: '院子' },
  ],
}

test('answers that fit stay as they were written', () => {
  expect(fitAnswers([text, choice], { what: ' 搬书架 ', where: 'yard' })).toEqual({
    what: ' 搬书架 ',
    where: 'yard',
  })
})

test('answers to fields that are gone fall away', () => {
  expect(fitAnswers([text], { what: '搬书架', where: 'yard' })).toEqual({ what: '搬书架' })
})

test('a choice that is no longer offered falls away, the others of several stay', () => {
  expect(fitAnswers([choice], { where: 'roof' })).toEqual({})
  const several: FieldDefinition = { ...choice, kind: 'multipleChoice' }
  expect(fitAnswers([several], { where: ['roof', 'home'] })).toEqual({ where: ['home'] })
})

test('an answer of another kind than the field now asks for falls away', () => {
  const number: FieldDefinition = { key: 'what', kind: 'number', label: '几本', required: true }
  expect(fitAnswers([number], { what: '两本' })).toEqual({})
  expect(fitAnswers([text], { what: 2 })).toEqual({})
  expect(fitAnswers([{ ...choice, kind: 'multipleChoice' }], { where: 'home' })).toEqual({})
})
