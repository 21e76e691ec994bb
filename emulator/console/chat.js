import { fileAddress } from './api.js'
import { face, h, icon } from './dom.js'
import { peopleList, personLine } from './people.js'
import { popoverButton } from './popover.js'

const KEPT = 'cloud-console:cards'
const CARDS_MAX = 30

/** The open group's chat, in which cards of the app lie; `world.room` says which group. */
export function chatView(world) {
  const shared = JSON.parse(window.sessionStorage.getItem(KEPT) ?? '{}')
  const cardsOf = (room) => [firstCard(room), ...(shared[room.id] ?? [])]
  const element = h('ol', { class: 'talk', 'aria-label': '群聊记录', 'aria-live': 'polite' })
  /** Where the words of a live card stand, by its activity. */
  const lively = new Map()
  let states = new Map()

  function draw({ isAtEnd = false } = {}) {
    const { scrollTop } = element
    lively.clear()
    element.replaceChildren(
      h('li', { class: 'aside' }, '模拟的群聊：没有人会真的收到消息'),
      ...cardsOf(world.room).map(message),
    )
    changeCards([...states.values()])
    element.scrollTop = isAtEnd ? element.scrollHeight : scrollTop
  }

  /** A card that the app on a phone shared, sent by who holds the phone. */
  function receive(person, { title, path, imageUrl, activityId, runner }) {
    const { room } = world
    const card = { title, path, imageUrl, activityId, runner, from: person, at: Date.now() }
    shared[room.id] = [...(shared[room.id] ?? []), card].slice(-CARDS_MAX)
    window.sessionStorage.setItem(KEPT, JSON.stringify(shared))
    draw({ isAtEnd: true })
  }

  /** Live cards show how things stand; they change where they lie. */
  function changeCards(cards) {
    states = new Map(cards.map((card) => [card.activityId, card]))
    for (const [activityId, places] of lively) {
      const card = states.get(activityId)
      for (const place of places) {
        place.textContent = card?.text ?? '这张卡片的动态已经不在了'
        place.style.setProperty('--live', card?.color ?? 'var(--ink-2)')
      }
    }
  }

  function message(card) {
    return h(
      'li',
      { class: 'message' },
      face(card.from),
      h(
        'div',
        { class: 'said' },
        h('span', { class: 'sender' }, card.from.name, card.at ? ` · ${clock(card.at)}` : ''),
        h(
          'article',
          { class: 'card', 'aria-label': `卡片：${card.title}` },
          h('p', { class: 'card-title' }, card.title),
          picture(card),
          card.activityId ? liveLine(card.activityId) : null,
          h(
            'footer',
            { class: 'card-foot' },
            h('span', { class: 'note' }, '点开：'),
            world.phones().map((phone) =>
              h(
                'button',
                {
                  class: 'tap',
                  'aria-label': `以${phone.state.person.name}在${phone.side}手机点开`,
                  title: `${phone.side}手机`,
                  onclick: () => tap(card, phone),
                },
                face(phone.state.person, 'tiny'),
                phone.state.person.name,
              ),
            ),
            popoverButton(
              { class: 'tap', 'aria-label': '换别人点开' },
              ['别人', icon('down')],
              '用谁的微信点开',
              (close) => others(card, close),
            ),
          ),
        ),
      ),
    )
  }

  const tap = (card, phone, person) =>
    phone.enter({
      ...(person ? { person } : {}),
      path: card.path,
      scene: world.cardScene,
      room: world.room,
    })

  /** Everybody, each to be put before either phone. */
  function others(card, close) {
    const row = (person) =>
      h(
        'div',
        { class: 'person-row' },
        h('span', { class: 'person flat' }, personLine(person)),
        world.phones().map((phone) =>
          h(
            'button',
            {
              class: 'side-choice',
              'aria-label': `以${person.name}在${phone.side}手机点开`,
              onclick: () => {
                close()
                tap(card, phone, person)
              },
            },
            phone.side,
          ),
        ),
      )
    return peopleList({
      cast: world.cast,
      room: world.room,
      row,
      onNew: async (name, isInGroup) => {
        const person = await world.onNewPerson(name, isInGroup)
        close()
        tap(card, world.phones()[0], person)
      },
    })
  }

  function liveLine(activityId) {
    const place = h('p', { class: 'live', role: 'status' })
    lively.set(activityId, [...(lively.get(activityId) ?? []), place])
    return place
  }

  return { element, draw, receive, changeCards }
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
