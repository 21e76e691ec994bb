import Taro from '@tarojs/taro'
import type { DeviceStorage } from './types'

// WeChat keeps storage apart for each person and mini-program by itself.
export const storage: DeviceStorage = {
  get: (key) => {
    const value: unknown = Taro.getStorageSync(key)
    return typeof value === 'string' && value !== '' ? value : null
  },
  set: (key, value) => Taro.setStorageSync(key, value),
  remove: (key) => Taro.removeStorageSync(key),
  keys: () => Taro.getStorageInfoSync().keys,
}
