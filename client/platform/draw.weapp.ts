import Taro from '@tarojs/taro'
import type { DrawPicture, Pen } from './types'

/** A canvas that is on no page, as WeChat makes them since library 2.16.1. */
interface OffscreenCanvas {
  getContext(type: '2d'): Pen | null
}

/** In WeChat the picture is a file on the phone; null on one that is too old, or out of memory. */
export const drawPicture: DrawPicture = async (width, height, paint) => {
  try {
    const canvas = Taro.createOffscreenCanvas({
      type: '2d',
      width,
      height,
    }) as unknown as OffscreenCanvas
    const pen = canvas.getContext('2d')
    if (!pen) return null
    paint(pen)
    const { tempFilePath } = await Taro.canvasToTempFilePath({
      canvas: canvas as never,
      width,
      height,
      destWidth: width,
      destHeight: height,
    })
    return tempFilePath
  } catch {
    return null
  }
}
