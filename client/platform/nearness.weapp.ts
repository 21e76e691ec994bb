import Taro from '@tarojs/taro'
import type { WatchNearness } from './types'

export const watchNearness: WatchNearness = (id, marginPx, onChange) => {
  if (typeof Taro.createIntersectionObserver !== 'function') return () => {}
  const { page } = Taro.getCurrentInstance()
  const observer = Taro.createIntersectionObserver(page ?? {}, { thresholds: [0] })
  observer
    .relativeToViewport({ top: marginPx, bottom: marginPx })
    .observe(`#${id}`, ({ intersectionRatio = 0, boundingClientRect }) =>
      onChange(intersectionRatio > 0, boundingClientRect?.height ?? 0),
    )
  return () => observer.disconnect()
}
