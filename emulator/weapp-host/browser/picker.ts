import type { BuiltIn } from './built-in'

/** The controls of one picker, and what they say when 确定 is tapped. */
interface Wheels {
  elements: HTMLElement[]
  value(): unknown
}

/** WeChat's own sheet with wheels; here with a browser's controls, one for each wheel. */
export function picker(self: BuiltIn) {
  self.onTap(() => {
    if (self.get('disabled') === true) return
    const wheels = wheelsOf(self)
    openSheet(wheels, (isChosen) => {
      if (isChosen) self.tell('change', { value: wheels.value() })
      else self.tell('cancel', {})
    })
  })
  return undefined
}

function wheelsOf({ get }: BuiltIn): Wheels {
  const mode = String(get('mode') ?? 'selector')
  if (mode === 'date' || mode === 'time') {
    const wheel = document.createElement('input')
    wheel.type = mode
    wheel.setAttribute('aria-label', mode)
    wheel.min = String(get('start') ?? '')
    wheel.max = String(get('end') ?? '')
    wheel.value = String(get('value') ?? '')
    return { elements: [wheel], value: () => wheel.value }
  }
  if (mode === 'selector') {
    const wheel = wheelOf(get('range'), get('rangeKey'), get('value'))
    return { elements: [wheel], value: () => wheel.selectedIndex }
  }
  if (mode === 'multiSelector') {
    const chosen = get('value')
    const wheels = (get('range') as unknown[]).map((column, index) =>
      wheelOf(column, get('rangeKey'), Array.isArray(chosen) ? chosen[index] : 0),
    )
    return { elements: wheels, value: () => wheels.map(({ selectedIndex }) => selectedIndex) }
  }
  throw new Error(`the host has no picker of mode ${mode}`)
}

function wheelOf(range: unknown, key: unknown, chosen: unknown): HTMLSelectElement {
  const wheel = document.createElement('select')
  for (const item of range as unknown[]) {
    const text = typeof key === 'string' && key ? (item as Record<string, unknown>)[key] : item
    wheel.append(new Option(String(text)))
  }
  wheel.selectedIndex = Number(chosen ?? 0)
  return wheel
}

function openSheet({ elements }: Wheels, done: (isChosen: boolean) => void) {
  const sheet = document.createElement('div')
  sheet.className = 'picker-sheet'
  sheet.setAttribute('role', 'dialog')
  const close = (isChosen: boolean) => {
    sheet.remove()
    done(isChosen)
  }
  const word = (text: string, isChosen: boolean) => {
    const element = document.createElement('button')
    element.textContent = text
    element.addEventListener('click', () => close(isChosen))
    return element
  }
  sheet.append(word('取消', false), ...elements, word('确定', true))
  document.body.append(sheet)
}
