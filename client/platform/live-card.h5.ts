import type { Enliven } from './types'

/** In the preview the card itself says which activity it is (platform/share). */
export const enliven: Enliven = () => undefined
