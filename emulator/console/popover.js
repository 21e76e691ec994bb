import { h } from './dom.js'

const GAP = 6

/**
 * A button with a small sheet that opens beside it and closes by Escape, by a click elsewhere, or by
 * `close`. `fill(close)` makes the sheet's content each time it opens.
 */
export function popoverButton(attributes, content, label, fill) {
  const sheet = h('div', { class: 'popover', popover: 'auto', role: 'dialog', 'aria-label': label })
  const button = h('button', { 'aria-haspopup': 'dialog', ...attributes }, content)
  button.popoverTargetElement = sheet
  sheet.addEventListener('beforetoggle', ({ newState }) => {
    if (newState === 'open') sheet.replaceChildren(...[fill(() => sheet.hidePopover())].flat())
  })
  sheet.addEventListener('toggle', ({ newState }) => {
    button.setAttribute('aria-expanded', String(newState === 'open'))
    if (newState !== 'open') return
    place(sheet, button.getBoundingClientRect())
    sheet.querySelector('button, input, select')?.focus({ preventScroll: true })
  })
  return h('span', { class: 'popover-place' }, button, sheet)
}

/** Below the button where there is room, else above; never out of the window. */
function place(sheet, at) {
  const { offsetWidth: width, offsetHeight: height } = sheet
  const isBelow = at.bottom + GAP + height <= window.innerHeight || at.top < height
  const left = Math.max(GAP, Math.min(at.left, window.innerWidth - width - GAP))
  const top = isBelow
    ? Math.max(GAP, Math.min(at.bottom + GAP, window.innerHeight - height - GAP))
    : at.top - GAP - height
  sheet.style.left = `${left}px`
  sheet.style.top = `${top}px`
}

/** Asks whether something that cannot be taken back is meant; answers true or false. */
export function confirmed(title, text, verb) {
  return new Promise((resolve) => {
    const dialog = h(
      'dialog',
      { class: 'dialog small', 'aria-label': title },
      h('h2', {}, title),
      h('p', { class: 'told' }, text),
      h(
        'div',
        { class: 'row end' },
        h('button', { class: 'plain', onclick: () => dialog.close() }, '取消'),
        h('button', { class: 'plain danger', onclick: () => dialog.close('yes') }, verb),
      ),
    )
    dialog.addEventListener('close', () => {
      resolve(dialog.returnValue === 'yes')
      dialog.remove()
    })
    document.body.append(dialog)
    dialog.showModal()
  })
}

/** A row of buttons of which one is pressed. */
export function choice(label, options, isNamed = true) {
  let listener = () => {}
  const buttons = options.map((option) =>
    h(
      'button',
      { class: 'option', title: option.title, onclick: () => listener(option.value) },
      option.text,
    ),
  )
  const element = h(
    'div',
    { class: 'choice', role: 'group', 'aria-label': label },
    isNamed ? h('span', { class: 'label', 'aria-hidden': 'true' }, label) : null,
    h('div', { class: 'options' }, buttons),
  )
  return {
    element,
    onChoose: (then) => {
      listener = then
    },
    mark: (value) => {
      for (const [at, button] of buttons.entries()) {
        button.setAttribute('aria-pressed', String(options[at].value === value))
        button.disabled = options[at].isOff?.() ?? false
      }
    },
  }
}
