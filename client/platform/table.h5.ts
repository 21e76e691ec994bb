import type { OpenTable } from './types'

export const openTable: OpenTable = async (url) => {
  const link = document.createElement('a')
  link.href = url
  link.download = ''
  link.click()
  return true
}
