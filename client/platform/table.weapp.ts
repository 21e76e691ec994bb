import Taro from '@tarojs/taro'
import type { OpenTable } from './types'

export const openTable: OpenTable = async (url) => {
  try {
    const { tempFilePath } = await Taro.downloadFile({ url })
    // With the menu the file can be sent on to a computer.
    await Taro.openDocument({ filePath: tempFilePath, fileType: 'xlsx', showMenu: true })
    return true
  } catch {
    return false
  }
}
