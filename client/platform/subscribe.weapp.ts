import Taro from '@tarojs/taro'
import type { RequestSubscribe } from './types'

export const canSubscribe = (): boolean => Taro.canIUse('requestSubscribeMessage')

/** To be called by a tap, with nothing awaited before: WeChat refuses to ask otherwise. */
export const requestSubscribe: RequestSubscribe = async (templateIds) => {
  try {
    const reply: Record<string, unknown> = {
      ...(await Taro.requestSubscribeMessage({ tmplIds: [...templateIds], entityIds: [] })),
    }
    return templateIds.filter((id) => reply[id] === 'accept')
  } catch {
    // 20004: the person has turned these messages off altogether.
    return []
  }
}
