import * as fc from 'fast-check'
import { PACES, type Pace } from '../../types/pace'
import { Refusal } from './errors'
import { checkPace } from './pace'

const now = new Date('2026-05-01T12:00:00Z')
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000)

const refusalOf = (recent: Date[], pace: Pace) => {
  try {
    checkPace(recent, pace, now)
    return null
  } catch (error) {
    return error instanceof Refusal ? error : Promise.reject(error)
  }
}

test('below the limits nothing is refused, at the limit the next waits until one has grown old', () => {
  const recent = Array.from({ length: PACES.post.minute - 1 }, (_, n) => ago(n))
  expect(refusalOf(recent, 'post')).toBeNull()
  expect(refusalOf([...recent, ago(50)], 'post')).toMatchObject({
    code: 'too_fast',
    params: { seconds: 10 },
  })
})

test('a day’s limit holds when no minute’s does', () => {
  const { day } = PACES.post
  const spread = Array.from({ length: day }, (_, n) => ago(600 * (n + 1)))
  expect(refusalOf(spread, 'post')).toMatchObject({
    params: { seconds: 24 * 3600 - 600 * day },
  })
})

test('whoever waits as long as they are told is let through', () => {
  const paces = fc.constantFrom(...(Object.keys(PACES) as Pace[]))
  const writes = fc.array(fc.integer({ min: 0, max: 86_400 }), { maxLength: 400 })
  fc.assert(
    fc.property(paces, writes, (pace, seconds) => {
      const recent = seconds.sort((a, b) => a - b).map(ago)
      const refused = refusalOf(recent, pace)
      if (!(refused instanceof Refusal)) return
      const later = new Date(now.getTime() + Number(refused.params.seconds) * 1000)
      expect(() => checkPace(recent, pace, later)).not.toThrow()
    }),
  )
})
