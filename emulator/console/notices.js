import { face, h, timeText } from './dom.js'

/** The thread 服务通知: every subscribe message with whom it reached; opening one goes to its page. */
export function noticesView(world) {
  const element = h('ol', { class: 'talk', 'aria-label': '服务通知', 'aria-live': 'polite' })
  let known = -1
  let messages = []
  let templates = []

  /** Takes in what WeChat has sent, newest first; answers the messages that are new. */
  function take(sent, settings) {
    templates = settings.templates
    const isFirst = known < 0
    const fresh = isFirst ? [] : sent.filter(({ id }) => id > known)
    known = Math.max(known, 0, ...sent.map(({ id }) => id))
    if (isFirst || fresh.length > 0) {
      messages = sent
      draw()
    }
    return fresh.reverse()
  }

  const titleOf = ({ templateId }) =>
    templates.find(({ id }) => id === templateId)?.title || templateId
  const textOf = ({ data }) => Object.values(data).join(' · ')

  function draw() {
    element.replaceChildren(
      h(
        'li',
        { class: 'aside' },
        messages.length > 0
          ? '小程序发来的订阅消息'
          : '还没有服务通知：用户在小程序里同意之后，云函数用 subscribeMessage.send 发送的消息会出现在这里。',
      ),
      ...[...messages].reverse().map((message) => noticeOf(message, titleOf(message), world)),
    )
    element.scrollTop = element.scrollHeight
  }

  return { element, take, draw, titleOf, textOf }
}

function noticeOf(message, title, world) {
  const person = world.personOf(message.touser)
  return h(
    'li',
    { class: 'notice' },
    h(
      'p',
      { class: 'sender' },
      face(person, 'tiny'),
      ` 给${person.name} · ${timeText(message.at)}`,
    ),
    h('p', { class: 'card-title' }, title),
    h(
      'dl',
      {},
      Object.entries(message.data).map(([name, value]) => [h('dt', {}, name), h('dd', {}, value)]),
    ),
    h(
      'button',
      {
        class: 'notice-open',
        disabled: !message.page,
        onclick: () => world.onNotice(person, message),
      },
      message.page ? `以${person.name}打开 ${message.page.split('?')[0]}` : '这条消息没有页面',
    ),
  )
}
