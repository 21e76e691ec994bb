import type { MessageDoc } from '../../db/documents'
import { REMINDERS } from './table'

/** What a template of any topic may ask for; the deployment says which of its fields is which. */
export const ROLES = ['what', 'state', 'when', 'note'] as const
type Role = (typeof ROLES)[number]

/** WeChat's limits, in characters. A nickname is cut before the sentence around it is. */
const THING_MAX = 20
const PHRASE_MAX = 5
const NAME_MAX = 8

type Said = Pick<MessageDoc, 'kind' | 'params' | 'communityName' | 'createdAt'>

/** What WeChat's message says of a message of the inbox, by role; null when it is worth none. */
export function wordsOf(message: Said, timeZone: string): Record<Role, string> | null {
  const reminder = REMINDERS[message.kind]
  if (!reminder) return null
  const { params, communityName, createdAt } = message
  const name = cut(String(params.name ?? ''), NAME_MAX)
  return {
    what: String(params.title ?? params.item ?? communityName),
    state: reminder.state,
    when: minuteOf(createdAt, timeZone),
    note: reminder.note.replace('{name}', name),
  }
}

/** The fields of a template, each cut to what its kind takes; the kind is its name without its number. */
export function fieldsOf(
  words: Record<Role, string>,
  names: Partial<Record<Role, string>>,
): Record<string, { value: string }> {
  const fields: Record<string, { value: string }> = {}
  for (const role of ROLES) {
    const name = names[role]
    if (name !== undefined) fields[name] = { value: fitting(name, words[role]) }
  }
  return fields
}

function fitting(name: string, words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  const kind = name.replace(/\d+$/, '')
  if (kind === 'phrase')
    return [...line.replace(/\P{Script=Han}/gu, '')].slice(0, PHRASE_MAX).join('')
  return kind === 'thing' ? cut(line, THING_MAX) : line
}

/** By characters, not by UTF-16 units: half of one would be refused. */
function cut(line: string, max: number): string {
  const characters = [...line]
  return characters.length > max ? `${characters.slice(0, max - 1).join('')}…` : line
}

/** `2026-11-30 18:05` in the community's time. */
function minuteOf(at: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  })
  return parts.format(at)
}
