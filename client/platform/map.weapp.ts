import Taro from '@tarojs/taro'
import type { ChoosePlace, OpenMap } from './types'

export const canChoosePlace = true

/** WeChat's own picker; what it shows is chosen by the person, so no right to their position is asked. */
export const choosePlace: ChoosePlace = async () => {
  try {
    const { name, address, latitude, longitude } = await Taro.chooseLocation({})
    return { name, address, latitude: Number(latitude), longitude: Number(longitude) }
  } catch {
    return null
  }
}

export const openMap: OpenMap = async (place) => {
  await Taro.openLocation({ ...place, scale: 16 }).catch(() => undefined)
}
