import { PlatformRefusal, type Stack } from './stack'
import type {
  CloudLink,
  Device,
  Dialogues,
  Drawing,
  EnterOptions,
  PageInstance,
  Screen,
  ScrollTarget,
  ShareMenu,
  TextStore,
} from './types'

interface Options {
  success?: (result: object) => void
  fail?: (error: object) => void
  complete?: (result: object) => void
}
type Given = Options & Record<string, unknown>

/** Marks a field of a call as the platform's proof of a group; only the platform can honour it. */
class CloudID {
  readonly cloudID: string
  constructor(cloudID: string) {
    this.cloudID = cloudID
  }
}

/** WeChat's answer when the app was not opened from a group's card. */
const WRONG_SCENE = 40097

export interface WxParts {
  stack: Stack
  screen: Screen
  cloud: CloudLink
  store: TextStore
  device: Device
  enter: EnterOptions
  group: string | null
  shareMenu: ShareMenu
  dialogues?: Dialogues
  drawing?: Drawing
}

/**
 * The `wx` that the compiled app finds: what the client uses of it, with WeChat's manners (callbacks
 * and promises, `errMsg`, storage of JSON values). What is not here is missing, as it is on an old
 * phone, and `canIUse` says so.
 */
export function createWx(parts: WxParts): Record<string, unknown> {
  const wx: Record<string, unknown> = {
    ...storageCalls(parts.store),
    ...deviceCalls(parts.device),
    ...navigationCalls(parts.stack),
    ...layoutCalls(parts),
    ...dialogueCalls(parts),
    ...(parts.drawing ? drawingCalls(parts.drawing) : {}),
    getLaunchOptionsSync: () => parts.enter,
    getEnterOptionsSync: () => parts.enter,
    getGroupEnterInfo: call('getGroupEnterInfo', async () => {
      if (parts.group === null) throw refused('scene is not a group card', WRONG_SCENE)
      return { cloudID: await parts.cloud.enterGroup(parts.group) }
    }),
    cloud: cloudCalls(parts.cloud),
    canIUse: (name: string) => name in wx,
  }
  return wx
}

function refused(message: string, errCode: number): Error {
  return Object.assign(new PlatformRefusal(message), { errCode })
}

/** A call in WeChat's manner: answers by the callbacks, or by a promise when there are none. */
function call(name: string, run: (given: Given) => unknown) {
  return (given: Given = {}): Promise<object> | undefined => {
    const answer = Promise.resolve()
      .then(() => run(given))
      .then(
        (result) => ({ ...(result as object | undefined), errMsg: `${name}:ok` }),
        (error: Error & { errCode?: number }) => {
          throw {
            errMsg: `${name}:fail ${error.message}`,
            ...(error.errCode === undefined ? {} : { errCode: error.errCode }),
          }
        },
      )
    if (!given.success && !given.fail && !given.complete) return answer
    answer.then(
      (result) => {
        given.success?.(result)
        given.complete?.(result)
      },
      (error: object) => {
        given.fail?.(error)
        given.complete?.(error)
      },
    )
    return undefined
  }
}

function storageCalls(store: TextStore) {
  const read = (key: string): unknown => {
    const text = store.get(key)
    return text === undefined ? '' : JSON.parse(text)
  }
  return {
    getStorageSync: read,
    setStorageSync: (key: string, value: unknown) => store.set(key, JSON.stringify(value) ?? '""'),
    removeStorageSync: (key: string) => store.delete(key),
    getStorageInfoSync: () => ({ keys: store.keys(), currentSize: 0, limitSize: 10_240 }),
  }
}

function deviceCalls(device: Device) {
  const window = () => ({
    windowWidth: device.width,
    windowHeight: device.height,
    screenWidth: device.width,
    screenHeight: device.height,
    pixelRatio: 2,
    statusBarHeight: device.statusBar,
    safeArea: {
      left: 0,
      right: device.width,
      top: device.statusBar,
      bottom: device.height,
      width: device.width,
      height: device.height - device.statusBar,
    },
  })
  const base = () => ({
    SDKVersion: '3.5.8',
    version: '8.0.50',
    language: 'zh_CN',
    theme: device.isDark() ? 'dark' : 'light',
    fontSizeSetting: device.fontSize,
    fontSizeScaleFactor: device.fontSize / 17,
  })
  return {
    getWindowInfo: window,
    getAppBaseInfo: base,
    getSystemInfoSync: () => ({ ...window(), ...base(), platform: 'ios', system: 'iOS 17.0' }),
    getMenuButtonBoundingClientRect: () => {
      const [width, height, gap] = [87, 32, 7]
      const top = device.statusBar + 4
      const left = device.width - width - gap
      return { width, height, top, left, right: left + width, bottom: top + height }
    },
  }
}

function navigationCalls(stack: Stack) {
  const to = (name: 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch') =>
    call(name, ({ url }) => stack[name](String(url)))
  return {
    navigateTo: to('navigateTo'),
    redirectTo: to('redirectTo'),
    switchTab: to('switchTab'),
    reLaunch: to('reLaunch'),
    setTabBarItem: call('setTabBarItem', ({ index, text }) =>
      stack.setTabText(Number(index), String(text)),
    ),
    navigateBack: call('navigateBack', ({ delta }) => stack.navigateBack(Number(delta ?? 1))),
  }
}

/** What asks where things are: answered by the host's component framework. */
function layoutCalls({ screen }: WxParts) {
  return {
    pageScrollTo: call('pageScrollTo', (given) => screen.scrollTo?.(given as ScrollTarget)),
    createIntersectionObserver: (page: PageInstance, options?: object) =>
      page.createIntersectionObserver(options),
  }
}

/** Without a console around it, the person agrees to messages and has nothing to scan. */
const alone: Dialogues = {
  subscribe: async (templates) => Object.fromEntries(templates.map((id) => [id, 'accept'])),
  scan: async () => null,
}

/** What WeChat asks or shows by itself. */
function dialogueCalls({ dialogues = alone, shareMenu }: WxParts) {
  return {
    requestSubscribeMessage: call('requestSubscribeMessage', ({ tmplIds }) =>
      dialogues.subscribe((tmplIds as string[]).map(String)),
    ),
    scanCode: call('scanCode', async () => {
      const code = await dialogues.scan()
      if (code === null) throw new PlatformRefusal('cancel')
      const { text, path } = code
      return path === undefined
        ? { result: text, scanType: 'QR_CODE', charSet: 'utf-8' }
        : { result: text, scanType: 'WX_CODE', path, charSet: 'utf-8' }
    }),
    updateShareMenu: call('updateShareMenu', ({ isUpdatableMessage, activityId }) => {
      if (isUpdatableMessage === true) shareMenu.activityId = String(activityId)
      else delete shareMenu.activityId
    }),
    chooseMedia: call('chooseMedia', () => {
      throw new PlatformRefusal('cancel')
    }),
    previewImage: call('previewImage', () => undefined),
    setClipboardData: call('setClipboardData', () => undefined),
    downloadFile: call('downloadFile', () => ({
      tempFilePath: 'wxfile://tmp/file',
      statusCode: 200,
    })),
    openDocument: call('openDocument', () => undefined),
    stopPullDownRefresh: call('stopPullDownRefresh', () => undefined),
    openPrivacyContract: call('openPrivacyContract', () => undefined),
    // The operator has published no privacy text in the simulated WeChat, so nobody is asked.
    onNeedPrivacyAuthorization: () => undefined,
  }
}

function drawingCalls(drawing: Drawing) {
  return {
    createOffscreenCanvas: ({ width, height }: { width: number; height: number }) =>
      drawing.canvas(width, height),
    canvasToTempFilePath: call('canvasToTempFilePath', ({ canvas }) => ({
      tempFilePath: drawing.save(canvas as object),
    })),
  }
}

function cloudCalls(cloud: CloudLink) {
  let isReady = false
  return {
    CloudID,
    init: () => {
      isReady = true
    },
    callFunction: call('cloud.callFunction', async ({ name, data }) => {
      if (!isReady) throw refused('Cloud API is not enabled, call wx.cloud.init first', -601002)
      return { result: await cloud.callFunction(String(name), data ?? {}) }
    }),
  }
}
