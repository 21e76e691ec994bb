import { Stack, splitUrl } from './stack'
import type {
  AppConfig,
  AppInstance,
  CloudLink,
  Device,
  Dialogues,
  Drawing,
  EnterOptions,
  PageInstance,
  Screen,
  Session,
  ShareMenu,
  TextStore,
} from './types'
import { createWx } from './wx'

/** The two ways in that matter here: a group's card with its ticket, and the list of apps. */
const SCENE_GROUP_CARD = 1044
const SCENE_APP_LIST = 1001

export interface Phone {
  /** The globals that the compiled code expects, besides `Page` and `Component`. */
  wx: Record<string, unknown>
  App(app: AppInstance): void
  getApp(): AppInstance | undefined
  getCurrentPages(): PageInstance[]
  stack: Stack
  shareMenu: ShareMenu
  /** Starts the registered app on the session's page. Once. */
  launch(): void
}

/**
 * A phone with the compiled app on it, in the hands of one person. The host evaluates the app's code
 * with these globals, then calls `launch`.
 */
export function createPhone(parts: {
  config: AppConfig
  session: Session
  screen: Screen
  cloud: CloudLink
  store: TextStore
  device: Device
  /** Without them the person accepts every message and has nothing to scan. */
  dialogues?: Dialogues
  /** Without it there is no canvas, as on an old phone. */
  drawing?: Drawing
}): Phone {
  const { config, session } = parts
  const stack = new Stack(config, parts.screen)
  const enter = enterOptions(config, session)
  const shareMenu: ShareMenu = {}
  let app: AppInstance | undefined
  const register = (registered: AppInstance) => {
    app = registered
  }
  return {
    wx: createWx({ ...parts, stack, enter, shareMenu, group: session.group }),
    App: register,
    getApp: () => app,
    getCurrentPages: () => stack.pages(),
    stack,
    shareMenu,
    launch() {
      app?.onLaunch?.(enter)
      app?.onShow?.(enter)
      stack.reLaunch(session.path ?? `${config.pages[0]}`)
    },
  }
}

function enterOptions(config: AppConfig, { path, group, scene }: Session): EnterOptions {
  const { route, query } = splitUrl(path ?? config.pages[0] ?? '')
  return {
    path: route,
    query,
    scene: scene ?? (group === null ? SCENE_APP_LIST : SCENE_GROUP_CARD),
    ...(group === null ? {} : { shareTicket: `ticket-${group}` }),
    referrerInfo: {},
    mode: 'default',
  }
}

/** The cloud over HTTP. `base` is empty where the page's own server passes calls on. */
export function cloudOverHttp(base: string, openid: string): CloudLink {
  const post = async (path: string, body: unknown): Promise<unknown> => {
    const response = await fetch(`${base}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-wx-openid': openid },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`functions execute fail: HTTP ${response.status}`)
    return response.json()
  }
  return {
    callFunction: (name, event) => post(`/call/${name}`, event),
    enterGroup: async (group) => {
      const { cloudID } = (await post('/wx/group-enter', { group })) as { cloudID: string }
      return cloudID
    },
  }
}
