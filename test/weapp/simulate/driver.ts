import { findNamed, wordsOf } from '../../../emulator/weapp-host/find'
import type { PageInstance, ShareCard, TextStore } from '../../../emulator/weapp-host/phone/types'
import { checkBuilt } from '../built'
import { type Driver, type Entrance, type Person, patiently, pause, report } from '../driver'
import { bootApp, type SimulatedApp } from './app'
import { type Shown, shown } from './tree'

/** Drives the app under miniprogram-simulate: events go to the component tree, as WeChat sends them. */
export class SimulatedDriver implements Driver {
  readonly #dist: string
  readonly #cloudUrl: string
  readonly #stores = new Map<string, Map<string, string>>()
  readonly #problems: string[] = []
  readonly #stopWatching: () => void
  #app: SimulatedApp | undefined

  constructor(dist: string, cloudUrl: string) {
    checkBuilt(dist)
    this.#dist = dist
    this.#cloudUrl = cloudUrl
    this.#stopWatching = watchProblems(this.#problems)
  }

  async open({ openid }: Person, from: Entrance = {}): Promise<void> {
    this.#app?.quit()
    const kept = this.#stores.get(openid) ?? new Map<string, string>()
    this.#stores.set(openid, kept)
    this.#app = bootApp({
      dist: this.#dist,
      cloudUrl: this.#cloudUrl,
      session: { openid, group: from.group ?? null, path: from.page ?? null },
      store: storeOver(kept),
    })
    await pause()
  }

  async route(): Promise<string> {
    return this.#top.route
  }

  async sees(text: string): Promise<void> {
    await this.#found(`no text “${text}”`, () =>
      this.#all().find((item) => item.text.includes(text)),
    )
  }

  async misses(text: string): Promise<void> {
    await this.#found(`still a text “${text}”`, () =>
      this.#all().some((item) => item.text.includes(text)) ? undefined : true,
    )
  }

  async tap(name: string, within?: string): Promise<void> {
    const target = await this.#found(`nothing to tap named “${name}”`, () =>
      findNamed(this.#all(), name, within),
    )
    await this.#send(target, 'tap', { x: 0, y: 0 })
  }

  /** The tab bar is WeChat's own and no part of the compiled app. */
  async tapTab(text: string): Promise<void> {
    this.#running.phone.stack.tapTab(text)
    await pause()
  }

  /** There is no keyboard: the field tells the app what it would tell after the last key. */
  async type(label: string, text: string): Promise<void> {
    const field = await this.#found(`no field “${label}”`, () =>
      this.#all().find(
        ({ tag, attributes }) =>
          (tag === 'input' || tag === 'textarea') && attributes.ariaLabel === label,
      ),
    )
    const value = text.slice(0, Number(field.attributes.maxlength))
    await this.#send(field, 'focus', { value: field.attributes.value })
    await this.#send(field, 'input', { value, cursor: value.length })
    await this.#send(field, 'blur', { value })
  }

  /** The sheet with the wheels is WeChat's own; what it tells the app in the end is sent instead. */
  async pick(name: string, value: string): Promise<void> {
    const picker = await this.#found(`no picker “${name}”`, () =>
      closest(findNamed(this.#all(), name), ({ tag }) => tag === 'picker'),
    )
    await this.#send(picker, 'change', { value })
  }

  /** The simulator's button does nothing by itself: WeChat asks the page for its card. */
  async shareBy(name: string): Promise<ShareCard> {
    const button = await this.#found(`no share button “${name}”`, () =>
      closest(findNamed(this.#all(), name), ({ attributes }) => attributes.openType === 'share'),
    )
    await this.#send(button, 'tap', { x: 0, y: 0 })
    const card = this.#top.onShareAppMessage?.({ from: 'button' })
    if (!card) throw new Error(`${this.#top.route} has a share button, but answers no card`)
    return card
  }

  async problems(): Promise<string[]> {
    return [...this.#problems]
  }

  async close(): Promise<void> {
    this.#app?.quit()
    this.#app = undefined
    this.#stopWatching()
  }

  get #running(): SimulatedApp {
    if (!this.#app) throw new Error('open the app first')
    return this.#app
  }

  get #top(): PageInstance {
    const top = this.#running.phone.getCurrentPages().at(-1)
    if (!top) throw new Error('no page is open')
    return top
  }

  #all(): Shown[] {
    return shown(this.#running.page())
  }

  async #send({ node }: Shown, event: string, detail: object): Promise<void> {
    this.#running.send(node, event, detail)
    await pause()
  }

  #found<T>(what: string, look: () => T | undefined): Promise<T> {
    return patiently(what, look, () =>
      report(this.#top.route, wordsOf(this.#all()), this.#problems),
    )
  }
}

function storeOver(kept: Map<string, string>): TextStore {
  return {
    get: (key) => kept.get(key),
    set: (key, value) => void kept.set(key, value),
    delete: (key) => void kept.delete(key),
    keys: () => [...kept.keys()],
  }
}

function closest(item: Shown | undefined, matches: (item: Shown) => boolean): Shown | undefined {
  return !item || matches(item) ? item : closest(item.parent, matches)
}

/** Errors that frameworks print instead of throwing, and promises that nobody awaits. */
function watchProblems(problems: string[]): () => void {
  const printed = jest.spyOn(console, 'error').mockImplementation((...said: unknown[]) => {
    problems.push(said.map((part) => (part instanceof Error ? part.stack : String(part))).join(' '))
  })
  const rejected = (reason: unknown) => {
    problems.push(`unhandled: ${reason instanceof Error ? reason.stack : JSON.stringify(reason)}`)
  }
  process.on('unhandledRejection', rejected)
  return () => {
    printed.mockRestore()
    process.off('unhandledRejection', rejected)
  }
}
