import { ask, servedApps } from './api.js'
import { Chat } from './chat.js'
import { advice, h, problem } from './dom.js'
import { noticesView } from './notices.js'
import { addPerson, readPeople } from './people.js'
import { Phone } from './phone.js'
import { SCENES } from './phone-frame.js'

const KEPT = 'cloud-console:preview'
const EVERY_MS = 1200
const SIDES = ['左', '右']
const SCREEN = { width: 414, height: 868 }

/** The simulated group chat beside two phones. */
export function showPreview(panel) {
  let view
  start(panel)
    .then((started) => {
      view = started
    })
    .catch((error) => panel.replaceChildren(problem(error)))
  return { enter: () => view?.enter(), leave: () => view?.leave() }
}

async function start(panel) {
  const [cast, runners] = await Promise.all([readPeople(), servedApps()])
  if (runners.length === 0) {
    panel.replaceChildren(
      advice(
        '还没有可以放进手机的应用',
        '启动时用 --app 指向编译好的 H5 目录，或者用 --weapp 指向编译好的小程序目录，两部手机里就会出现它。',
      ),
    )
    return undefined
  }
  const world = makeWorld(cast)
  const kept = JSON.parse(window.sessionStorage.getItem(KEPT) ?? '{}')
  world.room = world.rooms().find(({ id }) => id === kept.room) ?? world.rooms()[0]
  const phones = SIDES.map(
    (side, at) =>
      new Phone({ side, runners, world, state: restore(world, runners, kept.phones?.[at], at) }),
  )
  world.phones = () => phones
  const chat = new Chat(world)
  const notices = noticesView(world)
  const threads = threadTabs(world, chat, notices)

  world.onChange = () => {
    keep(world)
    chat.draw()
  }
  world.onShare = (state, card) => {
    chat.receive(state.person, { ...card, runner: state.runner })
    threads.open(world.room.id)
  }
  world.onNotice = (person, { page }) => {
    const phone = phones.find(({ state }) => state.person.openid === person.openid) ?? phones[0]
    phone.enter({ person, path: page, scene: SCENES.message })
  }
  world.onNewPerson = async (name, isInGroup) => {
    const added = await addPerson(name, isInGroup && world.room.id ? [world.room.id] : [])
    world.cast = added.cast
    world.room = world.rooms().find(({ id }) => id === world.room.id) ?? world.room
    return added.person
  }

  const stages = h(
    'div',
    { class: 'phones' },
    phones.map(({ element }) => element),
  )
  panel.replaceChildren(h('div', { class: 'preview' }, threads.element, stages))
  scaleToFit(stages)
  for (const phone of phones) phone.open()
  const watch = watcher(world, chat, notices, threads)
  watch.enter()
  return watch
}

/** What the chat and both phones share. */
function makeWorld(cast) {
  return {
    cast,
    room: undefined,
    cardScene: SCENES.card,
    phones: () => [],
    onChange: () => {},
    // People without any group can still hold a phone.
    rooms() {
      const { rooms, people } = this.cast
      return rooms.length > 0 ? rooms : [{ id: '', name: '没有群', members: people }]
    },
    personOf(openid) {
      const known = this.cast.people.find((person) => person.openid === openid)
      return known ?? { openid, name: openid, note: '', colour: 'indigo' }
    },
  }
}

/** Who and how: what was chosen before a reload, else the first members of the first group. */
function restore(world, runners, kept = {}, at) {
  const { members, id } = world.room
  const own = world.cast.people.find(({ openid }) => openid === kept.openid)
  return {
    person: own ?? members[at] ?? members[0] ?? world.cast.people[0],
    room: id ? world.room : undefined,
    scene: id ? SCENES.card : SCENES.direct,
    path: '',
    runner: runners.includes(kept.runner) ? kept.runner : runners[0],
    colours: kept.colours ?? 'system',
    isLarge: kept.isLarge ?? false,
  }
}

function keep(world) {
  const phones = world.phones().map(({ state: { person, runner, colours, isLarge } }) => ({
    openid: person.openid,
    runner,
    colours,
    isLarge,
  }))
  window.sessionStorage.setItem(KEPT, JSON.stringify({ room: world.room.id, phones }))
}

const NOTICES = 'notices'

/** The groups and 服务通知, of which one is open. */
function threadTabs(world, chat, notices) {
  const count = h('span', { class: 'badge', hidden: true })
  const entries = [
    ...world.rooms().map(({ id, name }) => ({ id, name })),
    { id: NOTICES, name: '服务通知' },
  ]
  const buttons = entries.map(({ id, name }) =>
    h('button', { class: 'room', onclick: () => open(id) }, name, id === NOTICES ? count : null),
  )
  const place = h('div', { class: 'thread' })
  let current
  let unread = 0

  function open(id) {
    current = id
    const room = world.rooms().find((one) => one.id === id)
    if (room && room.id !== world.room.id) world.room = room
    if (id === NOTICES) tell(-unread)
    for (const [at, button] of buttons.entries())
      button.setAttribute('aria-pressed', String(entries[at].id === id))
    place.replaceChildren(id === NOTICES ? notices.element : chat.element)
    if (id === NOTICES) notices.draw()
    else chat.draw({ isAtEnd: true })
    keep(world)
  }
  function tell(more) {
    unread = current === NOTICES ? 0 : unread + more
    count.textContent = String(unread)
    count.hidden = unread === 0
  }

  const element = h(
    'section',
    { class: 'chat', 'aria-label': '模拟的微信' },
    h('div', { class: 'rooms', role: 'group', 'aria-label': '选一个会话' }, buttons),
    place,
  )
  open(world.room.id)
  return { element, open, tell }
}

/** Looks again and again at what WeChat has sent and how live cards stand, while the tab is open. */
function watcher(world, chat, notices, threads) {
  let timer
  async function look() {
    try {
      const [{ messages }, { cards }, settings] = await Promise.all(
        ['wechat/messages?limit=50', 'wechat/cards', 'wechat/settings'].map(ask),
      )
      chat.changeCards(cards)
      const fresh = notices.take(messages, settings)
      threads.tell(fresh.length)
      for (const message of fresh) {
        const person = world.personOf(message.touser)
        for (const phone of world
          .phones()
          .filter(({ state }) => state.person.openid === message.touser)) {
          phone.notify({
            title: notices.titleOf(message),
            text: notices.textOf(message),
            onOpen: () => message.page && world.onNotice(person, message),
          })
        }
      }
    } catch {
      // The cloud may be starting anew; the next look tells.
    }
    timer = setTimeout(look, EVERY_MS)
  }
  return {
    leave: () => clearTimeout(timer),
    enter: () => {
      clearTimeout(timer)
      void look()
    },
  }
}

/** Both phones as large as the window lets them be. */
function scaleToFit(stages) {
  new ResizeObserver(([{ contentRect }]) => {
    const head =
      stages.querySelector('.phone-head').offsetHeight +
      stages.querySelector('.phone-tools').offsetHeight
    const byHeight = (contentRect.height - head - 20) / SCREEN.height
    const byWidth = (contentRect.width - 28) / 2 / SCREEN.width
    stages.style.setProperty('--fit', String(Math.max(0.3, Math.min(1, byHeight, byWidth))))
  }).observe(stages)
}
