import Taro from '@tarojs/taro'
import type { CallFunction } from './types'

let isReady = false

/** `init` must come before the first call and only once; no user trace is kept by the platform. */
export function readyCloud(): void {
  if (isReady) return
  Taro.cloud.init(
    HUZHU_CLOUD_ENV ? { env: HUZHU_CLOUD_ENV, traceUser: false } : { traceUser: false },
  )
  isReady = true
}

export const callFunction: CallFunction = async (name, data) => {
  readyCloud()
  const reply = await Taro.cloud.callFunction({ name, data: { ...data } })
  return reply.result
}
