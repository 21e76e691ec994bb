import { messagesKept, subscribeTemplatesMax } from '../limits'
import type { Interface } from './interface'
import { problemOfField } from './message-fields'
import { type Fields, fieldsOf, requireOpenid, WeChatError } from './reply'
import type { Settings } from './settings'
import type { WeChatState } from './state'

/** A user answers the question whether an app may send messages: each yes is good for one. */
export function answerSubscription(
  state: WeChatState,
  openid: string,
  answers: Fields,
): Record<string, unknown> {
  const ids = Object.keys(answers)
  const { settings, quota } = state.memory
  if (ids.length === 0 || ids.length > subscribeTemplatesMax) {
    return { errCode: 20003, errMsg: 'requestSubscribeMessage:fail Templates count out of bounds' }
  }
  if (ids.some((id) => templateOf(settings, id) === undefined)) {
    return { errCode: 20001, errMsg: 'requestSubscribeMessage:fail No template data return' }
  }
  quota[openid] ??= {}
  const own = quota[openid]
  for (const id of ids) if (answers[id] === 'accept') own[id] = (own[id] ?? 0) + 1
  state.changed()
  const results = ids.map((id) => [id, answers[id] === 'accept' ? 'accept' : 'reject'])
  return { errMsg: 'requestSubscribeMessage:ok', ...Object.fromEntries(results) }
}

/** Sends one message to a user who has said yes and whose yes is not used up. */
export const send: Interface = ({ state, nextId }, data, asker) => {
  const touser = requireOpenid(data, 'touser')
  const { settings, quota, messages } = state.memory
  const id = data.template_id
  const template = typeof id === 'string' ? templateOf(settings, id) : undefined
  if (template === undefined) throw new WeChatError(40037, 'invalid template_id')
  checkPage(settings, data.page)
  const fields = checkFields(template.fields, fieldsOf(data.data))
  const left = quota[touser]?.[template.id] ?? 0
  if (left === 0) throw new WeChatError(43101, 'user refuse to accept the msg')
  quota[touser] = { ...quota[touser], [template.id]: left - 1 }
  const msgid = nextId()
  messages.push({
    id: msgid,
    at: new Date(asker.nowMs).toISOString(),
    touser,
    templateId: template.id,
    page: String(data.page ?? ''),
    data: fields,
    function: asker.function,
  })
  if (messages.length > messagesKept) messages.shift()
  state.changed()
  return { msgid }
}

/** A page the published app has; 41030 otherwise. */
export function checkPage(settings: Settings, page: unknown): void {
  if (page === undefined || page === '' || settings.pages.length === 0) return
  const path = String(page).split('?')[0] ?? ''
  if (!settings.pages.includes(path)) throw new WeChatError(41030, 'invalid page')
}

/** The fields that a template names, or, when templates are not set up, those that were sent. */
function checkFields(names: readonly string[], data: Fields): Record<string, string> {
  const all = names.length > 0 ? names : Object.keys(data)
  const fields: Record<string, string> = {}
  for (const name of all) {
    const { value } = fieldsOf(data[name])
    const problem = problemOfField(name, value)
    if (problem !== undefined) {
      throw new WeChatError(47003, `argument invalid! data.${name}.value ${problem}`)
    }
    fields[name] = String(value)
  }
  if (all.length === 0) throw new WeChatError(47003, 'argument invalid! data is empty')
  return fields
}

function templateOf(settings: Settings, id: string): { id: string; fields: string[] } | undefined {
  if (id === '') return undefined
  if (settings.templates.length === 0) return { id, fields: [] }
  return settings.templates.find((template) => template.id === id)
}
