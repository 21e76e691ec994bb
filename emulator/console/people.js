import { ask, send } from './api.js'
import { face, h, problem } from './dom.js'

const COLOURS = ['persimmon', 'jade', 'amber', 'indigo']

/** Everybody the simulated WeChat knows, and the groups with their members. */
export async function readPeople() {
  return withColours(await ask('people'))
}

/** Somebody new, in one of the groups or in none; answers the person and everybody. */
export async function addPerson(name, groups) {
  const { user, ...file } = await send('POST', 'people', { name, note: '新的人', groups })
  const cast = withColours(file)
  return { person: cast.people.find(({ openid }) => openid === user.openid), cast }
}

function withColours({ users, groups }) {
  const people = users.map((user, at) => ({ ...user, colour: COLOURS[at % COLOURS.length] }))
  const known = new Map(people.map((person) => [person.openid, person]))
  const rooms = groups.map((group) => ({
    ...group,
    members: group.members.flatMap((openid) => known.get(openid) ?? []),
  }))
  return { people, rooms }
}

/**
 * A list to choose a person from: the group's members, everybody else, somebody new. `row(person)`
 * makes what can be pressed for a person, `onNew(name, isInGroup)` is told of a new one.
 */
export function peopleList({ cast, room, row, onNew }) {
  const inside = room?.members ?? []
  const outside = cast.people.filter(
    (person) => !inside.some((one) => one.openid === person.openid),
  )
  return [
    inside.length > 0 ? section(`${room.name}的成员`, inside.map(row)) : null,
    outside.length > 0
      ? section(inside.length > 0 ? '不在这个群' : '所有人', outside.map(row))
      : null,
    newPerson(room, onNew),
  ].filter(Boolean)
}

const section = (title, rows) =>
  h(
    'section',
    { class: 'people-part' },
    h('h3', {}, title),
    h(
      'ul',
      {},
      rows.map((row) => h('li', {}, row)),
    ),
  )

export const personLine = (person) => [
  face(person, 'small'),
  h('span', { class: 'who' }, person.name),
  person.note ? h('span', { class: 'note' }, person.note) : null,
]

function newPerson(room, onNew) {
  const name = h('input', {
    class: 'input',
    required: true,
    maxlength: 20,
    placeholder: '名字',
    'aria-label': '新的人的名字',
  })
  const inGroup = h('input', { type: 'checkbox', checked: true })
  const failed = h('div')
  const form = h(
    'form',
    { class: 'new-person' },
    h('h3', {}, '新的人'),
    h('div', { class: 'row' }, name, h('button', { class: 'plain' }, '拿手机')),
    room?.id ? h('label', { class: 'check' }, inGroup, `在「${room.name}」里`) : null,
    failed,
  )
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    try {
      await onNew(name.value.trim(), inGroup.checked)
    } catch (error) {
      failed.replaceChildren(problem(error))
    }
  })
  return form
}
