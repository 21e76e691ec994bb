import { CloudError } from '../codes'
import { isPlainObject } from '../documents/key'

/** What a developer sets up for a mini-program on WeChat's side. */
export interface Settings {
  /** Message templates; with none, every template id is taken. */
  templates: { id: string; title: string; fields: string[] }[]
  /** Pages of the published mini-program; with none, every page is taken. */
  pages: string[]
  /** Which function gets which message. */
  push: { msgType: string; event: string; function: string }[]
}

/** Settings as sent by a script; what a body does not name stays as it is. */
export function readSettings(body: unknown, old: Settings): Settings {
  if (!isPlainObject(body)) throw invalid('the settings must be an object')
  return {
    templates: body.templates === undefined ? old.templates : list(body.templates).map(template),
    pages:
      body.pages === undefined ? old.pages : list(body.pages).map((page) => text(page, 'page')),
    push: body.push === undefined ? old.push : list(body.push).map(push),
  }
}

function template(value: unknown): Settings['templates'][number] {
  const { id, title = '', fields = [] } = isPlainObject(value) ? value : {}
  return {
    id: text(id, 'template id'),
    title: String(title),
    fields: list(fields).map((field) => text(field, 'field')),
  }
}

function push(value: unknown): Settings['push'][number] {
  const fields = isPlainObject(value) ? value : {}
  return {
    msgType: text(fields.msgType, 'msgType'),
    event: String(fields.event ?? ''),
    function: text(fields.function, 'function'),
  }
}

function list(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw invalid('templates, pages, push and fields must be lists')
  return value
}

function text(value: unknown, what: string): string {
  if (typeof value !== 'string' || value === '') throw invalid(`a ${what} must be a text`)
  return value
}

function invalid(message: string): CloudError {
  return new CloudError('INVALID_PARAM', message)
}
