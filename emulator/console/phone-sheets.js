import { ask, sendAs } from './api.js'
import { h, icon, problem } from './dom.js'

/** How long a service notice stays on top of a screen. */
const BANNER_MS = 8000

/**
 * A sheet over a phone's screen; its promise is answered by `close(value)`, or null by the button that
 * says no and by Escape.
 */
function openSheet(screen, title, fill, cancel = '取消') {
  return new Promise((resolve) => {
    const before = document.activeElement
    const close = (value) => {
      sheet.remove()
      before?.focus?.()
      resolve(value)
    }
    const paper = h('div', { class: 'sheet-paper' }, h('h3', {}, title), fill(close))
    paper.append(h('button', { class: 'sheet-cancel', onclick: () => close(null) }, cancel))
    const sheet = h(
      'div',
      { class: 'sheet', role: 'dialog', 'aria-modal': 'true', 'aria-label': title },
      paper,
    )
    sheet.addEventListener('keydown', ({ key }) => key === 'Escape' && close(null))
    screen.querySelector('.sheet')?.querySelector('.sheet-cancel')?.click()
    screen.append(sheet)
    paper.querySelector('button, input')?.focus({ preventScroll: true })
  })
}

/**
 * 扫一扫: the codes on other screens, those the cloud has made, or words typed in. Answers
 * `{text, path?}` or null.
 */
export async function scanSheet(screen, { around, made }) {
  return openSheet(screen, '扫一扫', (close) => {
    const typed = h('input', {
      class: 'input',
      placeholder: '码里的文字',
      'aria-label': '码里的文字',
    })
    const form = h('form', { class: 'row' }, typed, h('button', { class: 'plain' }, '扫这段文字'))
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      if (typed.value !== '') close({ text: typed.value })
    })
    return [
      codeList(
        '另一部手机的屏幕上',
        around,
        close,
        '那边的屏幕上现在没有码。在那部手机里打开一个带码的页面，再扫。',
      ),
      made.length > 0 ? codeList('云上做过的小程序码', made, close) : null,
      h('section', {}, h('h4', {}, '都不是'), form),
    ].filter(Boolean)
  })
}

const codeList = (title, codes, close, otherwise) =>
  h(
    'section',
    {},
    h('h4', {}, title),
    codes.length === 0 ? h('p', { class: 'told' }, otherwise) : null,
    codes.map(({ label, text, path }) =>
      h(
        'button',
        { class: 'code', onclick: () => close(path === undefined ? { text } : { text, path }) },
        icon('scan'),
        h('span', {}, label),
      ),
    ),
  )

/** `wx.requestSubscribeMessage`: asks the person, tells WeChat, answers what WeChat answered. */
export async function subscribeSheet(screen, person, templates) {
  const { templates: known } = await ask('wechat/settings')
  const question = (close) => {
    const boxes = templates.map((id) => {
      const box = h('input', { type: 'checkbox', checked: true, value: id })
      const title = known.find((template) => template.id === id)?.title || id
      return { box, line: h('label', { class: 'check' }, box, title) }
    })
    const allow = () =>
      close(
        Object.fromEntries(boxes.map(({ box }) => [box.value, box.checked ? 'accept' : 'reject'])),
      )
    return [
      h('p', { class: 'told' }, '每次同意只能换来一条消息。'),
      boxes.map(({ line }) => line),
      h('button', { class: 'sheet-main', onclick: allow }, '允许'),
    ]
  }
  const answers = await openSheet(screen, '小程序想发送消息给你', question, '拒绝')
  const given = answers ?? Object.fromEntries(templates.map((id) => [id, 'reject']))
  return sendAs(person, '/wx/subscribe-message', { answers: given })
}

/** A service notice slides over the screen; pressing it goes on to its page. */
export function banner(screen, { title, text, onOpen }) {
  screen.querySelector('.banner')?.remove()
  const element = h(
    'button',
    {
      class: 'banner',
      onclick: () => {
        element.remove()
        onOpen()
      },
    },
    h('span', { class: 'banner-icon' }, icon('bell')),
    h('span', { class: 'banner-title' }, `服务通知 · ${title}`),
    h('span', { class: 'banner-text' }, text),
  )
  screen.append(element)
  setTimeout(() => element.remove(), BANNER_MS)
}

/** Says on the screen what did not work, where the app itself cannot. */
export function complain(screen, error) {
  const line = h('div', { class: 'on-screen' }, problem(error))
  screen.append(line)
  setTimeout(() => line.remove(), BANNER_MS)
}
