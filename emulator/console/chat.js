import { fileAddress } from './api.js'
import { face, h, icon } from './dom.js'
import { peopleList, personLine } from './people.js'
import { popoverButton } from './popover.js'

const KEPT = 'cloud-console:cards'
const CARDS_MAX = 30

/** The open group's chat, in which cards of the app lie; `world.room` says which group. */
export class Chat {
  element = h('ol', { class: 'talk', 'aria-label': '群聊记录', 'aria-live': 'polite' })
  #world
  #shared = JSON.parse(window.sessionStorage.getItem(KEPT) ?? '{}')
  /** Where the words of a live card stand, by its activity. */
  #lively = new Map()
  #states = new Map()

  constructor(world) {
    this.#world = world
  }

  draw({ isAtEnd = false } = {}) {
    const { room } = this.#world
    const { scrollTop } = this.element
    this.#lively.clear()
    this.element.replaceChildren(
      h('li', { class: 'aside' }, '模拟的群聊：没有人会真的收到消息'),
      ...[firstCard(room), ...(this.#shared[room.id] ?? [])].map((card) => this.#message(card)),
    )
    this.#changeWords()
    this.element.scrollTop = isAtEnd ? this.element.scrollHeight : scrollTop
  }

  /** A card that the app on a phone shared, sent by who holds the phone. */
  receive(person, { title, path, imageUrl, activityId, runner }) {
    const { id } = this.#world.room
    const card = { title, path, imageUrl, activityId, runner, from: person, at: Date.now() }
    this.#shared[id] = [...(this.#shared[id] ?? []), card].slice(-CARDS_MAX)
    this.#keep()
    this.draw({ isAtEnd: true })
  }

  /** For a reload. Pictures that came along whole may be too much for it: the cards stay without. */
  #keep() {
    const slim = (name, value) =>
      name === 'imageUrl' && value?.startsWith('data:') ? undefined : value
    try {
      window.sessionStorage.setItem(KEPT, JSON.stringify(this.#shared))
    } catch {
      window.sessionStorage.setItem(KEPT, JSON.stringify(this.#shared, slim))
    }
  }

  /** Live cards show how things stand; they change where they lie. */
  changeCards(cards) {
    this.#states = new Map(cards.map((card) => [card.activityId, card]))
    this.#changeWords()
  }

  #changeWords() {
    for (const [activityId, places] of this.#lively) {
      const card = this.#states.get(activityId)
      const text = card?.text ?? '这张卡片的动态已经不在了'
      for (const place of places) {
        if (place.textContent !== text) place.textContent = text
        place.style.setProperty('--live', card?.color ?? 'var(--ink-2)')
      }
    }
  }

  #message(card) {
    const when = card.at ? ` · ${clock(card.at)}` : ''
    return h(
      'li',
      { class: 'message' },
      face(card.from),
      h(
        'div',
        { class: 'said' },
        h('span', { class: 'sender' }, card.from.name, when),
        h(
          'article',
          { class: 'card', 'aria-label': `卡片：${card.title}` },
          h('p', { class: 'card-title' }, card.title),
          picture(card),
          card.activityId ? this.#liveLine(card.activityId) : null,
          this.#foot(card),
        ),
      ),
    )
  }

  /** Who may tap the card: whoever holds a phone at once, anybody else from a list. */
  #foot(card) {
    const holders = this.#world.phones().map((phone) => {
      const { person } = phone.state
      const label = `以${person.name}在${phone.side}手机点开`
      const onclick = () => this.#tap(card, phone, person)
      const attributes = { class: 'tap', 'aria-label': label, title: `${phone.side}手机`, onclick }
      return h('button', attributes, face(person, 'tiny'), person.name)
    })
    const attributes = { class: 'tap', 'aria-label': '换别人点开' }
    const fill = (close) => this.#others(card, close)
    return h(
      'footer',
      { class: 'card-foot' },
      h('span', { class: 'note' }, '点开：'),
      holders,
      popoverButton(attributes, ['别人', icon('down')], '用谁的微信点开', fill),
    )
  }

  #tap({ path }, phone, person) {
    const { room, cardScene: scene } = this.#world
    phone.enter({ person, path, scene, room })
  }

  /** Everybody, each to be put before either phone. */
  #others(card, close) {
    const { cast, room, onNewPerson } = this.#world
    const tap = (phone, person) => {
      close()
      this.#tap(card, phone, person)
    }
    const row = (person) =>
      h(
        'div',
        { class: 'person-row' },
        h('span', { class: 'person flat' }, personLine(person)),
        this.#world.phones().map((phone) => {
          const label = `以${person.name}在${phone.side}手机点开`
          const onclick = () => tap(phone, person)
          return h('button', { class: 'side-choice', 'aria-label': label, onclick }, phone.side)
        }),
      )
    const onNew = async (name, isInGroup) =>
      tap(this.#world.phones()[0], await onNewPerson(name, isInGroup))
    return peopleList({ cast, room, row, onNew })
  }

  #liveLine(activityId) {
    const place = h('p', { class: 'live', role: 'status' })
    this.#lively.set(activityId, [...(this.#lively.get(activityId) ?? []), place])
    return place
  }
}

/** What somebody posted before we came: it opens the app at its start. */
function firstCard(room) {
  const title = room.card?.title ?? `${room.name}的小程序`
  const from = room.members[0] ?? { openid: '', name: '群主', colour: 'jade' }
  return { title, path: room.card?.path ?? '', from }
}

/** The card's own picture, or hills and a sun. */
function picture({ imageUrl, runner, title }) {
  const place = h('div', { class: 'card-picture', 'aria-hidden': 'true' })
  if (!imageUrl) return place
  const base = new URL(runner === 'weapp' ? '/weapp/' : '/app/', window.location.origin)
  const image = h('img', { alt: `${title}的图片` })
  void fileAddress(imageUrl).then((address) => {
    const isWhole = /^([a-z]+:|\/\/)/i.test(address)
    image.src = isWhole ? address : new URL(address.replace(/^\/+/, ''), base).href
  })
  image.addEventListener('load', () =>
    place.replaceWith(h('div', { class: 'card-picture own-picture' }, image)),
  )
  return place
}

const clock = (at) =>
  new Date(at).toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false })
