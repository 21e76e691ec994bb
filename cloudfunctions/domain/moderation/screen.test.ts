import * as fc from 'fast-check'
import { findMoney } from './money'
import { findFlags, verdictOf } from './screen'

const flagsOf = (text: string) => findFlags([{ field: 'what', text }], null)
const verdict = (text: string) => verdictOf(flagsOf(text))
const reasons = (text: string) => flagsOf(text).map(({ reason }) => reason)

const digit = fc.constantFrom(...'0123456789')
const phone = fc
  .tuple(fc.constantFrom(...'3456789'), fc.array(digit, { minLength: 9, maxLength: 9 }))
  .map(([second, rest]) => `1${second}${rest.join('')}`)

const SPELLED = [
  '零〇',
  '一壹①１',
  '二贰②２',
  '三叁③３',
  '四肆④４',
  '五伍⑤５',
  '六陆⑥６',
  '七柒⑦７',
  '八捌⑧８',
  '九玖⑨９',
]
const disguises = (sign: string) => [sign, ...(SPELLED[Number(sign)] ?? ''), `${sign}\ufe0f\u20e3`]
const between = fc.constantFrom('', '', ' ', '-', '.', '*', '·', '\u200b', '、', '~~', '😀', '\n')

test('a phone number never passes, however its digits are written and whatever stands between', () => {
  fc.assert(
    fc.property(
      phone,
      fc.array(fc.nat(), { minLength: 11, maxLength: 11 }),
      fc.array(between, { minLength: 11, maxLength: 11 }),
      (number, choices, gaps) => {
        const hidden = [...number]
          .map((sign, n) => {
            const ways = disguises(sign)
            return `${ways[(choices[n] ?? 0) % ways.length]}${gaps[n]}`
          })
          .join('')
        expect(verdict(`有空联系 ${hidden} 谢谢`)).not.toBe('pass')
      },
    ),
    { numRuns: 500 },
  )
})

test.each(['1900-12 34567', '13:58 1234567', '13 2019-12 345', '13 ¥812345 678', '1999-12 2034-5'])(
  'a number that begins or ends like a date, a time or a price does not pass: %s',
  (text) => {
    expect(verdict(`有空联系 ${text} 谢谢`)).not.toBe('pass')
  },
)

test.each([
  '2026-05-16 14:00-16:30，每人 ¥25.50',
  '1998-12-31 23:59',
  '13:00-15:30 三楼活动室',
  '2026年11月15日 19:00~21:00',
  '2026-11-15、2026-11-16、2026-11-17',
])('dates, times and prices pass: %s', (text) => {
  expect(verdict(text)).toBe('pass')
})

test.each([
  '微信号：abc12345',
  '薇 信: abc12345',
  'ＶＸ：abc12345',
  'V·X abc12345',
  'ᴠx：abc12345',
  '加我微信 abc_12345',
  'QQ：123456789',
  '扣扣 一二三四五六七八九',
  'someone@example.com',
])('%s does not pass', (text) => {
  expect(verdict(text)).not.toBe('pass')
})

const NAMES = ['微信', '薇信', 'v信', 'VX', 'ｗｘ', 'WeChat', 'ᴠx', '微-信', 'v·x', '微 信']
const letter = fc.constantFrom(...'abcdefghijkmnpqrstuvwxyz')
const wechatId = fc
  .tuple(letter, fc.array(fc.oneof(letter, digit), { minLength: 6, maxLength: 11 }), digit)
  .map(([first, rest, last]) => `${first}${rest.join('')}${last}`)
const link = fc.constantFrom(':', '：', ' : ', '号：', '号 ', ' 是 ', '=', '号是')

test('a WeChat id after its name never passes, however the name is written', () => {
  fc.assert(
    fc.property(fc.constantFrom(...NAMES), link, wechatId, (name, between, id) => {
      expect(verdict(`${name}${between}${id}`)).not.toBe('pass')
    }),
    { numRuns: 300 },
  )
})

const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([h, m]) => `${h}:${String(m).padStart(2, '0')}`)
const harmless = fc.oneof(
  fc.tuple(clock, clock).map(([from, to]) => `周六 ${from}-${to}`),
  fc.integer({ min: 1, max: 99_999 }).map((price) => `一共 ¥${price}.50 元`),
  fc
    .tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 101, max: 3299 }))
    .map(([house, room]) => `${house} 号楼 ${room} 室`),
  fc
    .date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
    .map((day) => `${day.toISOString().slice(0, 10)} 之前`),
  fc.array(digit, { minLength: 12, maxLength: 20 }).map((digits) => `订单号 ${digits.join('')}`),
)

test('prices, dates, times, rooms and order numbers are never refused', () => {
  fc.assert(
    fc.property(fc.array(harmless, { minLength: 1, maxLength: 4 }), (parts) => {
      expect(verdict(parts.join('，'))).not.toBe('refuse')
    }),
    { numRuns: 500 },
  )
})

test('a number split over the fields of a form goes to a person', () => {
  const flags = findFlags(
    [
      { field: 'what', text: '借梯子 138' },
      { field: 'place', text: '0013 8000' },
    ],
    null,
  )
  expect(flags).toEqual([{ field: '', reason: 'hidden_contact' }])
})

test('a number split over messages goes to a person with the one that completes it, and no later one', () => {
  const said = (text: string, ...before: string[]) =>
    findFlags([{ field: 'words', text }], null, before).map(({ reason }) => reason)
  expect(said('前面是138')).toEqual([])
  expect(said('0013 8000', '前面是138')).toEqual(['hidden_contact'])
  expect(said('明天见', '前面是138', '0013 8000')).toEqual([])
  expect(said('3 号楼 502', '周六 13:00')).toEqual([])
})

test('asking for money is refused, speaking of it goes to a person', () => {
  expect(findMoney('求大家帮忙捐款')).toBe('fund_raising')
  expect(findMoney('幫忙轉發一下我家水滴籌')).toBe('fund_raising')
  expect(findMoney('水滴筹是怎么收费的')).toBe('money')
  expect(findMoney('借一把梯子')).toBeNull()
})

test('links are seen, names of tools are not links', () => {
  expect(reasons('看 www.example.com')).toEqual(['link'])
  expect(verdict('用 node.js 和 vue.js 写的，版本 3.5')).toBe('pass')
})
