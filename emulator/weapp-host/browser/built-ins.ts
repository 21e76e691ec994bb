import type { ComponentSpace, Element, Event, GeneralComponent } from 'glass-easel'
import { imageUrl } from './assets'
import type { Behaviour, BuiltIn } from './built-in'
import { compiledApp } from './compiled-app'
import { input, textarea } from './fields'
import { picker } from './picker'

const behaviours: Record<string, Behaviour> = {
  'wx-view': () => undefined,
  'wx-text': () => undefined,
  'wx-image': image,
  'wx-button': button,
  'wx-input': input,
  'wx-textarea': textarea,
  'wx-picker': picker,
  'wx-scroll-view': scrollView,
}

/**
 * Makes WeChat's built-in components known to every page: a custom element each, with the
 * properties that the templates use. What a screen reader is told goes to the DOM, where the tests
 * and an accessibility scan read it.
 */
export function defineBuiltIns(space: ComponentSpace): void {
  for (const [tag, names] of Object.entries(compiledApp.properties)) {
    const behaviour = behaviours[tag]
    if (!behaviour) throw new Error(`the host draws no <${tag}>`)
    const definition = space.defineComponent({
      is: tag,
      properties: Object.fromEntries(names.map((name) => [name, { type: null, value: null }])),
      lifetimes: {
        attached() {
          const self = builtIn(this as unknown as GeneralComponent)
          const change = behaviour(self)
          changes.set(self.host, () => {
            tellReaders(self, names)
            change?.()
          })
          changes.get(self.host)?.()
        },
      },
      observers: {
        '**'() {
          const { host } = builtIn(this as unknown as GeneralComponent)
          changes.get(host)?.()
        },
      },
    })
    space.setGlobalUsingComponent(tag, definition)
  }
}

const changes = new WeakMap<HTMLElement, () => void>()

function builtIn(component: GeneralComponent): BuiltIn {
  const data = () => component.data as Record<string, unknown>
  return {
    host: component.getBackendElement() as unknown as HTMLElement,
    get: (name) => data()[name],
    tell: (event, detail) => component.triggerEvent(event, detail),
    onTap: (listener) => {
      ;(component as unknown as Element).addListener('tap', (_: Event<unknown>) => listener())
    },
  }
}

/** WeChat's `aria-*` properties as a browser knows them. */
function tellReaders({ host, get }: BuiltIn, names: string[]) {
  for (const name of names) {
    if (!name.startsWith('aria')) continue
    const attribute = name === 'ariaRole' ? 'role' : `aria-${name.slice(4).toLowerCase()}`
    const value = get(name)
    if (value === null || value === undefined || value === '') host.removeAttribute(attribute)
    else host.setAttribute(attribute, String(value))
  }
}

function image({ host, get, tell }: BuiltIn) {
  const picture = host.appendChild(document.createElement('img'))
  picture.alt = ''
  picture.addEventListener('load', () =>
    tell('load', { width: picture.naturalWidth, height: picture.naturalHeight }),
  )
  picture.addEventListener('error', () => tell('error', { errMsg: 'not found' }))
  let shown = ''
  return () => {
    const source = String(get('src') ?? '')
    const fit = { aspectFit: 'contain', aspectFill: 'cover' }[String(get('mode'))] ?? 'fill'
    picture.style.objectFit = fit
    if (!source || source === shown) return
    shown = source
    void imageUrl(source).then((address) => {
      if (shown === source) picture.src = address
    })
  }
}

/** A button that is more than a tapped view: what WeChat does by itself when it is touched. */
function button({ host, get, tell, onTap }: BuiltIn) {
  host.setAttribute('role', 'button')
  onTap(() => {
    if (get('disabled') === true) return
    const ability = get('openType')
    if (ability === 'share') document.dispatchEvent(new CustomEvent('weapp-share'))
    else if (ability === 'agreePrivacyAuthorization') tell('agreeprivacyauthorization', {})
    else if (ability) throw new Error(`the host has no open-type ${String(ability)}`)
  })
  return () => {
    if (!get('ariaRole')) host.setAttribute('role', 'button')
    host.toggleAttribute('disabled', get('disabled') === true)
  }
}

const EDGE_PX = 50

function scrollView({ host, get, tell }: BuiltIn) {
  let wasAtEnd = false
  host.addEventListener('scroll', () => {
    const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight, clientWidth } = host
    tell('scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth })
    const edge = Number(get('lowerThreshold') ?? EDGE_PX)
    const isAtEnd = get('scrollX')
      ? scrollLeft + clientWidth >= scrollWidth - edge
      : scrollTop + clientHeight >= scrollHeight - edge
    if (isAtEnd && !wasAtEnd)
      tell('scrolltolower', { direction: get('scrollX') ? 'right' : 'bottom' })
    wasAtEnd = isAtEnd
  })
  return () => {
    host.style.overflowX = get('scrollX') ? 'auto' : 'hidden'
    host.style.overflowY = get('scrollY') ? 'auto' : 'hidden'
    const top = get('scrollTop')
    if (typeof top === 'number') host.scrollTop = top
  }
}
