import Taro from '@tarojs/taro'
import type { WindowInsets } from './types'

const HEADER_BAR_PX = 44
const STATUS_BAR_PX = 20

let known: WindowInsets | null = null

/** Where the status bar and the capsule lie; measured once, they do not move while the app runs. */
export function windowInsets(): WindowInsets {
  known ??= measure()
  return known
}

function measure(): WindowInsets {
  try {
    const { statusBarHeight, windowWidth } = Taro.getWindowInfo()
    const capsule = Taro.getMenuButtonBoundingClientRect()
    const top = statusBarHeight ?? STATUS_BAR_PX
    if (!capsule || capsule.height === 0) return { top, bar: HEADER_BAR_PX, right: 0 }
    const gap = Math.max(capsule.top - top, 4)
    return { top, bar: capsule.height + gap * 2, right: windowWidth - capsule.left }
  } catch {
    return { top: STATUS_BAR_PX, bar: HEADER_BAR_PX, right: 0 }
  }
}

/** WeChat's own type size, from 关怀模式 or the person's setting: 20 px and above is elder's. */
const LARGE_TYPE_PX = 20

export function prefersLargeType(): boolean {
  try {
    const { fontSizeSetting } = Taro.getAppBaseInfo() as { fontSizeSetting?: number }
    return (fontSizeSetting ?? 0) >= LARGE_TYPE_PX
  } catch {
    return false
  }
}

/** Everything that scales lies inside the page's root here. */
export function applyScale(_isElder: boolean): void {}

/** WeChat's own inputs read their label themselves, and there is no keyboard to walk with. */
export function nameInputs(): void {}

export function listenToKeyboard(): void {}
