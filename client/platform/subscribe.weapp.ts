import Taro from '@tarojs/taro'
import type { RequestSubscribe } from './types'

/** WeChat shows at most this many templates in one question. */
const TEMPLATES_MAX = 5

export const requestSubscribe: RequestSubscribe = async (templateIds) => {
  if (!Taro.canIUse('requestSubscribeMessage') || templateIds.length === 0) return 'unsupported'
  const tmplIds = templateIds.slice(0, TEMPLATES_MAX)
  try {
    const reply: Record<string, unknown> = {
      ...(await Taro.requestSubscribeMessage({ tmplIds, entityIds: [] })),
    }
    return tmplIds.some((id) => reply[id] === 'accept') ? 'accepted' : 'refused'
  } catch {
    // 20004: the person has turned these messages off altogether.
    return 'refused'
  }
}
