import type { ScreenReason } from '../../../types/moderation'
import { compact, normalise, withDigits } from './normalise'

/*
 * Contact data (PLATFORM.md: nobody is shown another's phone, WeChat, QQ or e-mail; contact runs
 * through the thread of a match). What is written plainly is refused, for a machine can tell the
 * author at once what to write instead. What only looks like hidden contact data goes to a person:
 * a price list or a timetable must never be refused for having many digits.
 */

/** A mainland mobile number as people write it: 3-4-4, by spaces or hyphens or neither. */
const PHONE = /(?<![\d.])(?:\+?(?:00)?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g
/** What stands before a number that is no phone's: it is then a person's to decide. */
const NUMBER_OF_SOMETHING =
  /(?:订单|单号|运单|快递|物流|编号|流水|货号|型号|取件|条码|合同|发票|isbn|no\.?|id)[^\d]{0,4}$/
const LANDLINE = /(?<![\d-])(?:0\d{2,3}[- ]\d{7,8}|[48]00[- ]?\d{3}[- ]?\d{4})(?!\d)/
const IDENTITY_CARD = /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])[0-3]\d\d{3}[\dx](?!\d)/

const EMAIL = /[a-z0-9._%+-]{2,}@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}/
const EMAIL_HIDDEN = /[a-z0-9]{3,}(?:@|艾特|圈a|at)(?:[a-z0-9]+)(?:点|dot)?(?:com|cn|net|org)/

const WECHAT =
  '(?:微\\s*信|威\\s*信|薇\\s*信|徽\\s*信|微\\s*芯|v\\s*信|weixin|wechat|(?<![a-z])[vw]x)'
const WECHAT_ID = '[a-z][a-z0-9_-]{5,19}(?![a-z0-9_-])'
/** Named as an id: "微信号 abc…", "wx: abc…", "加微信 abc…". */
const WECHAT_PLAIN = new RegExp(
  `${WECHAT}\\s*(?:(?:号码?|账号|帐号|id)\\s*(?:[:：=]|是|为|叫)?|[:：=]|是)\\s*${WECHAT_ID}` +
    `|加\\s*(?:我|下|个)?\\s*(?:的)?\\s*${WECHAT}\\s*${WECHAT_ID}`,
)
/** With everything between taken out: an id beside the word, with a digit in it or a call to add it. */
const WECHAT_HIDDEN =
  /(?:微信|威信|薇信|徽信|微芯|v信|weixin|wechat|vx|wx|加v)(?:号码|账号|帐号|号|id)?(?:是|为|叫)?(?:(?=[a-z]*\d)[a-z][a-z0-9]{5,19}|1[3-9]\d{9})/

const QQ_PLAIN =
  /(?<![a-z])(?:qq|扣扣|企鹅)\s*(?:群|号码?|群号)?\s*(?:[:：=]|是|为)?\s*[1-9]\d{4,10}(?!\d)/
const QQ_HIDDEN = /(?:qq|扣扣|球球|企鹅号)(?:群|号码?)?(?:是|为)?[1-9]\d{4,10}/

const ASKS_FOR_CONTACT =
  /(?:加|留|发|私)(?:我|你|您|下|个|一下)*的?(?:微信|威信|薇信|v信|vx|wx|qq|扣扣|联系方式|手机号|电话号)|(?:微信|vx|wx|qq|扣扣)(?:联系|详聊|私聊|找我)|加(?:我|下)?v(?![a-z])|扫码(?:加|进群)|(?:主页|头像|简介)有(?:联系|微信|v)/

/** Times of day, dates and prices, which are many digits in a row and no number to call. */
const TIME_OF_DAY = '(?<![\\d:])(?:[01]?\\d|2[0-4]):[0-5]\\d(?::[0-5]\\d)?(?![\\d:])'
const DAY = '\\s?[-/.月]\\s?(?:0?[1-9]|[12]\\d|3[01])日?'
const DATE = `(?<!\\d)(?:19|20)\\d{2}\\s?[-/.年]\\s?(?:0?[1-9]|1[0-2])(?:${DAY})?(?!\\d)`
const MONEY = '[¥$]\\s?\\d+(?:\\.\\d+)?(?!\\d)'
const PLAIN = `(?:${TIME_OF_DAY}|${DATE}|${MONEY})`
/** One of these or several, as in "2026-05-16 14:00-16:30". */
const PLAIN_DIGITS = new RegExp(`${PLAIN}(?:[^\\da-z\\u4e00-\\u9fff]{0,3}${PLAIN})*`, 'g')

/**
 * Eleven or more signs that can be read as digits, with at most three symbols between two of them. For
 * texts whose symbols are blanks: with all of Unicode's in it, it took a tenth of a second to compile.
 */
const RUN = /[\doil](?:[ x]{0,3}[\doil]){10,}/g
const SYMBOL = /[^\p{L}\p{N}]/gu
const SEPARATOR = /[ x]+/
const DIGITS_MIN = 6

/** What contact data stand in a text that `normalise` has read. */
export function findContact(text: string): ScreenReason[] {
  const found = new Set<ScreenReason>()
  for (const match of text.matchAll(PHONE)) {
    const before = text.slice(Math.max(0, match.index - 10), match.index)
    found.add(NUMBER_OF_SOMETHING.test(before) ? 'hidden_contact' : 'phone')
  }
  if (EMAIL.test(text)) found.add('email')
  if (WECHAT_PLAIN.test(text)) found.add('wechat_id')
  if (QQ_PLAIN.test(text)) found.add('qq')
  const tight = compact(text)
  if (ASKS_FOR_CONTACT.test(tight)) found.add('contact_request')
  const isPlain = found.has('phone') || found.has('wechat_id') || found.has('qq')
  const isHidden =
    LANDLINE.test(text) ||
    IDENTITY_CARD.test(text) ||
    EMAIL_HIDDEN.test(tight) ||
    WECHAT_HIDDEN.test(withDigits(tight)) ||
    WECHAT_HIDDEN.test(tight) ||
    QQ_HIDDEN.test(withDigits(tight)) ||
    hidesPhone(text)
  if (isHidden && !isPlain) found.add('hidden_contact')
  return [...found]
}

/**
 * Whether a mobile number is hidden by spelled digits, letters drawn like digits, or symbols between
 * them. Groups of digits are joined whole: part of an order number is no phone number.
 */
function hidesPhone(text: string): boolean {
  const digits = withDigits(text)
  const left = digits.replace(PLAIN_DIGITS, (plain, at: number) =>
    isWhole(digits, at, at + plain.length) ? '，数，' : plain,
  )
  const blanked = left.replace(SYMBOL, ' ')
  return [...blanked.matchAll(RUN)].some(([run]) => {
    const groups = run.split(SEPARATOR)
    return groups.some((_, from) => startsPhone(groups, from))
  })
}

/**
 * Whether what looks like times, dates and prices from `from` to `to` is that and no more: no digits
 * go on with it as with "1900-12 34567", and it is no mobile number itself.
 */
function isWhole(text: string, from: number, to: number): boolean {
  const before = text.slice(Math.max(0, from - 4), from).replace(SYMBOL, ' ')
  const after = text.slice(to, to + 4).replace(SYMBOL, ' ')
  if (/[\doil][ x]{0,3}$/.test(before) || /^[ x]{0,3}[\doil]/.test(after)) return false
  return !/^1[3-9]\d{9}$/.test(text.slice(from, to).replace(/\D/g, ''))
}

function startsPhone(groups: readonly string[], from: number): boolean {
  let joined = ''
  for (let to = from; to < groups.length && joined.length <= 13; to++) {
    joined += groups[to]
    const digits = joined.replace(/o/g, '0').replace(/[il]/g, '1')
    const isNumber = /^(?:86)?1[3-9]\d{9}$/.test(digits)
    if (isNumber && joined.replace(/\D/g, '').length >= DIGITS_MIN) return true
  }
  return false
}

/**
 * Whether the fields of one submission hold a number together that none holds alone, or go on with one
 * that was begun in what the author said just `before`.
 */
export function splitAcross(texts: readonly string[], before: readonly string[] = []): boolean {
  if (before.length + texts.length < 2) return false
  const earlier = before.map(normalise).join('\n')
  return hidesPhone([earlier, ...texts.map(normalise)].join('\n')) && !hidesPhone(earlier)
}
