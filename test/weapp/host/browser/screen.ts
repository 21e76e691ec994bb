import * as glassEasel from 'glass-easel'
import { MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import { routesOf } from '../../phone/stack'
import type { DrawnPage, PageInstance, Screen } from '../../phone/types'
import { defineBuiltIns } from './built-ins'
import { compiledApp } from './compiled-app'
import type { Registrars } from './modules'

/** DOM events that reach the app as they are; built-ins give the others themselves, in WeChat's shape. */
const PASSED_ON = /^(touch|animation|transition)/

class Backend extends glassEasel.CurrentWindowBackendContext {
  override setListenerStats(
    ...[element, type, capture, level]: Parameters<
      glassEasel.CurrentWindowBackendContext['setListenerStats']
    >
  ): void {
    if (PASSED_ON.test(type)) super.setListenerStats(element, type, capture, level)
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
      const style = styleOf(route)
      const frame = document.createElement('div')
      frame.className = 'frame'
      frame.dataset.route = route
      const scroller = frame.appendChild(document.createElement('wx-page'))
      const placeholder = scroller.appendChild(document.createElement('i'))
      place.append(frame)
      const root = backend.createRoot('wx-root', space, `/${route}`)
      root.attach(
        scroller as unknown as glassEasel.GeneralBackendElement,
        placeholder as unknown as glassEasel.GeneralBackendElement,
      )
      const show = (isShown: boolean) => {
        frame.hidden = !isShown
        style.disabled = !isShown
      }
      return {
        instance: root.get() as unknown as PageInstance,
        show: () => show(true),
        hide: () => show(false),
        destroy() {
          root.release()
          frame.remove()
          style.remove()
        },
      }
    },
  }
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
