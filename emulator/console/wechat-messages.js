import { h, timeText } from './dom.js'
import { table } from './page.js'

/** Subscribe messages: sent, refused, and how many each person will still take. */
export function messagesView({ messages, calls, quotas, settings }, nameOf) {
  const refused = calls.filter(
    ({ api, outcome }) => api === 'subscribeMessage.send' && outcome?.errcode !== 0,
  )
  const titles = new Map(settings.templates.map(({ id, title }) => [id, title || id]))
  const titleOf = (id) => titles.get(id) ?? id
  return [
    h('h3', { class: 'part' }, '发出的'),
    table(
      SENT,
      messages.map((one) => [
        timeText(one.at, true),
        nameOf(one.touser),
        titleOf(one.templateId),
        Object.entries(one.data).map(([name, value]) =>
          h('div', {}, h('code', {}, name), ` ${value}`),
        ),
        h('code', {}, one.page || '—'),
        one.function || '控制台',
      ]),
      '还没有消息。用户在小程序里同意一次（wx.requestSubscribeMessage），云函数才能用 subscribeMessage.send 发一条。',
    ),
    h('h3', { class: 'part' }, '被拒的'),
    table(
      REFUSED,
      refused.map(({ at, request, outcome, function: name }) => [
        timeText(at, true),
        nameOf(String(request.touser ?? '—')),
        titleOf(String(request.template_id ?? '—')),
        h(
          'span',
          { class: 'tag crimson' },
          WHY[outcome?.errcode] ?? '',
          ` ${outcome?.errcode ?? outcome}`,
        ),
        outcome?.errmsg ?? '',
        name || '控制台',
      ]),
      '没有被拒的。没有额度、字段超长、模板或页面不对，都会像微信那样拒绝并列在这里。',
    ),
    h('h3', { class: 'part' }, '还能发几条'),
    table(
      QUOTA,
      quotaRows(quotas).map(([openid, id, left]) => [nameOf(openid), titleOf(id), left]),
      '没有人同意过。每同意一次，可以给这个人按这个模板发一条。',
    ),
  ]
}

const SENT = [['时间'], ['给谁'], ['模板'], ['内容'], ['页面'], ['函数']]
const REFUSED = [['时间'], ['给谁'], ['模板'], ['为什么'], ['微信的话'], ['函数']]
const QUOTA = [['谁'], ['模板'], ['剩余', true]]
const WHY = {
  43101: '没有额度',
  47003: '字段不对',
  40037: '没有这个模板',
  41030: '没有这个页面',
  40003: 'openid 不对',
}

const quotaRows = (quotas) =>
  Object.entries(quotas).flatMap(([openid, own]) =>
    Object.entries(own).map(([id, left]) => [openid, id, left]),
  )
