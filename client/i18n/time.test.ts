import { describe, expect, test } from '@jest/globals'
import { speak } from './language'
import { quickTimes } from './quick-times'
import { ago, atZone, fromZone, inFull, left, offsetMinutes } from './time'

const SHANGHAI = 'Asia/Shanghai'
const now = new Date('2026-03-10T04:00:00.000Z') // noon in Shanghai
const later = (ms: number) => new Date(now.getTime() + ms).toISOString()
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

describe('how long is left', () => {
  test.each([
    [-1, '已截止'],
    [0, '已截止'],
    [30_000, '还剩 1 分钟'],
    [59 * MINUTE, '还剩 59 分钟'],
    [5 * HOUR + 59 * MINUTE, '还剩 5 小时'],
    [3 * DAY + HOUR, '还剩 3 天'],
    [8 * DAY, '3 月 18 日 12:00截止'],
  ])('%d ms ahead reads %s', (ms, words) => {
    expect(left(later(ms), SHANGHAI, now)).toBe(words)
  })

  test('is said in the chosen language', () => {
    speak('en')
    expect(left(later(5 * HOUR), SHANGHAI, now)).toBe('5 h left')
    speak('zh-CN')
  })
})

describe('how long ago', () => {
  test.each([
    [5_000, '刚刚'],
    [3 * MINUTE, '3 分钟前'],
    [23 * HOUR, '23 小时前'],
    [6 * DAY, '6 天前'],
    [8 * DAY, '3 月 2 日'],
    [100 * DAY, '2025 年 11 月 30 日'],
  ])('%d ms back reads %s', (ms, words) => {
    expect(ago(later(-ms), SHANGHAI, now)).toBe(words)
  })
})

describe("the community's clock", () => {
  test('decides about the day, not the phone and not UTC', () => {
    expect(inFull('2026-03-10T17:30:00.000Z', SHANGHAI, 'minute', now)).toBe('3 月 11 日 01:30')
    expect(inFull('2025-12-31T16:30:00.000Z', SHANGHAI, 'day', now)).toBe('1 月 1 日')
  })

  test('needs no time zones from the engine for the zones our members live in', () => {
    const format = Intl.DateTimeFormat
    Object.defineProperty(Intl, 'DateTimeFormat', { value: undefined, configurable: true })
    try {
      expect(offsetMinutes(SHANGHAI, now)).toBe(480)
      expect(atZone(now.toISOString(), SHANGHAI).format('HH:mm')).toBe('12:00')
      expect(offsetMinutes('Europe/Berlin', now)).toBe(480)
    } finally {
      Object.defineProperty(Intl, 'DateTimeFormat', { value: format, configurable: true })
    }
  })

  test('follows summer time where the engine knows it', () => {
    expect(offsetMinutes('Europe/Berlin', new Date('2026-01-10T12:00:00Z'))).toBe(60)
    expect(offsetMinutes('Europe/Berlin', new Date('2026-07-10T12:00:00Z'))).toBe(120)
    expect(fromZone('2026-07-10', '20:00', 'Europe/Berlin')).toBe('2026-07-10T18:00:00.000Z')
  })

  test.each(['2026-03-10 00:00', '2026-03-10 23:59', '2024-02-29 12:30'])(
    'takes %s there and back',
    (text) => {
      const [day = '', time = ''] = text.split(' ')
      expect(atZone(fromZone(day, time, SHANGHAI), SHANGHAI).format('YYYY-MM-DD HH:mm')).toBe(text)
    },
  )
})

describe('the usual answers to "by when"', () => {
  test('lie ahead of now, in order', () => {
    const times = quickTimes(now.toISOString(), SHANGHAI).map(({ value }) => value)
    expect(times).toEqual([...times].sort())
    expect(times.every((time) => Date.parse(time) > now.getTime())).toBe(true)
    expect(times[0]).toBe('2026-03-10T12:00:00.000Z')
  })

  test('leave out tonight when the evening is too near to help', () => {
    const evening = '2026-03-10T11:00:00.000Z'
    expect(quickTimes(evening, SHANGHAI).map(({ label }) => label)).not.toContain('今晚')
  })
})
