import { colourFrame } from './colours.js'
import { face, h, icon } from './dom.js'

const SCREEN = { width: 390, height: 844 }
const BEZEL = 12
/** Where the app is opened from, as WeChat numbers it. */
const SCENES = { card: 1044, direct: 1001 }

/** A phone with the app in it, opened as the chosen person, and the buttons beside it. */
export function phoneView({ state, onShare }) {
  const screen = h('div', { class: 'screen' })
  const body = h('div', { class: 'phone' }, screen)
  const stage = h('div', { class: 'stage' }, body)
  const holder = h('div', { class: 'holder' })
  const ways = choice('怎样打开', [
    { value: 'card', text: '从群卡片', icon: 'card', isOff: () => !state.room.id },
    { value: 'direct', text: '直接打开', icon: 'direct' },
  ])
  const colours = choice('颜色', [
    { value: 'system', text: '跟随系统' },
    { value: 'light', text: '浅色' },
    { value: 'dark', text: '深色' },
  ])
  const text = choice('字号', [
    { value: false, text: '标准' },
    { value: true, text: '大字' },
  ])
  ways.onChoose((way) => {
    Object.assign(state, { way, path: '' })
    open()
  })
  colours.onChoose((value) => {
    state.look.colours = value
    state.onChange()
    refresh()
    colourFrame(frame, value)
  })
  text.onChoose((isLarge) => {
    state.look.isLarge = isLarge
    state.onChange()
    open({ isSamePage: true })
  })

  const side = h(
    'aside',
    { class: 'side', 'aria-label': '手机的设置' },
    holder,
    ways.element,
    colours.element,
    text.element,
    h(
      'div',
      { class: 'actions' },
      h(
        'button',
        { class: 'plain', onclick: () => open({ isSamePage: true }) },
        icon('reload'),
        '重新载入',
      ),
      h(
        'button',
        { class: 'plain', onclick: () => window.open(address(pageNow()), '_blank') },
        icon('window'),
        '在新标签页打开',
      ),
    ),
  )
  const element = h('section', { class: 'phone-side', 'aria-label': '手机' }, stage, side)
  let frame

  function address(path) {
    const query = new URLSearchParams({ user: state.person.openid })
    if (state.way === 'card' && state.room.id) query.set('group', state.room.id)
    query.set('scene', String(SCENES[state.way]))
    if (state.look.isLarge) query.set('text', 'large')
    return `/app/index.html?${query}${path ? `#${path}` : ''}`
  }

  /** The page the app shows now, as it stands after the # of its address. */
  const pageNow = () => frame?.contentWindow.location.hash.slice(1) ?? ''

  /** A frame of its own for every opening: no history and no state of the person before. */
  function open({ isSamePage = false } = {}) {
    const path = isSamePage ? pageNow() : state.path
    frame = h('iframe', { title: `${state.person.name}的手机`, src: address(path) })
    const { colours: value } = state.look
    colourFrame(frame, value)
    frame.addEventListener('load', hideScrollbars)
    screen.replaceChildren(frame)
    refresh()
  }

  function refresh() {
    const { person, way, look } = state
    holder.replaceChildren(
      face(person),
      h('span', { class: 'holder-name' }, `${person.name}的手机`),
      h('span', { class: 'note' }, person.note),
    )
    ways.mark(way)
    colours.mark(look.colours)
    text.mark(look.isLarge)
  }

  window.addEventListener('message', ({ data, origin, source }) => {
    if (origin !== window.location.origin || source !== frame?.contentWindow) return
    const isCard = data?.type === 'share' && typeof data.title === 'string'
    if (isCard && typeof data.path === 'string') onShare({ title: data.title, path: data.path })
  })
  new ResizeObserver(([{ contentRect }]) => {
    const height = SCREEN.height + 2 * BEZEL
    const scale = Math.min(1, contentRect.height / height)
    stage.style.setProperty('--fit', String(scale))
  }).observe(element)

  return { element, open }
}

/** A phone scrolls without bars, which would take their width from the page. */
function hideScrollbars({ target }) {
  const style = target.contentDocument.createElement('style')
  style.textContent = '* { scrollbar-width: none }'
  target.contentDocument.head.append(style)
}

/** A row of buttons of which one is pressed. */
function choice(label, options) {
  let listener = () => {}
  const buttons = options.map((option) =>
    h(
      'button',
      { class: 'option', onclick: () => listener(option.value) },
      option.icon ? icon(option.icon) : null,
      option.text,
    ),
  )
  const element = h(
    'div',
    { class: 'choice', role: 'group', 'aria-label': label },
    h('span', { class: 'label', 'aria-hidden': 'true' }, label),
    h('div', { class: 'options' }, buttons),
  )
  return {
    element,
    onChoose: (then) => {
      listener = then
    },
    mark: (value) => {
      for (const [at, button] of buttons.entries()) {
        button.setAttribute('aria-pressed', String(options[at].value === value))
        button.disabled = options[at].isOff?.() ?? false
      }
    },
  }
}
