import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { CloudError } from '../codes'
import { isPlainObject } from '../documents/key'

export interface PeopleFile {
  users: { openid: string; name: string; note: string }[]
  groups: Group[]
}

interface Group {
  id: string
  name: string
  members: string[]
  /** The first card in the group's chat: its words, and the page of the app it opens. */
  card?: { title: string; path: string }
}

/** Who is there when nobody else is named, so that the phones of the console have somebody to hold them. */
const sample = (): PeopleFile => ({
  users: [
    { openid: 'o-sample-ann', name: '小安', note: '群主' },
    { openid: 'o-sample-ben', name: '阿本', note: '群友' },
    { openid: 'o-sample-cai', name: '采儿', note: '不在群里' },
  ],
  groups: [{ id: 'g-sample', name: '示例群', members: ['o-sample-ann', 'o-sample-ben'] }],
})

/** The simulated WeChat users and groups that the console offers. */
export class People {
  readonly file: PeopleFile

  constructor(file: PeopleFile = sample()) {
    this.file = file
  }

  /** Somebody new, in the groups that are named; forgotten when the cloud ends. */
  add(body: unknown): PeopleFile['users'][number] {
    const { name, note = '', groups = [] } = isPlainObject(body) ? body : {}
    if (typeof name !== 'string' || name.trim() === '') {
      throw new CloudError('INVALID_PARAM', 'a person needs a name')
    }
    const chosen = this.file.groups.filter(({ id }) => Array.isArray(groups) && groups.includes(id))
    const openid = `o-new-${randomBytes(6).toString('hex')}`
    const user = { openid, name: name.trim(), note: String(note) }
    this.file.users.push(user)
    for (const group of chosen) group.members.push(openid)
    return user
  }

  /** The group is known and the user is not in it. */
  isStranger(openid: string, group: string): boolean {
    const known = this.file.groups.find((other) => other.id === group)
    return known !== undefined && !known.members.includes(openid)
  }

  /** Reads a people file; throws a sentence that says what is wrong with it. */
  static read(file: string): People {
    let value: unknown
    try {
      value = JSON.parse(readFileSync(file, 'utf8'))
    } catch (error) {
      throw new Error(`The people file ${file} cannot be read: ${(error as Error).message}.`)
    }
    const users = isPlainObject(value) ? value.users : undefined
    const groups = isPlainObject(value) ? value.groups : undefined
    if (!Array.isArray(users) || !Array.isArray(groups)) {
      throw new Error(`The people file ${file} needs the lists "users" and "groups".`)
    }
    return new People({
      users: users.map((user) => ({
        openid: text(user?.openid, file, 'user', 'openid'),
        name: text(user?.name, file, 'user', 'name'),
        note: String(user?.note ?? ''),
      })),
      groups: groups.map((group) => ({
        id: text(group?.id, file, 'group', 'id'),
        name: text(group?.name, file, 'group', 'name'),
        members: Array.isArray(group?.members) ? group.members.map(String) : [],
        ...(isPlainObject(group?.card)
          ? { card: { title: String(group.card.title ?? ''), path: String(group.card.path ?? '') } }
          : {}),
      })),
    })
  }
}

function text(value: unknown, file: string, kind: string, field: string): string {
  if (typeof value === 'string' && value !== '') return value
  throw new Error(`The people file ${file} has a ${kind} without "${field}".`)
}
