import type { DrawPicture } from './types'

/** On the web the picture is an address that holds it whole. */
export const drawPicture: DrawPicture = async (width, height, paint) => {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const pen = canvas.getContext('2d')
  if (!pen) return null
  paint(pen)
  return canvas.toDataURL('image/png')
}
