import { ask, hasApp } from './api.js'
import { chatView } from './chat.js'
import { h, problem } from './dom.js'
import { phoneView } from './phone.js'

const KEPT = 'cloud-console:preview'
const COLOURS = ['persimmon', 'jade', 'amber', 'indigo']

/** The simulated group chat beside a phone: who is chosen there holds the phone here. */
export function showPreview(panel) {
  start(panel).catch((error) => panel.replaceChildren(problem(error)))
  return {}
}

async function start(panel) {
  const [{ users, groups }, isAppServed] = await Promise.all([ask('people'), hasApp()])
  if (!isAppServed) {
    panel.replaceChildren(
      advice('没有网页端可看', '启动时用 --app 指向一个编译好的 H5 目录，手机里就会出现它。'),
    )
    return
  }
  if (users.length === 0) {
    panel.replaceChildren(
      advice(
        '没有模拟的微信用户',
        '启动时用 --people 指向一个 JSON 文件，写上用户（openid、name、note）和群（id、name、members）。',
      ),
    )
    return
  }
  const known = new Map(
    users.map((user, at) => [user.openid, { ...user, colour: COLOURS[at % COLOURS.length] }]),
  )
  const rooms = groups.map((group) => ({
    ...group,
    members: group.members.flatMap((openid) => known.get(openid) ?? []),
  }))
  // People without any group can still hold the phone.
  if (rooms.length === 0) rooms.push({ id: '', name: '没有群', members: [...known.values()] })

  const state = restore(rooms)
  const chat = chatView({ rooms, state, onPerson, onRoom, onCard })
  const phone = phoneView({ state, onShare: chat.receive })

  function keep() {
    const { room, person, look } = state
    window.sessionStorage.setItem(KEPT, JSON.stringify([room.id, person.openid, look]))
  }
  /** Another person takes the phone; it opens in the way it was opened before. */
  function onPerson(person) {
    state.person = person
    keep()
    chat.update()
    phone.open()
  }
  function onRoom(room) {
    state.room = room
    if (!room.members.includes(state.person)) state.person = room.members[0]
    state.path = ''
    keep()
    chat.update()
    phone.open()
  }
  function onCard(card) {
    state.way = 'card'
    state.path = card.path
    phone.open()
  }
  state.onChange = keep

  panel.replaceChildren(h('div', { class: 'preview' }, chat.element, phone.element))
  phone.open()
}

/** Who and where: what was chosen before a reload, else the first person of the first group. */
function restore(rooms) {
  const fresh = { colours: 'system', isLarge: false }
  const [roomId, openid, look] = JSON.parse(window.sessionStorage.getItem(KEPT) ?? '[]')
  const room = rooms.find(({ id }) => id === roomId) ?? rooms[0]
  return {
    room,
    person: room.members.find((user) => user.openid === openid) ?? room.members[0],
    /** `card`: from the group's card, with its proof; `direct`: without any. */
    way: room.id ? 'card' : 'direct',
    path: '',
    look: { ...fresh, ...look },
  }
}

const advice = (title, text) => h('div', { class: 'advice' }, h('h2', {}, title), h('p', {}, text))
