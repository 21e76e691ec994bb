import Taro from '@tarojs/taro'
import type { ScanCode } from './types'

export const scanCode: ScanCode = async () => {
  try {
    // From the camera only: a picture of a code that was sent around proves no presence.
    const { result } = await Taro.scanCode({ onlyFromCamera: true })
    return result
  } catch {
    return null
  }
}
