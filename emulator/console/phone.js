import { codesOn, madeCodes, noteCode } from './codes.js'
import { colourFrame } from './colours.js'
import { face, h, icon } from './dom.js'
import { peopleList, personLine } from './people.js'
import { banner, complain, scanSheet, subscribeSheet } from './phone-sheets.js'
import { choice, popoverButton } from './popover.js'

/** WeChat's numbers for the ways in. */
export const SCENES = { direct: 1001, message: 1014, card: 1044, code: 1047 }
const WAYS = { 1001: '直接打开', 1014: '从服务通知', 1044: '从群卡片', 1047: '扫小程序码' }
const RUNNERS = {
  h5: { text: '网页', title: '网页端（H5）的编译结果' },
  weapp: { text: '小程序', title: '编译给微信的代码，由微信开源的组件框架运行' },
}

/**
 * A phone in one person's hand. `state` says who and how: {person, room, scene, path, runner, colours,
 * isLarge}; `world` is what surrounds it: the cast, the open room, the other phones, whom to tell.
 */
export function phoneView({ side, state, runners, world }) {
  const screen = h('div', { class: 'screen' })
  const stage = h('div', { class: 'stage' }, h('div', { class: 'phone' }, screen))
  const holder = h('span', { class: 'holder' })
  const way = h('p', { class: 'way' })
  const runner = choice(
    '这部手机运行',
    runners.map((value) => ({ value, ...RUNNERS[value] })),
    false,
  )
  runner.onChoose((value) => {
    state.runner = value
    open()
  })
  const button = (name, label, onclick) =>
    h(
      'button',
      { class: 'tool', title: label, 'aria-label': `${side}手机：${label}`, onclick },
      icon(name),
    )
  const element = h(
    'section',
    { class: 'phone-side', 'aria-label': `${side}手机` },
    h(
      'header',
      { class: 'phone-head' },
      popoverButton(
        { class: 'holder-button' },
        [holder, h('span', { class: 'spoken-only' }, ` ${side}手机：换人`), icon('down')],
        '谁拿这部手机',
        chooseHolder,
      ),
      runners.length > 1 ? runner.element : null,
    ),
    h(
      'div',
      { class: 'phone-tools' },
      way,
      button('scan', '扫一扫', () => void scanToOpen()),
      button('share', '转发到群（右上角菜单）', () => post({ type: 'share-menu' })),
      button('reload', '重新载入', () => open({ isSamePage: true })),
      popoverButton(
        { class: 'tool', 'aria-label': `${side}手机：更多`, title: '更多' },
        icon('more'),
        '手机的设置',
        settings,
      ),
    ),
    stage,
  )
  let frame

  function chooseHolder(close) {
    const take = (person) => {
      close()
      hold(person)
    }
    return peopleList({
      cast: world.cast,
      room: world.room,
      row: (person) =>
        h(
          'button',
          {
            class: 'person',
            'aria-pressed': String(person.openid === state.person.openid),
            onclick: () => take(person),
          },
          personLine(person),
        ),
      onNew: async (name, isInGroup) => take(await world.onNewPerson(name, isInGroup)),
    })
  }

  /** Another person takes the phone and opens the app as it was opened last. */
  function hold(person) {
    state.person = person
    state.path = ''
    open()
  }

  function settings() {
    const ways = choice('怎样打开', [
      { value: SCENES.card, text: '从群卡片', isOff: () => !world.room.id },
      { value: SCENES.direct, text: '直接打开' },
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
    const mark = () => {
      ways.mark(state.scene)
      colours.mark(state.colours)
      text.mark(state.isLarge)
    }
    ways.onChoose((scene) => {
      Object.assign(state, {
        scene,
        path: '',
        room: scene === SCENES.card ? world.room : undefined,
      })
      open()
      mark()
    })
    colours.onChoose((value) => {
      state.colours = value
      // A mini-program is told the colours when it starts; a web page follows its style sheets.
      if (state.runner === 'weapp') open({ isSamePage: true })
      else colourFrame(frame, value)
      world.onChange()
      mark()
    })
    text.onChoose((isLarge) => {
      state.isLarge = isLarge
      open({ isSamePage: true })
      mark()
    })
    mark()
    return [
      ways.element,
      colours.element,
      text.element,
      h(
        'button',
        { class: 'plain', onclick: () => window.open(address(pageNow()), '_blank') },
        icon('window'),
        '在新标签页打开',
      ),
    ]
  }

  function address(path) {
    const { person, room, scene, runner: runs, isLarge, colours } = state
    const query = new URLSearchParams({ user: person.openid, scene: String(scene) })
    if (room?.id) query.set('group', room.id)
    if (runs === 'weapp') {
      if (path) query.set('page', path.replace(/^\//, ''))
      if (isLarge) query.set('font', '23')
      if (colours !== 'system') query.set(colours, '')
      return `/weapp/?${query}`
    }
    if (isLarge) query.set('text', 'large')
    return `/app/index.html?${query}${path ? `#${path.startsWith('/') ? '' : '/'}${path}` : ''}`
  }

  /** The page that the app shows now. */
  function pageNow() {
    const inside = frame?.contentWindow
    if (state.runner === 'weapp') return inside?.weapp?.route() ?? ''
    return inside?.location.hash.slice(1) ?? ''
  }

  /** A frame of its own for every opening: no history and no state of the person before. */
  function open({ isSamePage = false } = {}) {
    const path = isSamePage ? pageNow() : state.path
    frame = h('iframe', { title: `${state.person.name}的手机`, src: address(path) })
    colourFrame(frame, state.runner === 'weapp' ? 'system' : state.colours)
    frame.addEventListener('load', hideScrollbars)
    screen.replaceChildren(frame)
    refresh()
    world.onChange()
  }

  function refresh() {
    holder.replaceChildren(
      face(state.person, 'small'),
      h('span', { class: 'holder-name' }, state.person.name),
      ' ',
      h('span', { class: 'note' }, state.person.note),
    )
    way.textContent = `${WAYS[state.scene]}${state.room?.id ? ` ·「${state.room.name}」` : ''}`
    way.title = `场景值 ${state.scene}`
    runner.mark(state.runner)
  }

  /** Opens a page as if something in WeChat had been tapped. */
  function enter({ person = state.person, path, scene, room }) {
    Object.assign(state, { person, path, scene, room })
    open()
  }

  const post = (message) => frame?.contentWindow.postMessage(message, window.location.origin)

  async function scan() {
    const others = await Promise.all(
      world
        .phones()
        .filter((other) => other !== view)
        .map((other) => other.codes()),
    )
    return scanSheet(screen, { around: others.flat(), made: await madeCodes() })
  }

  /** WeChat's own scanner: only a mini-program code leads somewhere. */
  async function scanToOpen() {
    try {
      const code = await scan()
      if (code?.path !== undefined) enter({ path: code.path, scene: SCENES.code, room: undefined })
      else if (code) complain(screen, new Error(`这个码里是文字，微信不会打开什么：${code.text}`))
    } catch (error) {
      complain(screen, error)
    }
  }

  const answers = {
    scan,
    subscribe: ({ templates }) =>
      subscribeSheet(screen, state.person, Array.isArray(templates) ? templates.map(String) : []),
  }

  /** What the app in the frame says; see the emulator's README, "A phone and the console". */
  async function hear(data) {
    if (data?.type === 'share' && typeof data.title === 'string') {
      world.onShare(state, { ...data, path: typeof data.path === 'string' ? data.path : '' })
    } else if (data?.type === 'share-refused') {
      complain(screen, new Error('这一页没有可以转发的卡片。'))
    } else if (data?.type === 'code-shown' || data?.type === 'code-hidden') {
      noteCode(frame, { ...data, text: String(data.text) })
    } else if (Object.hasOwn(answers, data?.type)) {
      const asker = frame
      const value = await answers[data.type](data).catch((error) => {
        complain(screen, error)
        return null
      })
      asker.contentWindow?.postMessage(
        { type: 'answer', id: data.id, value },
        window.location.origin,
      )
    }
  }
  window.addEventListener('message', ({ data, origin, source }) => {
    if (origin === window.location.origin && source === frame?.contentWindow) void hear(data)
  })

  const view = {
    element,
    state,
    side,
    open,
    enter,
    codes: () => codesOn(frame),
    notify: (notice) => banner(screen, notice),
  }
  return view
}

/** A phone scrolls without bars, which would take their width from the page. */
function hideScrollbars({ target }) {
  const style = target.contentDocument.createElement('style')
  style.textContent = '* { scrollbar-width: none }'
  target.contentDocument.head.append(style)
}
