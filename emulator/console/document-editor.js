import { send } from './api.js'
import { h, problem } from './dom.js'

/**
 * Changes one document, or adds some when `document` is missing. Resolves with true when something
 * was written. What cannot be stored is said beside the text, and the text stays.
 */
export function editDocument(collection, document) {
  const isNew = document === undefined
  const title = isNew
    ? `在 ${collection} 里新增`
    : `编辑 ${String(document._id?.$oid ?? document._id)}`
  const text = h('textarea', {
    class: 'input',
    rows: 20,
    spellcheck: 'false',
    'aria-label': '文档的 JSON',
  })
  text.value = isNew ? '{\n  \n}' : JSON.stringify(document, null, 2)
  const trouble = h('div')
  const save = h('button', { class: 'plain main' }, isNew ? '新增' : '保存')
  return new Promise((resolve) => {
    const form = h(
      'form',
      { class: 'dialog-form' },
      h('h2', {}, title),
      h(
        'p',
        { class: 'told' },
        isNew
          ? '一份文档，或者一个列表；没有 _id 的会得到一个。时间写作 {"$date": "2026-01-31T08:00:00Z"}。'
          : '时间写作 {"$date": "…"}。_id 不能改；别处同时改了它时不会被覆盖。Ctrl + Enter 保存。',
      ),
      text,
      trouble,
      h(
        'div',
        { class: 'row end' },
        h('button', { type: 'button', class: 'plain', onclick: () => dialog.close() }, '取消'),
        save,
      ),
    )
    const dialog = h('dialog', { class: 'dialog', 'aria-label': title }, form)

    text.addEventListener('input', check)
    text.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit()
    })
    form.addEventListener('submit', async (event) => {
      event.preventDefault()
      try {
        const value = read(text.value, document)
        save.disabled = true
        if (isNew) await send('POST', 'documents', { collection, documents: [value].flat() })
        else await send('PUT', 'documents', { collection, document: value, was: document })
        dialog.close('written')
      } catch (error) {
        trouble.replaceChildren(problem(error))
      } finally {
        save.disabled = false
      }
    })
    dialog.addEventListener('close', () => {
      resolve(dialog.returnValue === 'written')
      dialog.remove()
    })
    globalThis.document.body.append(dialog)
    dialog.showModal()
    text.focus()
    text.setSelectionRange(isNew ? 4 : 0, isNew ? 4 : 0)

    function check() {
      try {
        read(text.value, document)
        text.removeAttribute('aria-invalid')
        trouble.replaceChildren()
      } catch (error) {
        text.setAttribute('aria-invalid', 'true')
        trouble.replaceChildren(problem(error))
      }
    }
  })
}

/** The text as a value that may be sent; throws a sentence that says what is wrong with it. */
function read(text, was) {
  let value
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new Error(`这不是完整的 JSON：${placeOf(error, text)}`)
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

/** Where it breaks, as a line; browsers tell a position or a line. */
function placeOf({ message }, text) {
  const at = /position (\d+)/.exec(message)?.[1]
  if (at === undefined) return message
  return `第 ${text.slice(0, Number(at)).split('\n').length} 行附近。`
}
