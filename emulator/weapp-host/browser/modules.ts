import type { Phone } from '../phone/phone'
import { compiledApp } from './compiled-app'

type Register = (definition: unknown) => unknown

/** How a page or component registers itself while its module runs. */
export interface Registrars {
  Page: Register
  Component: Register
  Behavior: Register
}

/**
 * WeChat's module loader: each file runs once, relative names only. `Page` and its like are global
 * in a mini-program: whichever module calls them, they register what is being loaded.
 */
export function createLoader(phone: Phone) {
  const loaded = new Map<string, { exports: unknown }>()
  let current: Registrars | undefined
  const registering = (name: keyof Registrars) => (definition: unknown) => {
    if (!current) throw new Error(`${name}() was called outside the loading of a page or component`)
    return current[name](definition)
  }
  const registrars = {
    Page: registering('Page'),
    Component: registering('Component'),
    Behavior: registering('Behavior'),
  }

  function load(file: string): unknown {
    const known = loaded.get(file)
    if (known) return known.exports
    const body = compiledApp.modules[file]
    if (!body) throw new Error(`the compiled app has no module ${file}`)
    const module = { exports: {} as unknown }
    loaded.set(file, module)
    const { wx, App, getApp, getCurrentPages } = phone
    // The last two are `window` and `document`: a mini-program's code runs where there are none.
    body(
      (name: string) => load(resolve(file, name)),
      module,
      module.exports,
      wx,
      App,
      registrars.Page,
      registrars.Component,
      registrars.Behavior,
      getApp,
      getCurrentPages,
      undefined,
      undefined,
    )
    return module.exports
  }

  return (file: string, by?: Registrars) => {
    current = by
    load(file)
    current = undefined
  }
}

function resolve(from: string, name: string): string {
  const { pathname } = new URL(name, `file:///${from}`)
  return `${pathname.slice(1).replace(/\.js$/, '')}.js`
}
