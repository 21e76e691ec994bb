import { send } from './api.js'
import { h, problem } from './dom.js'
import { breakingPlace } from './json-place.js'

/**
 * Changes one document, or adds some when `document` is missing. Resolves with true when something
 * was written. What cannot be stored is said beside the text, and the text stays.
 */
export function editDocument(collection, document) {
  const isNew = document === undefined
  const id = String(document?._id?.$oid ?? document?._id)
  const title = isNew ? `在 ${collection} 里新增` : `编辑 ${id}`
  const text = h('textarea', {
    class: 'input',
    rows: 20,
    spellcheck: 'false',
    'aria-label': '文档的 JSON',
  })
  text.value = isNew ? EMPTY : JSON.stringify(document, null, 2)
  const trouble = h('div')
  const save = h('button', { class: 'plain main' }, isNew ? '新增' : '保存')
  const cancel = { type: 'button', class: 'plain', onclick: () => dialog.close() }
  const form = h(
    'form',
    { class: 'dialog-form' },
    h('h2', {}, title),
    h('p', { class: 'told' }, isNew ? HOW_TO_ADD : HOW_TO_EDIT),
    text,
    trouble,
    h('div', { class: 'row end' }, h('button', cancel, '取消'), save),
  )
  const dialog = h('dialog', { class: 'dialog', 'aria-label': title }, form)

  text.addEventListener('input', () => {
    const wrong = problemOf(text.value, document)
    if (wrong) text.setAttribute('aria-invalid', 'true')
    else text.removeAttribute('aria-invalid')
    trouble.replaceChildren(...(wrong ? [problem(wrong)] : []))
  })
  text.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit()
  })
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    save.disabled = true
    try {
      await write(collection, read(text.value, document), document)
      dialog.close('written')
    } catch (error) {
      trouble.replaceChildren(problem(error))
    }
    save.disabled = false
  })
  return shown(dialog, text)
}

const EMPTY = '{\n  \n}'
const HOW_TO_ADD =
  '一份文档，或者一个列表；没有 _id 的会得到一个。时间写作 {"$date": "2026-01-31T08:00:00Z"}。'
const HOW_TO_EDIT =
  '时间写作 {"$date": "…"}。别处同时改了这份文档，就不会被这里覆盖。Ctrl + Enter 保存。'

/** Resolves when the dialogue closes, with whether something was written. */
function shown(dialog, text) {
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      resolve(dialog.returnValue === 'written')
      dialog.remove()
    })
    document.body.append(dialog)
    dialog.showModal()
    text.focus()
    const at = text.value === EMPTY ? EMPTY.indexOf('\n}') : 0
    text.setSelectionRange(at, at)
    text.scrollTop = 0
  })
}

function write(collection, value, was) {
  if (was !== undefined) return send('PUT', 'documents', { collection, document: value, was })
  return send('POST', 'documents', { collection, documents: [value].flat() })
}

function problemOf(text, was) {
  try {
    read(text, was)
    return undefined
  } catch (error) {
    return error
  }
}

/** The text as a value that may be sent; throws a sentence that says what is wrong with it. */
function read(text, was) {
  let value
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new Error(`这不是完整的 JSON：${breakingPlace(text) ?? error.message}`)
  }
  const documents = was === undefined && Array.isArray(value) ? value : [value]
  if (
    documents.length === 0 ||
    documents.some((one) => typeof one !== 'object' || one === null || Array.isArray(one))
  ) {
    throw new Error('文档必须是一个 { … } 对象。')
  }
  if (was !== undefined && JSON.stringify(value._id) !== JSON.stringify(was._id)) {
    throw new Error('_id 不能改：要换一个 _id，请新增一份再删除这一份。')
  }
  return value
}
