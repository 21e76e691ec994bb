import * as v from 'valibot'
import { eventForm } from '../../../../types/event-form'
import { type EventDraft, emptyDraft, formOf, missing } from './draft'

const now = new Date('2026-11-21T08:00:00.000Z')

const complete: EventDraft = {
  ...emptyDraft,
  title: '一起做面包',
  about: '从揉面到出炉，新手也能来',
  placeName: '社区活动室',
  startsAt: '2026-11-28T06:00:00.000Z',
  endsAt: '2026-11-28T08:00:00.000Z',
  deadline: '2026-11-27T12:00:00.000Z',
}

test('an empty form names every field that has to be filled', () => {
  expect(missing(emptyDraft, now)).toEqual([
    'title',
    'about',
    'startsAt',
    'endsAt',
    'deadline',
    'place',
  ])
})

test('what the phone lets through is a form of the contract', () => {
  expect(missing(complete, now)).toEqual([])
  expect(v.is(eventForm, formOf(complete))).toBe(true)
  const online: EventDraft = { ...complete, mode: 'online', how: '腾讯会议 123 456 789' }
  expect(missing(online, now)).toEqual([])
  expect(v.is(eventForm, formOf(online))).toBe(true)
})

test('times that cannot be are named', () => {
  expect(missing({ ...complete, startsAt: '2026-11-20T06:00:00.000Z' }, now)).toContain('startsAt')
  expect(missing({ ...complete, endsAt: complete.startsAt }, now)).toEqual(['endsAt'])
  expect(missing({ ...complete, deadline: '2026-11-28T07:00:00.000Z' }, now)).toEqual(['deadline'])
})

test('an empty line of the agenda, a speaker without a name and an empty question are named', () => {
  const gaps: EventDraft = {
    ...complete,
    agenda: [{ at: '14:00', what: ' ' }],
    speakers: [{ name: '', about: '十年烘焙' }],
    questions: [{ key: 'q1', kind: 'shortText', label: '', required: false }],
  }
  expect(missing(gaps, now)).toEqual(['agenda', 'speakers', 'questions'])
})
