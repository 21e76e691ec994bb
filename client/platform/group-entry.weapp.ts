import Taro from '@tarojs/taro'
import type { GroupField, ReadGroupEntry } from './types'

/** Group card, and a card that carries a shareTicket: the only scenes in which WeChat tells a group. */
const GROUP_SCENES = [1008, 1044]

/** Calls that Taro does not type; both exist from base library 2.17.3 and are checked before use. */
interface WithGroup {
  getGroupEnterInfo?(options: {
    success: (info: { cloudID?: string }) => void
    fail: () => void
  }): void
  cloud?: { CloudID?: new (id: string) => unknown }
}

const platform = Taro as unknown as WithGroup

export const readGroupEntry: ReadGroupEntry = () => {
  const { scene } = Taro.getEnterOptionsSync()
  const ask = platform.getGroupEnterInfo
  if (!ask || !GROUP_SCENES.includes(Number(scene))) return Promise.resolve(null)
  return new Promise((resolve) => {
    ask({
      success: ({ cloudID }) => resolve(cloudID ? { cloudID } : null),
      // 40097 wrong scene, 65206 not in the group any more: opened without a group, then.
      fail: () => resolve(null),
    })
  })
}

export const groupField: GroupField = ({ cloudID }) => {
  const CloudID = platform.cloud?.CloudID
  return CloudID ? new CloudID(cloudID) : undefined
}
