import { checkBuilt } from '../built'
import { type Driver, firstLines, PATIENCE_MS } from '../driver'
import { findNamed, wordsOf } from '../find'
import type { ShareCard, TextStore } from '../phone/types'
import { bootApp, type SimulatedApp } from './app'
import { type Shown, shown } from './tree'

const STEP_MS = 20

/** Drives the app under miniprogram-simulate: events go to the component tree, as WeChat sends them. */
export function simulatedDriver(dist: string, cloudUrl: string): Driver {
  checkBuilt(dist)
  const stores = new Map<string, Map<string, string>>()
  const problems: string[] = []
  const stopWatching = watchProblems(problems)
  let app: SimulatedApp | undefined
  const running = () => app ?? fail('open the app first')
  const all = () => shown(running().page())
  const send = ({ node }: Shown, event: string, detail: object) =>
    running().send(node, event, detail)

  /** Asks again until there is an answer. */
  async function found<T>(what: string, look: () => T | undefined): Promise<T> {
    const until = Date.now() + PATIENCE_MS
    for (;;) {
      const answer = look()
      if (answer !== undefined) return answer
      if (Date.now() > until) {
        const { route } = running().phone.getCurrentPages().at(-1) ?? {}
        fail(`${what}; ${route} shows:\n${wordsOf(all())}\n${firstLines(problems)}`)
      }
      await pause(STEP_MS)
    }
  }

  return {
    async open({ openid }, from = {}) {
      app?.quit()
      const kept = stores.get(openid) ?? new Map<string, string>()
      stores.set(openid, kept)
      const session = { openid, group: from.group ?? null, path: from.page ?? null }
      app = bootApp({ dist, cloudUrl, session, store: storeOver(kept) })
      await pause(STEP_MS)
    },
    route: async () => running().phone.getCurrentPages().at(-1)?.route ?? '',
    sees: async (text) => {
      await found(`no text “${text}”`, () => all().find((item) => item.text.includes(text)))
    },
    misses: async (text) => {
      await found(`still a text “${text}”`, () =>
        all().some((item) => item.text.includes(text)) ? undefined : true,
      )
    },
    async tap(name, within) {
      const target = await found(`nothing to tap named “${name}”`, () =>
        findNamed(all(), name, within),
      )
      send(target, 'tap', { x: 0, y: 0 })
      await pause(STEP_MS)
    },
    async tapTab(text) {
      const { phone } = running()
      // The tab bar is WeChat's own and no part of the compiled app.
      phone.stack.tapTab(text)
      await pause(STEP_MS)
    },
    async type(label, value) {
      const field = await found(`no field “${label}”`, () =>
        all().find(
          ({ tag, attributes }) =>
            (tag === 'input' || tag === 'textarea') && attributes.ariaLabel === label,
        ),
      )
      // There is no keyboard: the field tells the app what it would tell after the last key.
      const longest = Number(field.attributes.maxlength)
      const written = { value: value.slice(0, longest), cursor: Math.min(value.length, longest) }
      send(field, 'focus', { value: field.attributes.value })
      send(field, 'input', written)
      send(field, 'blur', written)
      await pause(STEP_MS)
    },
    async pick(name, value) {
      const picker = await found(`no picker “${name}”`, () =>
        closest(findNamed(all(), name), ({ tag }) => tag === 'picker'),
      )
      // The sheet with the wheels is WeChat's own; what it tells the app in the end is sent instead.
      send(picker, 'change', { value })
      await pause(STEP_MS)
    },
    async shareBy(name) {
      const button = await found(`no share button “${name}”`, () => {
        const target = findNamed(all(), name)
        return closest(target, ({ attributes }) => attributes.openType === 'share')
      })
      send(button, 'tap', { x: 0, y: 0 })
      // The simulator's button does nothing by itself; WeChat asks the page for its card.
      const card = running().phone.getCurrentPages().at(-1)?.onShareAppMessage?.({ from: 'button' })
      return card ?? (fail('the page answers no card') as ShareCard)
    },
    problems: async () => [...problems],
    async close() {
      app?.quit()
      app = undefined
      stopWatching()
    },
  }
}

function fail(message: string): never {
  throw new Error(message)
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

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
