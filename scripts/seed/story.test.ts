import { expect, test } from '@jest/globals'
import { frontend } from './frontend'
import { neighbours } from './neighbours'
import { cast, people } from './people'
import { deadlineMs, momentMs } from './times'

const MINUTE = 60_000
const HOURS = Array.from({ length: 24 }, (_, hour) => Date.UTC(2026, 2, 1, hour, 7))
const asks = [...neighbours.asks, ...frontend.asks]

test('a moment is the given clock of a day in China, and never ahead', () => {
  const now = Date.parse('2026-03-01T00:30:00+08:00')
  expect(momentMs([1, '20:10'], now)).toBe(Date.parse('2026-02-28T20:10:00+08:00'))
  expect(momentMs([0, '20:10'], now)).toBe(now)
  expect(momentMs({ minutesAgo: 45 }, now)).toBe(now - 45 * MINUTE)
  expect(deadlineMs(['+2', '18:00'], now)).toBe(Date.parse('2026-03-03T18:00:00+08:00'))
  expect(deadlineMs({ hoursAhead: 5 }, now)).toBe(now + 300 * MINUTE)
})

test.each(HOURS)('every deadline fits its request when the story is told at %i', (now) => {
  for (const ask of asks) {
    const aheadMs = deadlineMs(ask.deadline, now) - momentMs(ask.at, now)
    expect(aheadMs).toBeGreaterThan(31 * MINUTE)
    expect(aheadMs).toBeLessThan(30 * 24 * 60 * MINUTE)
  }
})

test('two people are at home in both communities', () => {
  const members = [neighbours, frontend].map(({ founder, applications }) => [
    founder,
    ...applications.map(({ who }) => who),
  ])
  expect(members[0]?.filter((who) => members[1]?.includes(who))).toEqual([cast.maXiao, cast.xuNuo])
})

test('everyone in a group is somebody, and nobody has two names', () => {
  const known = new Set<string>(people.users.map(({ openid }) => openid))
  for (const { members } of people.groups)
    for (const member of members) expect(known).toContain(member)
  expect(known.size).toBe(people.users.length)
})

test('no text holds anything by which a person could be reached', () => {
  const texts = JSON.stringify([neighbours, frontend])
  expect(texts).not.toMatch(/\d{5,}|@|微信号|电话|手机号|https?:/)
})
