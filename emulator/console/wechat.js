import { ask, send } from './api.js'
import { drawer, page, watching } from './page.js'
import { readPeople } from './people.js'
import { choice } from './popover.js'
import { callsView, pushesView } from './wechat-interfaces.js'
import { messagesView } from './wechat-messages.js'

const EVERY_MS = 2000
const PARTS = [
  { value: 'messages', text: '订阅消息' },
  { value: 'calls', text: '接口调用' },
  { value: 'pushes', text: '推送' },
]

/** WeChat's side: subscribe messages, what functions asked of it, what it pushes to them. */
export function showWechat(panel) {
  const parts = choice('微信的哪一面', PARTS, false)
  const { body, told, attempt } = page(panel, '微信', parts.element)
  const redraw = drawer(body)
  let part = 'messages'

  const read = () =>
    attempt(async () => {
      const [{ people }, ...answers] = await Promise.all([readPeople(), ...SOURCES.map(ask)])
      const known = Object.assign({}, ...answers.slice(0, -1), { settings: answers.at(-1) })
      const names = new Map(people.map(({ openid, name }) => [openid, name]))
      const waiting = known.pushes.filter(({ status }) => status === 'waiting').length
      told.textContent = `发出 ${known.messages.length} 条，调用接口 ${known.calls.length} 次，${waiting} 条推送等着`
      redraw([part, known], () => {
        if (part === 'calls') return callsView(known)
        if (part === 'pushes') return pushesView(known, deliver)
        return messagesView(known, (openid) => names.get(openid) ?? openid)
      })
    })
  const choose = (value) => {
    part = value
    parts.mark(part)
    void read()
  }
  async function deliver() {
    await attempt(() => send('POST', 'wechat/pushes/deliver'))
    await read()
  }

  parts.onChoose(choose)
  parts.mark(part)
  return watching(read, EVERY_MS)
}

const SOURCES = [
  'wechat/messages?limit=200',
  'wechat/calls?limit=500',
  'wechat/quotas',
  'wechat/pushes',
  'wechat/settings',
]
