import { codesOn, madeCodes, noteCode } from './codes.js'
import { colourFrame } from './colours.js'
import { face, h, icon } from './dom.js'
import { peopleList, personLine } from './people.js'
import { addressOf, makeFrame, pageIn, SCENES } from './phone-frame.js'
import { phoneSettings } from './phone-settings.js'
import { banner, complain, scanSheet, subscribeSheet } from './phone-sheets.js'
import { choice, popoverButton } from './popover.js'

const WAYS = { 1001: '直接打开', 1014: '从服务通知', 1044: '从群卡片', 1047: '扫小程序码' }
/** How long an app may think about its card. */
const SHARE_MS = 1500
const RUNNERS = {
  h5: { text: '网页', title: '网页端（H5）的编译结果' },
  weapp: { text: '小程序', title: '编译给微信的代码，由微信开源的组件框架运行' },
}

/**
 * A phone in one person's hand. `state` says who and how: {person, room, scene, path, runner, colours,
 * isLarge}; `world` is what surrounds it: the cast, the open room, the other phones, whom to tell.
 */
export class Phone {
  #world
  #screen = h('div', { class: 'screen' })
  #holder = h('span', { class: 'holder' })
  #way = h('p', { class: 'way' })
  #runner
  #frame
  /** Runs while the app has not yet answered the menu. */
  #waiting

  constructor({ side, state, runners, world }) {
    this.side = side
    this.state = state
    this.#world = world
    this.#runner = choice(
      '这部手机运行',
      runners.map((value) => ({ value, ...RUNNERS[value] })),
      false,
    )
    this.#runner.onChoose((value) => {
      state.runner = value
      this.open()
    })
    this.element = this.#draw(runners.length > 1)
    window.addEventListener('message', ({ data, origin, source }) => {
      const isOurs = source === this.#frame?.contentWindow
      if (isOurs && origin === window.location.origin) void this.#hear(data)
    })
  }

  /** Opens the app anew: where it was last opened, or on the page that it shows now. */
  open({ isSamePage = false } = {}) {
    const path = isSamePage ? pageIn(this.#frame, this.state) : this.state.path
    this.#frame = makeFrame(this.state, path)
    this.#screen.replaceChildren(this.#frame)
    this.#refresh()
    this.#world.onChange()
  }

  /** Opens a page as if something in WeChat had been tapped. */
  enter({ person = this.state.person, path, scene, room }) {
    Object.assign(this.state, { person, path, scene, room })
    this.open()
  }

  /** The codes on the screen now. */
  codes() {
    return codesOn(this.#frame)
  }

  notify(notice) {
    banner(this.#screen, notice)
  }

  #draw(hasChoice) {
    const tool = (name, label, onclick) =>
      h(
        'button',
        { class: 'tool', title: label, 'aria-label': `${this.side}手机：${label}`, onclick },
        icon(name),
      )
    const words = h('span', { class: 'spoken-only' }, ` ${this.side}手机：换人`)
    const more = { class: 'tool', 'aria-label': `${this.side}手机：更多`, title: '更多' }
    return h(
      'section',
      { class: 'phone-side', 'aria-label': `${this.side}手机` },
      h(
        'header',
        { class: 'phone-head' },
        popoverButton(
          { class: 'holder-button' },
          [this.#holder, words, icon('down')],
          '谁拿这部手机',
          (close) => this.#holders(close),
        ),
        hasChoice ? this.#runner.element : null,
      ),
      h(
        'div',
        { class: 'phone-tools' },
        this.#way,
        tool('scan', '扫一扫', () => void this.#scanToOpen()),
        tool('share', '转发到群（右上角菜单）', () => this.#shareByMenu()),
        tool('reload', '重新载入', () => this.open({ isSamePage: true })),
        popoverButton(more, icon('more'), '手机的设置', () => this.#settings()),
      ),
      h('div', { class: 'stage' }, h('div', { class: 'phone' }, this.#screen)),
    )
  }

  #refresh() {
    const { person, room, scene, runner } = this.state
    this.#holder.replaceChildren(
      face(person, 'small'),
      h('span', { class: 'holder-name' }, person.name),
      ' ',
      h('span', { class: 'note' }, person.note),
    )
    this.#way.textContent = `${WAYS[scene]}${room?.id ? ` ·「${room.name}」` : ''}`
    this.#way.title = `场景值 ${scene}`
    this.#runner.mark(runner)
  }

  #holders(close) {
    const { cast, room, onNewPerson } = this.#world
    const take = (person) => {
      close()
      Object.assign(this.state, { person, path: '' })
      this.open()
    }
    const isHolder = ({ openid }) => String(openid === this.state.person.openid)
    return peopleList({
      cast,
      room,
      row: (person) =>
        h(
          'button',
          { class: 'person', 'aria-pressed': isHolder(person), onclick: () => take(person) },
          personLine(person),
        ),
      onNew: async (name, isInGroup) => take(await onNewPerson(name, isInGroup)),
    })
  }

  #settings() {
    const { state } = this
    const { room } = this.#world
    return phoneSettings({
      state,
      hasGroup: room.id !== '',
      onWay: (scene) => {
        Object.assign(state, { scene, path: '', room: scene === SCENES.card ? room : undefined })
        this.open()
      },
      onColours: (colours) => {
        state.colours = colours
        if (state.runner === 'weapp') this.open({ isSamePage: true })
        else colourFrame(this.#frame, colours)
        this.#world.onChange()
      },
      onText: (isLarge) => {
        state.isLarge = isLarge
        this.open({ isSamePage: true })
      },
      onWindow: () => window.open(addressOf(state, pageIn(this.#frame, state)), '_blank'),
    })
  }

  /** Sharing by WeChat's own menu: the app answers with its card, or it has none. */
  #shareByMenu() {
    this.#frame.contentWindow.postMessage({ type: 'share-menu' }, window.location.origin)
    clearTimeout(this.#waiting)
    this.#waiting = setTimeout(() => {
      complain(this.#screen, new Error('这一页没有可以转发的卡片。'))
    }, SHARE_MS)
  }

  async #scan() {
    const others = this.#world.phones().filter((phone) => phone !== this)
    const [made, ...around] = await Promise.all([madeCodes(), ...others.map((one) => one.codes())])
    return scanSheet(this.#screen, { around: around.flat(), made })
  }

  /** WeChat's own scanner: only a mini-program code leads somewhere. */
  async #scanToOpen() {
    try {
      const code = await this.#scan()
      if (code?.path !== undefined) this.enter({ path: code.path, scene: SCENES.code })
      else if (code) throw new Error(`这个码里是文字，微信不会打开什么：${code.text}`)
    } catch (error) {
      complain(this.#screen, error)
    }
  }

  /** What the app in the frame says; see the emulator's README, "A phone and the console". */
  async #hear(data) {
    switch (data?.type) {
      case 'share':
        clearTimeout(this.#waiting)
        if (typeof data.title !== 'string') return
        this.#world.onShare(this.state, { ...data, path: String(data.path ?? '') })
        return
      case 'code-shown':
      case 'code-hidden':
        noteCode(this.#frame, { ...data, text: String(data.text) })
        return
      case 'scan':
        await this.#answer(data, this.#scan())
        return
      case 'subscribe': {
        const templates = Array.isArray(data.templates) ? data.templates.map(String) : []
        await this.#answer(data, subscribeSheet(this.#screen, this.state.person, templates))
      }
    }
  }

  /** Answers who asked, also when another app runs in the phone by then: that one is not told. */
  async #answer({ id }, asked) {
    const asker = this.#frame
    const value = await asked.catch((error) => {
      complain(this.#screen, error)
      return null
    })
    asker.contentWindow?.postMessage({ type: 'answer', id, value }, window.location.origin)
  }
}
