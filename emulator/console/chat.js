import { face, h } from './dom.js'

const KEPT = 'cloud-console:cards'

/** The chosen group: its people, and the chat in which cards of the app lie. */
export function chatView({ rooms, state, onPerson, onRoom, onCard }) {
  const shared = JSON.parse(window.sessionStorage.getItem(KEPT) ?? '{}')
  const cardsOf = (room) => [firstCard(room), ...(shared[room.id] ?? [])]

  const title = h('h2', { class: 'room-name' })
  const people = h('div', { class: 'people', role: 'group', 'aria-label': '谁拿着手机' })
  const talk = h('ol', { class: 'talk', 'aria-label': '聊天记录', 'aria-live': 'polite' })
  const choice = roomChoice(rooms, state, onRoom)
  const element = h(
    'section',
    { class: 'chat', 'aria-label': '模拟的微信群' },
    h('div', { class: 'chat-head' }, choice ?? title),
    h('p', { class: 'hint' }, '选一个人，手机就归谁用'),
    people,
    talk,
  )

  function update() {
    const { room, person } = state
    title.textContent = room.name
    choice?.refresh()
    people.replaceChildren(
      ...room.members.map((member) => personChip(member, member === person, onPerson)),
    )
    talk.replaceChildren(
      h('li', { class: 'aside' }, '以下是模拟的群聊，没有人会收到消息'),
      ...cardsOf(room).map((card) => message(card, person, onCard)),
    )
    talk.scrollTop = talk.scrollHeight
  }

  /** A card that the app in the phone shared appears in the chat, sent by who holds the phone. */
  function receive({ title: text, path }) {
    const { room, person } = state
    const card = { title: text, path, from: person, at: Date.now() }
    shared[room.id] = [...(shared[room.id] ?? []), card].slice(-30)
    window.sessionStorage.setItem(KEPT, JSON.stringify(shared))
    update()
  }

  update()
  return { element, update, receive }
}

/** What somebody posted before we came: it opens the app at its start. */
function firstCard(room) {
  const title = room.card?.title ?? `${room.name}的小程序`
  return { title, path: room.card?.path ?? '', from: room.members[0] }
}

/** One group needs no choice. */
function roomChoice(rooms, state, onRoom) {
  if (rooms.length < 2) return null
  const buttons = rooms.map((room) =>
    h('button', { class: 'room', onclick: () => state.room !== room && onRoom(room) }, room.name),
  )
  const element = h('div', { class: 'rooms', role: 'group', 'aria-label': '选一个群' }, buttons)
  element.refresh = () => {
    for (const [at, button] of buttons.entries()) {
      button.setAttribute('aria-pressed', String(rooms[at] === state.room))
    }
  }
  return element
}

function personChip(person, isChosen, onPerson) {
  return h(
    'button',
    { class: 'person', 'aria-pressed': String(isChosen), onclick: () => onPerson(person) },
    face(person, 'small'),
    h('span', { class: 'who' }, person.name),
    person.note ? h('span', { class: 'note' }, person.note) : null,
  )
}

function message(card, person, onCard) {
  const from = card.from
  return h(
    'li',
    { class: from.openid === person.openid ? 'message own' : 'message' },
    face(from),
    h(
      'div',
      { class: 'said' },
      h('span', { class: 'sender' }, from.name, card.at ? ` · ${clock(card.at)}` : ''),
      h(
        'button',
        {
          class: 'card',
          onclick: () => onCard(card),
        },
        h('span', { class: 'card-title' }, card.title),
        h('span', { class: 'card-picture', 'aria-hidden': 'true' }),
        h('span', { class: 'card-foot' }, '小程序', h('em', {}, `以${person.name}点开`)),
      ),
    ),
  )
}

const clock = (at) =>
  new Date(at).toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false })
