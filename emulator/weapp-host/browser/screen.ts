import * as glassEasel from 'glass-easel'
import { MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import { PlatformRefusal, routesOf } from '../phone/stack'
import type { DrawnPage, PageInstance, Screen, ScrollTarget } from '../phone/types'
import { defineBuiltIns } from './built-ins'
import { compiledApp } from './compiled-app'
import type { Registrars } from './modules'

/** DOM events that reach the app as they are; built-ins give the others themselves, in WeChat's shape. */
const PASSED_ON = /^(touch|animation|transition)/

type Context = glassEasel.CurrentWindowBackendContext

class Backend extends glassEasel.CurrentWindowBackendContext {
  override setListenerStats(
    ...[element, type, capture, level]: Parameters<Context['setListenerStats']>
  ): void {
    if (PASSED_ON.test(type)) super.setListenerStats(element, type, capture, level)
  }

  /** WeChat's window is the page's own here, and a margin that was left out is none. */
  override createIntersectionObserver(
    ...[target, relative, margin, thresholds, tell]: Parameters<
      Context['createIntersectionObserver']
    >
  ): ReturnType<Context['createIntersectionObserver']> {
    const page = (target as unknown as Element).closest('wx-page')
    const root = relative ?? (page as unknown as typeof relative)
    const margins = margin.replaceAll('undefinedpx', '0px')
    return super.createIntersectionObserver(target, root, margins, thresholds, tell)
  }
}

/**
 * Draws the app's pages with glass-easel, the component framework that WeChat itself publishes.
 * `load` runs a module of the app with the registrars of the page it belongs to.
 */
export function createScreen(
  place: HTMLElement,
  load: (file: string, by: Registrars) => void,
): Screen {
  const context = new Backend()
  context.onEvent((target, type, detail: unknown, options) => {
    const event = new glassEasel.Event(type, detail, options)
    glassEasel.Event.dispatchEvent(target, event)
    return event.getEventBubbleStatus()
  })
  const env = new MiniProgramEnv()
  const backend = env.associateBackend(context)
  const space = env.createCodeSpace('app', true)
  defineBuiltIns(space.getComponentSpace())
  for (const [path, content] of Object.entries(compiledApp.json)) {
    space.addComponentStaticConfig(path, content)
  }
  for (const [path, content] of Object.entries(compiledApp.templates)) {
    space.addCompiledTemplate(path, { groupList: compiledApp.templates, content })
  }
  const run = (path: string) =>
    space.componentEnv(path, (by) => load(`${path}.js`, by as unknown as Registrars))
  const components = componentPaths()

  return {
    create(route): DrawnPage {
      for (const path of components.splice(0)) run(path)
      run(route)
      const frame = frameOf(route)
      const scroller = frame.appendChild(document.createElement('wx-page'))
      const placeholder = scroller.appendChild(document.createElement('i'))
      place.append(frame)
      const root = backend.createRoot('wx-root', space, `/${route}`)
      root.attach(
        scroller as unknown as glassEasel.GeneralBackendElement,
        placeholder as unknown as glassEasel.GeneralBackendElement,
      )
      const instance = root.get() as unknown as PageInstance
      tellScrolling(scroller, instance, compiledApp.json[route] ?? {})
      return drawnPage(frame, styleOf(route), instance, () => root.release())
    },
    scrollTo: (target) => scrollPage(place, target),
  }
}

function frameOf(route: string): HTMLElement {
  const frame = document.createElement('div')
  frame.className = 'frame'
  frame.dataset.route = route
  return frame
}

function drawnPage(
  frame: HTMLElement,
  style: HTMLStyleElement,
  instance: PageInstance,
  release: () => void,
): DrawnPage {
  const show = (isShown: boolean) => {
    frame.hidden = !isShown
    style.disabled = !isShown
  }
  return {
    instance,
    show: () => show(true),
    hide: () => show(false),
    destroy() {
      release()
      frame.remove()
      style.remove()
    },
  }
}

function scrollPage(place: HTMLElement, { scrollTop, selector, offsetTop = 0 }: ScrollTarget) {
  const scroller = place.querySelector('.frame:not([hidden]) > wx-page')
  const target = selector && scroller?.querySelector(selector)
  if (selector && !target) throw new PlatformRefusal(`no element ${selector}`)
  if (!scroller) return
  scroller.scrollTop = target
    ? scroller.scrollTop + target.getBoundingClientRect().top + offsetTop
    : (scrollTop ?? 0)
}

/** How near the end of a page counts as its end, unless the page's configuration says otherwise. */
const END_PX = 50

function tellScrolling(scroller: HTMLElement, page: PageInstance, config: object) {
  const distance = 'onReachBottomDistance' in config ? Number(config.onReachBottomDistance) : END_PX
  let wasAtEnd = false
  scroller.addEventListener('scroll', () => {
    const { scrollTop, scrollHeight, clientHeight } = scroller
    page.onPageScroll?.({ scrollTop })
    const isAtEnd = scrollTop + clientHeight >= scrollHeight - distance
    if (isAtEnd && !wasAtEnd) page.onReachBottom?.()
    wasAtEnd = isAtEnd
  })
}

/** Components are registered before the first page that may use them, and after the app's own code. */
function componentPaths(): string[] {
  const routes = new Set(routesOf(compiledApp.json.app))
  return Object.entries(compiledApp.json).flatMap(([path, content]) =>
    'component' in content && !routes.has(path) ? [path] : [],
  )
}

/** A page's own styles hold while it is on top, as in WeChat, where each page has its own web view. */
function styleOf(path: string): HTMLStyleElement {
  const style = document.createElement('style')
  style.textContent = compiledApp.styles[path] ?? ''
  document.head.append(style)
  return style
}
