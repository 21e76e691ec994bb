import type { BuiltIn } from './built-in'

type TextElement = HTMLInputElement | HTMLTextAreaElement

/** Events of the real element would reach the app a second time, in a browser's shape. */
const KEPT_INSIDE = ['input', 'change', 'focus', 'blur', 'focusin', 'focusout']

/** What a line and several lines of text share: value by property, changes by WeChat's events. */
function textField({ host, get, tell }: BuiltIn, field: TextElement) {
  host.append(field)
  for (const name of KEPT_INSIDE) field.addEventListener(name, (event) => event.stopPropagation())
  const detail = () => ({ value: field.value, cursor: field.selectionStart ?? field.value.length })
  field.addEventListener('input', () => tell('input', { ...detail(), keyCode: 0 }))
  field.addEventListener('focus', () => tell('focus', { ...detail(), height: 0 }))
  field.addEventListener('blur', () => tell('blur', detail()))
  field.addEventListener('keydown', (event) => {
    const { key } = event as KeyboardEvent
    if (key === 'Enter' && field instanceof HTMLInputElement) tell('confirm', detail())
  })
  let given: unknown
  return () => {
    // Only a changed property moves the text: WeChat does not put back what is being typed.
    if (get('value') !== given) {
      given = get('value')
      const text = String(given ?? '')
      if (field.value !== text) field.value = text
    }
    field.placeholder = String(get('placeholder') ?? '')
    field.disabled = get('disabled') === true
    const longest = Number(get('maxlength') ?? 140)
    if (longest >= 0) field.maxLength = longest
    const label = get('ariaLabel')
    if (label) field.setAttribute('aria-label', String(label))
    // The host would be read as a second, nameless thing of the same label.
    host.removeAttribute('aria-label')
    const placeholderClass = String(get('placeholderClass') ?? '')
    if (placeholderClass) field.dataset.placeholderClass = placeholderClass
    if (get('focus') === true) field.focus()
  }
}

const KEYBOARDS: Record<string, string> = { number: 'numeric', digit: 'decimal', idcard: 'text' }

export function input(self: BuiltIn) {
  const field = document.createElement('input')
  const change = textField(self, field)
  return () => {
    change()
    field.type = self.get('password') === true ? 'password' : 'text'
    field.inputMode = KEYBOARDS[String(self.get('type'))] ?? 'text'
  }
}

export function textarea(self: BuiltIn) {
  return textField(self, document.createElement('textarea'))
}
