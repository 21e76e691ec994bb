import Taro from '@tarojs/taro'
import { PICTURE_TYPES } from '../../types/picture'
import { readyCloud } from './cloud.weapp'
import type { ChoosePictures, SendPicture } from './types'

export const choosePictures: ChoosePictures = async (countMax) => {
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: countMax,
      mediaType: ['image'],
      sizeType: ['compressed'],
    })
    return tempFiles.flatMap(({ tempFilePath, size }) => {
      const ending = tempFilePath.split('.').pop()?.toLowerCase()
      const type = PICTURE_TYPES.find((allowed) => allowed === ending)
      return type ? [{ path: tempFilePath, bytes: size, type }] : []
    })
  } catch {
    // Closed without a choice, or the album was not allowed: WeChat has said so itself.
    return []
  }
}

/** The task that WeChat answers when it is given callbacks; Taro types the promise form only. */
interface UploadTask {
  onProgressUpdate?(listen: (state: { progress: number }) => void): void
}

export const sendPicture: SendPicture = (cloudPath, { path }, onProgress) => {
  readyCloud()
  return new Promise((resolve, reject) => {
    const task = Taro.cloud.uploadFile({
      cloudPath,
      filePath: path,
      success: ({ fileID }) => resolve(fileID),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    }) as unknown as UploadTask | undefined
    task?.onProgressUpdate?.(({ progress }) => onProgress(progress))
  })
}
