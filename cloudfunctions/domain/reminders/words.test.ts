import { problemOfField } from '../../../emulator/wechat/message-fields'
import type { MessageKind } from '../../../types/inbox'
import { REMINDERS } from './table'
import { fieldsOf, wordsOf } from './words'

const FIELDS = { what: 'thing1', state: 'phrase2', when: 'time3', note: 'thing4' }
const at = new Date('2026-11-30T16:05:00Z')
const said = (kind: MessageKind, params: Record<string, string> = {}) =>
  wordsOf({ kind, params, communityName: '梧桐里', createdAt: at }, 'Asia/Shanghai')

test('what each kind says fits a template at WeChat, with the longest name and title there can be', () => {
  const params = { name: '名'.repeat(16), title: `第一行\n${'长'.repeat(60)}` }
  for (const kind of Object.keys(REMINDERS) as MessageKind[]) {
    const words = said(kind, params)
    if (!words) throw new Error(`${kind} says nothing`)
    expect(words.state).toMatch(/^\p{Script=Han}{1,5}$/u)
    const fields = fieldsOf(words, FIELDS)
    for (const [name, { value }] of Object.entries(fields)) {
      expect({ kind, name, value, problem: problemOfField(name, value) }).toMatchObject({
        problem: undefined,
      })
    }
  }
})

test('no sentence of ours has to be cut, unless a name in it is long', () => {
  for (const kind of Object.keys(REMINDERS) as MessageKind[]) {
    expect([...(said(kind, { name: '三栋小何' })?.note ?? '')].length).toBeLessThanOrEqual(20)
  }
})

test('speaks of the request, and where there is none of the community, in the community’s time', () => {
  expect(said('offer_received', { name: '小何', title: '借梯子' })).toEqual({
    what: '借梯子',
    state: '有人愿意帮',
    when: '2026-12-01 00:05',
    note: '小何 愿意帮你',
  })
  expect(said('application_approved')?.what).toBe('梧桐里')
})

test('a template with fewer fields is given only those', () => {
  const words = said('offer_received', { name: '小何', title: '借梯子' })
  expect(words && fieldsOf(words, { what: 'thing3', when: 'date5' })).toEqual({
    thing3: { value: '借梯子' },
    date5: { value: '2026-12-01 00:05' },
  })
})

test('a character of two units is not cut in half', () => {
  const words = said('offer_received', { name: '小何', title: '𠮷'.repeat(30) })
  expect(words && fieldsOf(words, FIELDS).thing1).toEqual({ value: `${'𠮷'.repeat(19)}…` })
})

test('what is no one’s own concern is worth no reminder', () => {
  expect(said('rules_published')).toBeNull()
})
